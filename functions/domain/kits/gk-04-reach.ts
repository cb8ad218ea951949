import { ask, end, type Kit } from './kit.ts';
import { count, hour, orUnsure, yesNo } from './slots.ts';

/** Fewer views than this on several posts is more than weak content. */
const NEARLY_NOTHING = 10;

/** GK-04: low reach. Rules out a restriction, then looks at title, tags, cover and the hour of publishing. */
export const reach: Kit = {
  id: 'GK-04',
  intents: ['content.reach.low'],
  starts:
    /低|少|没(?:人|有?流量|播放)|不高|上不去|限流|为0|是0|个位数|掉|跌|没推荐|low|few|no views|0 views|zero|drop|throttl|shadow|stuck|dead|nobody|not (?:getting|being)/,
  article: () => 'low-reach',
  relies: { zh: ['标题', '标签', '封面', '流量高峰'], en: ['Title', 'Tags', 'Cover', 'traffic peaks'] },
  opening: {
    zh: '先说结论：账号状态里没有违规提示，就没有处罚性的限制，能做的是优化内容。我们先确认这一点。',
    en: 'First of all: if your account status shows no violation there is no penalty, and what helps is improving the post. Let us make sure.',
  },
  reads: {
    flagged: orUnsure(
      yesNo({
        yes: /(?:有|显示|提示|说).{0,4}(?:违规|不适合|限制|处罚|警告)(?!提示吗)|(?:shows?|got|has) (?:a )?(?:violation|warning|restriction)|not suitable/,
        no: /没(?:有|看到|任何)?(?:违规|提示|处罚|限制|警告)|状态(?:都)?(?:是)?正常|一切正常|no (?:violation|warning|restriction|penalt)|all (?:normal|clear|good)|nothing there/,
      }),
    ),
    views: orUnsure(count(/个?播放|次|观看|浏览|views?|plays?/)),
    hour: orUnsure(hour),
  },
  asks: {
    flagged: {
      zh: [
        '请看「设置 → 账号状态」和作品的「…」：有没有违规或「不适合传播」的提示？',
        '「设置 → 账号状态」里写着正常，作品上也没有提示，就回复「没有」；看到任何警告就回复「有」。',
      ],
      en: [
        'Please look at Settings → Account status and the post’s "…" menu: is there a violation or a "not suitable" notice?',
        'If the status says normal and the post shows no notice, reply "no"; if you see any warning, reply "yes".',
      ],
    },
    views: {
      zh: ['最近几条作品，每条大概有多少播放？', '写个约数就行，例如「5」「200」或「1000多」。'],
      en: [
        'About how many views do your recent posts get each?',
        'A rough number is enough, such as "5", "200" or "about 1000".',
      ],
    },
    hour: {
      zh: ['您一般几点发布？', '写个钟点就行，例如「晚上8点」或「凌晨1点」；不固定就回复「不清楚」。'],
      en: [
        'At what hour do you usually publish?',
        'An hour is enough, such as "8 pm" or "1 am"; reply "not sure" if it varies.',
      ],
    },
  },
  ends: {
    restricted: {
      label: '违规提示与申诉',
      zh: '有违规提示，推荐会受影响。请点开提示看具体条款，修改或删除对应作品；如果觉得判错了，可以在提示里点「申诉」说明理由，复核由专人进行。',
      en: 'With a violation shown, recommendation suffers. Open the notice, read the rule, and change or remove the post; if it is a mistake, tap "Appeal" there and say why. People review it.',
    },
    hour: {
      label: '调整发布时间',
      zh: ({ hour: at }) =>
        `状态正常，可以从发布时间改起：您一般 ${String(at)} 点发，避开了流量高峰。建议改到午间12点前后或18至22点，再按您粉丝的活跃时间微调。同时：\n${polish.zh}`,
      en: ({ hour: at }) =>
        `Nothing is restricted, so start with the hour: ${String(at)}:00 is off the traffic peaks. Try around noon or 18:00–22:00, then adjust to your own fans. And:\n${polish.en}`,
    },
    polish: {
      label: '优化标题标签封面',
      zh: () => `状态正常，播放主要看内容反馈，请从这三处改起：\n${polish.zh}`,
      en: () => `Nothing is restricted; views follow the audience’s response. Start here:\n${polish.en}`,
    },
    check: {
      zh: '请把作品链接发在这里，我请同事核查推荐情况。',
      en: 'Please send the links here; a colleague will check the recommendation.',
      person: {
        zh: '无限制提示但播放接近零或无改善',
        en: 'reach near zero or unchanged although no restriction is shown',
      },
    },
  },
  next: ({ slots: { flagged, views, hour: at }, tried }) => {
    if (flagged === undefined) return ask('flagged');
    if (flagged === true) return tried('restricted') ? end('check') : end('restricted');
    if (views === undefined) return ask('views');
    if (typeof views === 'number' && views < NEARLY_NOTHING) return end('check');
    if (at === undefined) return ask('hour');
    const advice = typeof at === 'number' && !inPeak(at) ? 'hour' : 'polish';
    return tried(advice) ? end('check') : end(advice);
  },
};

const polish = {
  zh: '1. 标题：一句话说清看点，不堆字、不夸大。\n2. 标签：3至5个，与内容直接相关，热门和细分各一些。\n3. 封面：清晰、主体突出、有简短文字。\n再看「数据中心」里观众在哪一秒离开，下一条就改那里。推荐有起伏是正常的，付费推广也不保证热门。',
  en: '1. Title: say in one line what is worth watching.\n2. Tags: 3 to 5 that truly fit, some broad and some narrow.\n3. Cover: sharp, one clear subject, a few words.\nThen see in the Data centre at which second people leave, and change that. Ups and downs are normal, and paid promotion guarantees no hit.',
};

/** Around noon and from early evening to ten. */
function inPeak(at: number): boolean {
  return (at >= 11 && at <= 13) || (at >= 17 && at <= 22);
}
