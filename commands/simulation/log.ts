import { checked } from '../../functions/domain/staffing/checked.ts';
import { TicketEvent } from '../../schemas/events.ts';
import { readText } from '../kefu/files.ts';
import { json } from '../kefu/input.ts';

/** The events of a log, one of them as JSON on each line. @throws an error that names the first line that is none */
export function readLog(file: string): TicketEvent[] {
  return readText(file)
    .split('\n')
    .flatMap((line, at) => (line.trim() === '' ? [] : [eventIn(line, `${file}:${at + 1}`)]));
}

function eventIn(line: string, where: string): TicketEvent {
  return checked(TicketEvent, json(line, where), where);
}
