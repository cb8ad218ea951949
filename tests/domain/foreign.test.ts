import { describe, expect, it } from 'vitest';
import { ForeignLanguage } from '../../schemas/understanding.ts';
import { personWillCome } from '../../functions/domain/foreign-words.ts';
import { handedOver, lastOfBot, talk } from '../support/talks.ts';

const vietnamese = 'Đơn hàng của tôi vẫn chưa đến, giúp tôi với';

describe('a message in a language the bot does not speak', () => {
  it('goes to a person who does, without a question', () => {
    const { ticket } = talk([vietnamese]);

    expect(ticket).toMatchObject({ language: 'vi', holder: { kind: 'queue' }, priority: 'normal' });
    expect(handedOver(talk([vietnamese]))).toBe('customer writes another language: vi');
  });

  it('is answered in that language, in English and in Chinese', () => {
    const said = lastOfBot(talk([vietnamese])).text.split('\n');

    expect(said).toHaveLength(3);
    expect(said[0]).toContain('nhân viên nói ngôn ngữ của bạn');
    expect(said[1]).toContain('a colleague who speaks your language');
    expect(said[2]).toContain('会这种语言的同事');
  });

  it('is told to the agent', () => {
    const summary = talk([vietnamese]).ticket.summary ?? '';

    expect(summary).toContain('语言：越南语');
    expect(summary).toContain('机器人不会的语言');
    expect(summary).toContain('Đơn hàng');
  });

  it('is left to a person in the middle of a conversation too', () => {
    const history = talk(['How do I upload a video please?', 'No puedo subir el video, ayuda por favor']);

    expect(history.ticket).toMatchObject({ language: 'es', holder: { kind: 'queue' } });
  });

  it('is taken seriously before anything else when a life is in danger', () => {
    const said = talk([
      { text: 'suicide nais ko na po mamatay, ayaw ko na sa buhay', about: 'safety.harm.crisis' },
    ]);

    expect(said.ticket.priority).toBe('urgent');
  });

  it.each(ForeignLanguage.options)('is told that somebody comes: %s', (language) => {
    expect(personWillCome(language)).toMatch(/speaks your language[^]*语言的同事/);
  });
});
