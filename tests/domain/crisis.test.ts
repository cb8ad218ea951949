import { describe, expect, it } from 'vitest';
import { crisisText, isCrisis } from '../../functions/domain/crisis.ts';
import { anUnderstanding } from '../support/builders.ts';

const guess = (confidence: number, id = 'safety.harm.crisis') => ({ id, confidence, reasons: [] });
const urgent = { urgent: true, reasons: ['不想活'] };

describe('a crisis', () => {
  it.each([
    {
      what: 'surely meant',
      intents: [guess(0.9)],
      abstained: false,
      urgency: { urgent: false, reasons: [] },
    },
    {
      what: 'likely in urgent words',
      intents: [guess(0.5, 'content.report.others'), guess(0.3)],
      abstained: true,
      urgency: urgent,
    },
  ])('is seen when $what', ({ what: _what, ...seen }) => {
    expect(isCrisis(anUnderstanding(seen))).toBe(true);
  });

  it.each([
    {
      what: 'a faint guess',
      intents: [guess(0.4)],
      abstained: true,
      urgency: { urgent: false, reasons: [] },
    },
    {
      what: 'another urgent matter',
      intents: [guess(0.9, 'account.security.stolen')],
      abstained: false,
      urgency: urgent,
    },
  ])('is not made of $what', ({ what: _what, ...seen }) => {
    expect(isCrisis(anUnderstanding(seen))).toBe(false);
  });

  it.each([
    { language: 'zh', lines: ['110', '120', '12356', '1925', '18111'] },
    { language: 'en', lines: ['emergency number', '988', '116 123', '12356'] },
  ] as const)('names help lines ($language)', ({ language, lines }) => {
    const text = crisisText('不想活了', language);

    expect(lines.filter((it) => !text.includes(it))).toEqual([]);
  });

  it.each(['他威胁要来打我', '被家暴了', 'he is going to kill me', 'my ex is stalking me'])(
    'speaks of safety first to somebody who is threatened (%s)',
    (text) => {
      expect(crisisText(text, 'zh')).toContain('安全的地方');
    },
  );

  it('tells those who may hurt themselves that they are not alone', () => {
    expect(crisisText('不想活了', 'zh')).toContain('不用一个人扛');
    expect(crisisText('i want to end it', 'en')).toContain('need not carry this alone');
  });
});
