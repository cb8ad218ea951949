import { ask, end, type Kit } from './kit.ts';
import { count, type Reader, wordsAbout, wordsOrUnsure } from './slots.ts';

const articles: Readonly<Record<string, string>> = {
  'content.copyright.flagged': 'flagged-as-copied',
  'safety.rights.work-copied': 'my-work-copied',
};
const mine = 'safety.rights.work-copied';

/** GK-08, appeals: the toolkit for content. Gathers post, reason and evidence for an appeal, or for a complaint about a copy. */
export const appeals: Kit = {
  id: 'GK-08-appeals',
  intents: ['content.review.rejected', 'content.copyright.flagged', mine],
  starts:
    /不(?:通过|过|给)|没过|驳|下架|删|违规|审核|搬运|侵权|抄袭|盗|静音|限|误判|原创|reject|remov|taken down|review|flag|copied|copyright|infring|stole|muted|violat|mistake|pending/,
  article: (intentId) => articles[intentId] ?? 'review-rejected-appeal',
  relies: { zh: ['诉'], en: ['icen'] },
  reads: {
    waited: hoursInReview,
    link: wordsAbout(/https?:|www\.|v\.douyin|《.+》/),
    penalty: wordsOrUnsure,
    evidence: wordsAbout(/原片|授权书|工程文件|首发|证书|raw files?|licen[cs]e|project file|certificate/),
  },
  asks: {
    link: {
      zh: [
        '是哪条作品？发一下作品链接，或作品标题加发布时间。',
        '在作品上点「分享 → 复制链接」发过来就行；不方便的话写标题也可以。',
      ],
      en: [
        'Which post is it? Send its link, or its title and when it was published.',
        'Tap Share → Copy link on the post and paste it here; the title will do too.',
      ],
    },
    penalty: {
      zh: [
        '通知里写的原因是什么？（指画面、声音、文字还是行为，有编号也请带上）',
        '点「作品 → … → 查看原因」，照着打几个字就行；没看到就回复「没看到」。',
      ],
      en: [
        'What reason does the notice give (picture, sound, text or conduct; a case number too if there is one)?',
        'Open Post → … → See reason and type a few words; reply "can’t see it" if there is none.',
      ],
    },
    evidence: {
      zh: [
        '手上有什么凭证？例如原片、剪辑工程、授权书、首发链接。',
        '列出有的就行，例如「原片和工程文件」；没有也请直说。',
      ],
      en: [
        'What proof do you have, such as raw files, the editing project, a licence, the first publication?',
        'Just name it, such as "raw files and project"; none is an answer too.',
      ],
    },
  },
  ends: {
    chase: {
      zh: '等了超过24小时，我请同事催办审核。请不要反复删除重发，那会重新排队。',
      en: 'After more than 24 hours a colleague will chase the review. Please do not delete and repost: that starts the queue again.',
      person: { zh: '审核超过24小时', en: 'post in review for more than 24 hours' },
    },
    appeal: {
      zh: '材料齐了，申诉由专人复核。请在通知里点「申诉」，写明第几秒、为什么不违规，一次写全；申诉期间不要删除作品、也不要重复发布同一内容。',
      en: 'That is everything; people decide on appeals. Tap "Appeal" in the notice, name the second of the video and why it keeps the rules, all in one; meanwhile do not delete the post or publish it again.',
      person: { zh: '内容申诉，材料已收集', en: 'appeal of content with its facts gathered' },
    },
    complaint: {
      zh: '材料齐了，由侵权专员处理。也可以在「设置 → 反馈与帮助 → 侵权投诉」里同步提交，每个侵权链接写清对应位置。',
      en: 'That is everything; a rights specialist takes it. You can also file it under Settings → Feedback and help → Infringement, with the matching place for each link.',
      person: {
        zh: '作品被搬运投诉，材料已收集',
        en: 'complaint about a copied work with its facts gathered',
      },
    },
  },
  next: ({ slots: { waited, link, penalty, evidence }, intentId }) => {
    if (link === undefined) return ask('link');
    if (intentId === 'content.review.rejected' && typeof waited === 'number' && waited > 24)
      return end('chase');
    if (intentId !== mine && penalty === undefined) return ask('penalty');
    if (evidence === undefined) return ask('evidence');
    return end(intentId === mine ? 'complaint' : 'appeal');
  },
};

const inReview =
  /审核中|在审|待审|审(?:核)?了|没(?:有)?(?:出)?结果|pending|(?:under|in) review|still reviewing/;
const hours = count(/个?(?:小时|钟头)|h(?:ours?|rs?)?(?![a-z])/);
const days = count(/天|days?/);

/** How many hours the post has been waiting for its review. */
function hoursInReview(...[text, manner]: Parameters<Reader>): number | undefined {
  if (!inReview.test(text)) return undefined;
  const [inHours, inDays] = [hours(text, manner), days(text, manner)];
  if (typeof inHours === 'number') return inHours;
  return typeof inDays === 'number' ? inDays * 24 : undefined;
}
