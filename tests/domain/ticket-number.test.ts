import { describe, expect, it } from 'vitest';
import { TicketId } from '../../schemas/ids.ts';
import { readTicketNumber, ticketNumber } from '../../functions/domain/ticket-number.ts';

const ALPHABET = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ');
const samples = Array.from({ length: 300 }, (_, index) => ticketNumber('customer-1', `command-${index}`));
const codeOf = (number: string) => Array.from(number.replace(/^KF|-/g, ''));

/** The code with these characters in other places. */
const replaced = (code: readonly string[], changes: Record<number, string>) =>
  code.map((character, place) => changes[place] ?? character).join('');

describe('a ticket number', () => {
  it('is the same for the same write', () => {
    expect(ticketNumber('customer-1', 'command-1')).toBe(ticketNumber('customer-1', 'command-1'));
  });

  it.each([
    ['customer-2', 'command-1'],
    ['customer-1', 'command-2'],
  ])('is another for another write (%s, %s)', (customerId, commandId) => {
    expect(ticketNumber(customerId, commandId)).not.toBe(ticketNumber('customer-1', 'command-1'));
  });

  it('has the form every edge accepts', () => {
    expect(samples.map((number) => TicketId.parse(number))).toEqual(samples);
  });

  it('is hardly ever given twice', () => {
    expect(new Set(samples).size).toBe(samples.length);
  });

  it('uses every character as its check', () => {
    const used = new Set(samples.map((number) => number.at(-1)));

    expect([...used].sort()).toEqual(ALPHABET);
  });
});

describe('reading a ticket number', () => {
  it('gives back what was written', () => {
    expect(samples.map(readTicketNumber)).toEqual(samples);
  });

  it('catches every wrong character', () => {
    const accepted = samples.flatMap((number) => {
      const code = codeOf(number);
      return code.flatMap((right, place) =>
        ALPHABET.filter((wrong) => wrong !== right)
          .map((wrong) => replaced(code, { [place]: wrong }))
          .filter((typed) => readTicketNumber(typed) !== undefined),
      );
    });

    expect(accepted).toEqual([]);
  });

  it('catches every swap of neighbours', () => {
    const accepted = samples.flatMap((number) => {
      const code = codeOf(number);
      return code
        .slice(1)
        .map((character, place) => replaced(code, { [place]: character, [place + 1]: code[place] ?? '' }))
        .filter((typed) => typed !== code.join('') && readTicketNumber(typed) !== undefined);
    });

    expect(accepted).toEqual([]);
  });

  it.each([
    { what: 'lower case', typed: (number: string) => number.toLowerCase() },
    { what: 'no dashes', typed: (number: string) => number.replaceAll('-', '') },
    { what: 'spaces', typed: (number: string) => ` ${number.replaceAll('-', ' ')} ` },
    { what: 'no prefix', typed: (number: string) => number.slice(3) },
    { what: 'O for 0', typed: (number: string) => number.replaceAll('0', 'O') },
    { what: 'o for 0', typed: (number: string) => number.replaceAll('0', 'o') },
    { what: 'I for 1', typed: (number: string) => number.replaceAll('1', 'I') },
    { what: 'l for 1', typed: (number: string) => number.replaceAll('1', 'l') },
    {
      what: 'full-width characters',
      typed: (number: string) =>
        number.replaceAll(/[0-9A-Z-]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)),
    },
  ])('understands $what', ({ typed }) => {
    expect(samples.map((number) => readTicketNumber(typed(number)))).toEqual(samples);
  });

  it('does not take the first characters for the prefix when they happen to be KF', () => {
    const number = Array.from({ length: 20_000 }, (_, index) =>
      ticketNumber('customer-2', `command-${index}`),
    ).find((one) => one.startsWith('KF-KF'));

    expect(readTicketNumber(number?.slice(3) ?? '')).toBe(number);
  });

  it.each([
    '',
    'KF',
    'KF-0000-0000',
    'KF-0000-0000-0000-0',
    'hello world!',
    'KF-UUUU-UUUU-UUUU',
    '退款还没有到账',
  ])('refuses what is none: “%s”', (typed) => {
    expect(readTicketNumber(typed)).toBeUndefined();
  });
});
