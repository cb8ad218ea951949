import type { Dialogue } from '../../schemas/dialogue.ts';
import type { Citation } from '../../schemas/message.ts';
import type { Priority } from '../../schemas/ticket-facts.ts';
import type { Language } from '../../schemas/understanding.ts';
import type { Keywords } from './keywords.ts';
import { labelOf } from './kits/all.ts';
import { describe } from './kits/slot-names.ts';
import type { Mood } from './understanding/mood.ts';
import type { Repeat } from './understanding/repeats.ts';
import { displayName } from './understanding/taxonomy.ts';

/** What the bot knows when it sums up. */
export interface Facts {
  readonly intentId: string | undefined;
  readonly priority: Priority;
  /** Why a person takes over, or why the matter is urgent. */
  readonly reasons: readonly string[];
  readonly dialogue: Dialogue | undefined;
  /** What the bot cited so far. */
  readonly citations: readonly Citation[];
  readonly mood: Mood;
  readonly repeat: Repeat | undefined;
  readonly language: Language;
  /** What the customer's words name that somebody may have to look up. */
  readonly keywords: Keywords;
  /** What the customer asks for, in their words. */
  readonly need: string | undefined;
  /** The customer's latest words. */
  readonly words: string;
}

/**
 * What an agent should know, in at most six lines: matter and priority, reasons, what was learned, what was tried, mood and
 * language, last words. In Chinese, the language of the desk; for a customer who writes English in both.
 */
export function sumUp(facts: Facts): string {
  const english = facts.language === 'en';
  const line = (zh: string, en: string, [inChinese, inEnglish]: readonly [string, string]) => {
    if (!inChinese) return [];
    return [
      english
        ? `${zh} ${en}：${inChinese === inEnglish ? inChinese : `${inChinese} / ${inEnglish}`}`
        : `${zh}：${inChinese}`,
    ];
  };
  const spoken = shorten(facts.words, 100);
  return [
    ...line('诉求', 'Matter', matterOf(facts)),
    ...line('原因', 'Why', same(shorten(facts.reasons.join('；'), 160))),
    ...line('已知', 'Known', knownOf(facts)),
    ...line('已试', 'Tried', same(triedOf(facts))),
    ...line('情绪', 'Mood', moodOf(facts)),
    ...(spoken ? [`客户：${spoken}`] : []),
  ].join('\n');
}

const priorities: Readonly<Record<Priority, string>> = {
  urgent: '紧急',
  high: '高',
  normal: '普通',
  low: '低',
};
const sentiments = { positive: '满意', neutral: '平静', negative: '不满', angry: '愤怒' } as const;
const trends = { rising: '变差', falling: '好转', steady: '平稳' } as const;
const trendsInEnglish = { rising: 'getting worse', falling: 'getting better', steady: 'steady' } as const;
const languages: Readonly<Partial<Record<Language, readonly [string, string]>>> = {
  en: ['英文', 'English'],
  'zh-Hant': ['繁体中文', 'traditional Chinese'],
  mixed: ['中英混合', 'Chinese and English'],
  und: ['未知', 'unknown'],
};
const nameIn = {
  zh: new Intl.DisplayNames('zh-Hans', { type: 'language' }),
  en: new Intl.DisplayNames('en', { type: 'language' }),
};

/** 越南语, Vietnamese. */
function nameOf(language: Language): readonly [string, string] {
  return languages[language] ?? [nameIn.zh.of(language) ?? language, nameIn.en.of(language) ?? language];
}

/** Nothing to say, in both languages. */
const none = ['', ''] as const;

function matterOf({ intentId, priority, need }: Facts): [string, string] {
  const [zh, en] = intentId
    ? [displayName(intentId, 'zh'), displayName(intentId, 'en')]
    : ['尚不明确', 'not clear yet'];
  const [wantsZh, wantsEn] = need === undefined ? none : [`；客户要：${need}`, `; wants: ${need}`];
  return [`${zh}（${priorities[priority]}）${wantsZh}`, `${en} (${priority})${wantsEn}`];
}

/** What a kit learned, then what else the words name. */
function knownOf({ dialogue, keywords }: Facts): [string, string] {
  const slots = Object.entries(dialogue?.slots ?? {});
  const told = new Set(slots.map(([, value]) => String(value)));
  const said = (language: 'zh' | 'en') => {
    const named = kinds.flatMap(([kind, zh, en]) => {
      // `8块` is what a slot holds as 8.
      const values = keywords[kind].filter((it) => !told.has(it) && !told.has(it.replace(/[^\d.]/g, '')));
      if (values.length === 0) return [];
      return [language === 'zh' ? `${zh}：${values.join('、')}` : `${en}: ${values.join(', ')}`];
    });
    return [...slots.map(([name, value]) => describe(name, value, language)), ...named].join('；');
  };
  return [said('zh'), said('en')];
}

const kinds = [
  ['orders', '单号', 'number'],
  ['product', '商品', 'product'],
  ['sums', '金额', 'amount'],
  ['date', '日期', 'date'],
  ['device', '设备', 'device'],
  ['errors', '故障', 'error'],
] as const;

/** Articles by title, then what the kit advised. */
function triedOf({ dialogue, citations }: Facts): string {
  const titles = new Map(citations.map(({ articleId, title }) => [articleId, `《${title}》`]));
  return [...titles.values(), ...(dialogue?.tried ?? []).flatMap((it) => labelOf(it) ?? [])].join('、');
}

function moodOf({ mood, repeat, language }: Facts): [string, string] {
  const [zh, en] = nameOf(language);
  const { sentiment, worst, trend } = mood;
  const [wasZh, wasEn] = worst === sentiment ? none : [`，曾${sentiments[worst]}`, `, was ${worst}`];
  const [timesZh, timesEn] = repeat ? [`，第${repeat.contacts}次来访`, `, contact ${repeat.contacts}`] : none;
  return [
    `${sentiments[sentiment]}（${trends[trend]}${wasZh}）${timesZh}；语言：${zh}`,
    `${sentiment} (${trendsInEnglish[trend]}${wasEn})${timesEn}; language: ${en}`,
  ];
}

function same(text: string): [string, string] {
  return [text, text];
}

function shorten(text: string, most: number): string {
  const characters = Array.from(text.replace(/\s+/g, ' ').trim());
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : characters.join('');
}
