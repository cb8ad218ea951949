import { TimeZoneEnvironment } from '../schemas/environment.ts';
import { exportsApi } from '../schemas/exports-api.ts';
import { sendExportWork } from './gateways/export-queue.ts';
import { linkTo } from './gateways/files.ts';
import { verifySignIn } from './gateways/sign-in.ts';
import { members } from './runtime/callers.ts';
import { now } from './runtime/clock.ts';
import { environment } from './runtime/environment.ts';
import { endpoints } from './runtime/http.ts';
import { log } from './runtime/log.ts';
import { create, find, list, listParts, save } from './stores/exports.ts';
import { exports } from './use-cases/exports.ts';

const { TIME_ZONE: timeZone } = environment(TimeZoneEnvironment);

/** Rows of tickets, messages and events as files. */
export const handler = endpoints(
  exportsApi,
  members(verifySignIn, now),
  exports({
    exports: { create, find, list, listParts, save },
    files: { linkTo },
    sendExportWork,
    timeZone,
    now,
    log,
  }),
);
