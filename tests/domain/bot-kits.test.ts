import { describe, expect, it } from 'vitest';
import { customerOf } from '../../functions/domain/conversation.ts';
import { resolveTicket } from '../../functions/domain/resolving.ts';
import { saved, when } from '../support/builders.ts';
import { answered, botLines, handedOver, lastOfBot, seedArticle, talk, written } from '../support/talks.ts';

const upload = 'content.upload.failed';
const refund = 'buyer.refund.not-arrived';
const ban = 'account.restriction.ban-appeal';
const guess = (id: string, confidence: number) => ({ id, confidence, reasons: [] });
const answer = {
  text: '退款一般三天内到账。',
  citations: [{ articleId: 'refund', version: 1, title: '退款' }],
};
const failing = { text: '视频一直传不上去', about: upload };

describe('a guided kit', () => {
  it('begins with what helps most people, cited, and its first question', () => {
    const said = lastOfBot(talk([failing]));

    expect(said).toMatchObject({
      purpose: 'answer',
      citations: [{ articleId: 'video-upload-failed' }],
      dialogue: { kit: 'GK-03', step: 'format', failures: 0 },
    });
  });

  it('leaves a question about the rule to the article', () => {
    const history = talk([{ text: '运费险怎么赔', about: 'buyer.return.freight', answer }]);

    expect(lastOfBot(history).text).toBe(answer.text);
  });

  it('skips what the customer has told already, in whichever message', () => {
    const history = talk([
      { text: 'mp4的', means: {} },
      { text: '传不上去 2个g', about: upload },
    ]);

    expect(lastOfBot(history).dialogue).toMatchObject({
      step: 'stuck',
      slots: { format: 'MP4', size: 2048 },
    });
  });

  it('reads several messages in a row as one reply', () => {
    const opened = talk([failing]);
    const twice = written(written(opened, { text: 'mp4的' }, 20), { text: '大概500m' }, 21);

    const history = answered(twice, { text: '' }, 22);

    expect(lastOfBot(history).dialogue).toMatchObject({ step: 'stuck', slots: { format: 'MP4', size: 500 } });
  });

  it('asks once more in other words when it cannot read the reply, and then calls a person', () => {
    const history = talk([failing, '啥', '???']);

    const [first = '', again = ''] = botLines(history);
    expect(again).not.toBe(first);
    expect(handedOver(history)).toBe('two replies in a row could not be read (GK-03, format)');
  });

  it('puts a question in other words when the reply told something else instead', () => {
    const lost = { text: '粉丝一天之内少了好多', about: 'account.profile.followers-dropped' };

    const lines = botLines(talk([lost, '没有', '没用 我没刷过', '昨天']));

    expect(lines.at(-1)).toContain('写一个数字即可');
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('does not tell again what it told before a person had the ticket', () => {
    const avi = { text: 'avi的视频一直传不上去', about: upload };
    const waiting = talk([avi, '转人工']);
    const settled = resolveTicket(waiting, { actor: customerOf(waiting), reason: '好了' }, when(40));

    const again = answered(written(saved(waiting.events, settled), avi, 50), avi, 51);

    expect(handedOver(again)).toBe('everything of GK-03 was tried');
  });

  it('forgives one such reply once the next is read', () => {
    expect(lastOfBot(talk([failing, '啥', 'mp4'])).dialogue).toMatchObject({ step: 'size', failures: 0 });
  });

  it('does not run when its article is gone', () => {
    const history = talk([{ ...failing, answer }], { articles: () => undefined });

    expect(lastOfBot(history)).toMatchObject({ text: answer.text, dialogue: { step: 'answer' } });
  });

  it('falls silent when an editor has changed the rule it relies on', () => {
    const changed: typeof seedArticle = (articleId, language) => {
      const article = seedArticle(articleId, language);
      return article && { ...article, text: article.text.replaceAll('3GB', '5GB') };
    };

    expect(lastOfBot(talk([{ ...failing, answer }], { articles: changed })).text).toBe(answer.text);
  });

  it('passes what it learned to the person', () => {
    const history = talk([failing, 'mp4', '转人工']);

    expect(history.ticket.summary).toContain('已知：视频格式：MP4');
    expect(history.ticket).toMatchObject({ intentId: upload, queueId: 'support', holder: { kind: 'queue' } });
  });

  it('makes the matter as pressing as what it found out', () => {
    const history = talk([{ text: '有人冒充客服', about: 'safety.fraud.fake-agent' }, '转了3000']);

    expect(history.ticket).toMatchObject({ priority: 'urgent', holder: { kind: 'queue' } });
  });
});

describe('a customer may leave a kit', () => {
  it('for a person, at any time', () => {
    expect(handedOver(talk([failing, '我要人工']))).toBe('customer asked for a person');
  });

  it('for another matter that they announce', () => {
    const history = talk([failing, { text: '换个问题，退款三天没到账', about: refund, answer }]);

    expect(lastOfBot(history).text).toBe(answer.text);
    expect(history.ticket.intentId).toBe(refund);
  });

  it('for another matter instead of a reply', () => {
    const history = talk([failing, { text: '我那笔退款一直没有到账', about: refund, answer }]);

    expect(lastOfBot(history).text).toBe(answer.text);
  });

  it('and come back: what they told is still known', () => {
    const history = talk([
      failing,
      'mp4',
      { text: '对了退款三天没到账', about: refund, answer },
      { text: '视频还是传不上去', about: upload },
    ]);

    expect(lastOfBot(history).dialogue).toMatchObject({
      kit: 'GK-03',
      step: 'size',
      slots: { format: 'MP4' },
    });
  });

  it('because it is urgent: to a person at once, with what to do meanwhile', () => {
    const history = talk([failing, { text: '我的号被盗了正在转钱', about: 'account.security.stolen' }]);

    expect(history.ticket).toMatchObject({
      priority: 'urgent',
      queueId: 'trust-safety',
      holder: { kind: 'queue' },
    });
    expect(lastOfBot(history)).toMatchObject({ citations: [{ articleId: 'account-stolen' }] });
    expect(lastOfBot(history).text).toContain('登录设备管理');
  });

  it.each([
    { about: 'safety.fraud.prize-scam', says: '止付', cites: 'prize-task-investment-scam' },
    { about: 'payment.charge.unauthorised', says: '联系银行止付', cites: 'unauthorised-charge' },
    { about: 'safety.rights.portrait-privacy', says: '保留截图', cites: 'portrait-privacy-impersonation' },
  ])('with first aid that fits the matter ($about)', ({ about, says, cites }) => {
    const urgent = { priority: 'urgent' as const, urgency: { urgent: true, reasons: ['刚刚'] } };

    const said = lastOfBot(talk([{ text: '出大事了快帮我', about, means: urgent }]));

    expect(said.text).toContain(says);
    expect(said.citations?.[0]?.articleId).toBe(cites);
  });

  it('in an urgent matter no kit knows, with a person alone', () => {
    const said = lastOfBot(talk([{ text: '孩子偷偷充了钱', about: 'payment.minor.recharge' }]));

    expect(said).toMatchObject({ purpose: 'notice' });
    expect(said.citations).toBeUndefined();
  });

  it('but not by a short reply that only looks alarming', () => {
    const alarmed = {
      urgency: { urgent: true, reasons: ['卡'] },
      intents: [guess('payment.charge.unauthorised', 0.4)],
    };

    const history = talk([
      failing,
      'mp4',
      '1g',
      { text: '卡在99%', means: { ...alarmed, priority: 'urgent' } },
    ]);

    expect(lastOfBot(history).dialogue?.step).toBe('GK-03.converting');
    expect(history.ticket.priority).toBe('normal');
  });
});

describe('a case that only a person may settle', () => {
  it('is prepared by a kit, and goes to the person with the facts', () => {
    const history = talk([{ text: '账号被封了', about: ban }, '说我搬运', '误判', '有原片', '昨天']);

    expect(handedOver(history)).toContain('GK-07');
    expect(history.ticket.summary).toContain('处罚原因：说我搬运');
  });

  it('goes to the person at once when the customer is angry', () => {
    const history = talk([{ text: '凭什么封我', about: ban, sentiment: 'angry' }]);

    expect(handedOver(history)).toBe(`a person must settle ${ban}`);
  });

  it('goes to the person at once when no kit prepares it', () => {
    expect(handedOver(talk([{ text: '工单没人管', about: 'service.complaint.unresolved' }]))).toContain(
      'a person must settle',
    );
  });
});
