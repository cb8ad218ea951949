import { DailyExportEnvironment, TimeZoneEnvironment } from '../schemas/environment.ts';
import { ExportWork } from '../schemas/export.ts';
import { sendExportWork } from './gateways/export-queue.ts';
import { putOnce } from './gateways/files.ts';
import { now } from './runtime/clock.ts';
import { environment } from './runtime/environment.ts';
import { log } from './runtime/log.ts';
import { consume } from './runtime/queue.ts';
import { create, find, listParts, putPart, save } from './stores/exports.ts';
import { listFactsAfter } from './stores/insights.ts';
import { find as findTicket, listEvents } from './stores/tickets.ts';
import { exportWork } from './use-cases/export-work.ts';

const { TIME_ZONE: timeZone } = environment(TimeZoneEnvironment);
const { EXPORT_FORMAT: dailyFormat } = environment(DailyExportEnvironment);

/** Makes the files of exports, a part at a time, and begins the daily ones. */
export const handler = consume(
  ExportWork,
  exportWork({
    exports: { create, find, listParts, putPart, save },
    insights: { listFactsAfter },
    tickets: { find: findTicket, listEvents },
    files: { putOnce },
    sendExportWork,
    timeZone,
    dailyFormat,
    now,
    log,
  }),
);
