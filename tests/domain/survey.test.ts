import { describe, expect, it } from 'vitest';
import { customerOf } from '../../functions/domain/conversation.ts';
import { resolveTicket } from '../../functions/domain/resolving.ts';
import { IllegalTransitionError } from '../../functions/domain/errors.ts';
import { answerSurvey, LOW_SCORE, offerSurvey } from '../../functions/domain/survey.ts';
import { aCommand, aHistory, aHistoryOf, anOpening, histories, isoAt, when } from '../support/builders.ts';

const rating = (score: number) => ({ score, solved: score > LOW_SCORE, command: aCommand('rating') });
const settledUnanswered = () =>
  aHistoryOf(anOpening(), (history) =>
    resolveTicket(history, { actor: customerOf(history), reason: '不用了' }, when(5)),
  );

describe('a survey', () => {
  it('is offered when the customer was answered, with the reason', () => {
    const change = offerSurvey(histories.resolved(), 1, when(61));

    expect(change?.ticket.survey).toBe('offered');
    expect(change?.events).toMatchObject([
      {
        type: 'SurveyOffered',
        body: { resolutionCount: 1, reason: 'the customer was answered and the matter is settled' },
      },
    ]);
  });

  it('is skipped when nobody answered, with the reason', () => {
    const change = offerSurvey(settledUnanswered(), 1, when(6));

    expect(change?.ticket.survey).toBe('skipped');
    expect(change?.events).toMatchObject([
      {
        type: 'SurveySkipped',
        body: { resolutionCount: 1, reason: 'nobody answered the customer, so there is nothing to rate' },
      },
    ]);
  });

  it('leaves the closing of the ticket where it was', () => {
    const history = histories.resolved();

    const change = offerSurvey(history, 1, when(61));

    expect(change?.ticket.timers).toEqual(history.ticket.timers);
  });

  it.each([
    { what: 'it was offered before', history: histories.surveyed(), resolutionCount: 1 },
    {
      what: 'it was skipped before',
      history: aHistory({
        status: 'resolved',
        holder: { kind: 'nobody' },
        survey: 'skipped',
        resolutionCount: 1,
      }),
      resolutionCount: 1,
    },
    { what: 'it is that of an earlier resolution', history: histories.resolved(), resolutionCount: 0 },
    { what: 'the ticket is open again', history: histories.answered(), resolutionCount: 0 },
  ])('is not offered when $what', ({ history, resolutionCount }) => {
    expect(offerSurvey(history, resolutionCount, when(70))).toBeUndefined();
  });
});

describe('the answer to a survey', () => {
  it.each([3, 4, 5])('closes the ticket when the score is %i', (score) => {
    const change = answerSurvey(histories.surveyed(), rating(score), when(100));

    expect(change.ticket).toMatchObject({ status: 'closed', survey: 'answered', timers: {} });
    expect(change.events.map(({ type }) => type)).toEqual(['SurveyAnswered', 'TicketClosed']);
  });

  it.each([1, 2])('sends the ticket to a senior agent when the score is %i', (score) => {
    const change = answerSurvey(histories.surveyed(), rating(score), when(100));

    expect(change.ticket).toMatchObject({
      status: 'open',
      holder: { kind: 'queue', since: isoAt(100) },
      minimumTier: 'expert',
    });
    expect(change.ticket.timers['reached-due']).toBe(isoAt(280));
    expect(change.ticket.timers['auto-close']).toBeUndefined();
  });

  it('is remembered with its words and its write', () => {
    const answer = { ...rating(5), comment: '很快' };

    const change = answerSurvey(histories.surveyed(), answer, when(100));

    expect(change.events[0]).toMatchObject({
      actor: { kind: 'customer', id: 'customer-1' },
      command: aCommand('rating'),
      body: { resolutionCount: 1, score: 5, solved: true, comment: '很快' },
    });
  });

  it('is refused when no survey is open', () => {
    expect(() => answerSurvey(histories.resolved(), rating(5), when(100))).toThrow(
      'cannot answer the survey: no survey is open for this ticket',
    );
  });

  it('is refused while the ticket is not settled', () => {
    expect(() => answerSurvey(histories.answered(), rating(5), when(100))).toThrow(IllegalTransitionError);
  });
});
