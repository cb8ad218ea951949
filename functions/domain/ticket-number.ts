import { createHash } from 'node:crypto';
import type { TicketId } from '../../schemas/ids.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The number of the ticket that this write opens: `KF-XXXX-XXXX-XXXX`, 55 bits of SHA-256 and a check character
 * (Crockford base 32). The same write always gives the same number, so a repeated opening finds the ticket it made;
 * without knowing the write nobody can guess it.
 */
export function ticketNumber(customerId: string, commandId: string): TicketId {
  const bytes = createHash('sha256').update(`${customerId}\n${commandId}`).digest();
  const body = Array.from(bytes.subarray(0, 11), (byte) => ALPHABET.charAt(byte & 31)).join('');
  return format(body + checkCharacter(body));
}

/** The number as people type it (lower case, no dashes, O for 0, I and L for 1) in its one form; undefined when it is none. */
export function readTicketNumber(typed: string): TicketId | undefined {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/^KF(?=.{12}$)/, '');
  const code = plain.replace(/O/g, '0').replace(/[IL]/g, '1');
  const wellFormed = /^[0-9A-HJKMNP-TV-Z]{12}$/.test(code);
  return wellFormed && code.charAt(11) === checkCharacter(code.slice(0, 11)) ? format(code) : undefined;
}

function format(code: string): TicketId {
  return `KF-${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
}

/** The weights are powers of two in GF(32), all distinct: every typo and every swap of neighbours is caught. */
function checkCharacter(body: string): string {
  const sum = Array.from(body).reduce((total, character) => double(total ^ ALPHABET.indexOf(character)), 0);
  return ALPHABET.charAt(sum);
}

/** Times two, modulo x⁵ + x² + 1. */
function double(value: number): number {
  return (value << 1) ^ (value & 16 ? 0b100101 : 0);
}
