import type { IntentGuess } from '../../../schemas/understanding.ts';
import type { HeadEvidence } from './heads.ts';

/** What the wish for a person is judged by, beside the model's own impression. */
export function humanSigns(normalized: string, guesses: readonly IntentGuess[]): HeadEvidence {
  const share = guesses.find(({ id }) => id === 'service.human.request')?.confidence ?? 0;
  const ruled = wantsHuman(normalized);
  return { ruled, denied: !ruled && speaksOfOthers(normalized), share };
}

/** Whether words that could ask for a person plainly speak of something else: artificial intelligence, an agent met before. */
function speaksOfOthers(normalized: string): boolean {
  const text = normalized.replaceAll("'", '');
  const squeezed = squeeze(text);
  return (
    otherManual.test(squeezed) ||
    spokenOf.test(squeezed) ||
    text.search(pastTalk) >= 0 ||
    text.search(nameOfThing) >= 0 ||
    otherPeople.test(text)
  );
}

/** Whether the customer asks for a person by the authored rules, in whatever spelling; expects normalized text. */
export function wantsHuman(normalized: string): boolean {
  const text = normalized.replaceAll("'", '');
  return asksInChinese(squeeze(text)) || asksInEnglish(text) || asksInEnglish(joinSpacedLetters(text));
}

/** Only letters and digits, with look-alikes put right: `转*人 エ` becomes `转人工`. */
function squeeze(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/人[エ亇]|(?<=转接?)[入亻]工/gu, '人工')
    .replace(/(?<=转接?)人(?:公|攻|功|共|供|宫|躬|gong|g)/gu, '人工');
}

/** `h u m a n` and `a.g.e.n.t` become words again. */
function joinSpacedLetters(text: string): string {
  return text.replace(/(?<![a-z])[a-z](?:[^a-z\d]{1,2}[a-z](?![a-z])){3,}/g, (it) =>
    it.replace(/[^a-z]/g, ''),
  );
}

/** 人工 in words that are not about a person at the desk. */
const otherManual =
  /人工(?:[作会资厂具程地业号龄伤]|智能|ai|审|复审|核|费|成本|呼吸|草|授精|受精|降雨|湖|合成|养殖|种植|制作|翻译|字幕|配音|筛选|标注|干预|手写|检测|识别|添加|修改)|真人(?:秀|短剧|变|版|出镜)/u;
const spokenOf =
  /(?:刚才|昨天|前天|上次|之前|上回|上周|那个|这个|有个|冒充|自称|假)(?:的|那个|你们)?(?:人工|真人)|(?:人工|真人)客服?(?:骂|态度|说话|很|太|已经|昨天|刚才|给我说|不耐烦|敷衍|告诉我|说是|让我转|要我)|(?:冒充|自称|假)[^转]{0,6}人工/u;
const chineseRequests = [
  /转(?:接|到|成|给|换|一下|下|个|去|至|我)*(?:你们|个|位)?(?:人工|真人|活人|客服|rg|ren|经理|主管|坐席)/u,
  /(?:找|要|换|叫|接|来|上|给我|联系|呼叫|接入|接通|安排|派|请|需要|想|有没有|有|能|帮我)[^。!?]{0,5}?(?:人工|真人|活人|大活人|人类|真的人)/u,
  /(?:人工|真人)(?:客服|服务|坐席|接待|台|热线|电话)/u,
  /(?:找|要|换|叫|来)(?:个|一个|位)?(?:能|会|懂)[^。!?]{0,7}的人/u,
  /(?:人工|真人|活人)(?:呢|啊|吧|在吗|在哪|快|谢谢|呀|哪|来|出来|回复|回答|接听|处理|聊|说话|跟我|和我|有吗|有没有|人工)/u,
  /^(?:人工|真人|活人|人工人工|转|客服人工|人工谢谢|rengong|rg|zrg|zhuanrg)+$/u,
  /(?:别|不要|不想|不跟|不和|不用|讨厌|不需要|滚|受够)[^。!?]{0,6}?(?:机器人|ai|智能客服|机器|自动回复)(?!功能|绘画|特效|生成|创作|换脸|视频|配音|剪辑|帮)/u,
  /(?:叫|让|找|喊|要|换)[^。!?]{0,3}?(?:经理|主管|领导|负责人|上级|组长)(?:来|出来|过来|跟我|和我|说|接|听|谈|处理|$)/u,
  /(?:zhuan|转)ren(?:gong|g)|zhaorengong|yaorengong|zhuanrg|转rg|rengongkefu|(?:^|[^a-z])zrg(?:$|[^a-z])/u,
  /换人$|(?:能|可以|请|麻烦|直接)[^。!?]{0,3}打(?:个)?电话给我|(?:跟|和|同)(?:真人|活人|人)(?:说|聊|讲|谈|对话|沟通)/u,
];

function asksInChinese(text: string): boolean {
  const cleaned = text.replace(new RegExp(otherManual, 'gu'), '').replace(new RegExp(spokenOf, 'gu'), '');
  return chineseRequests.some((it) => it.test(cleaned));
}

const somebody =
  '(?:humans?|(?:real |live |actual |human )+(?:human|person|people|agents?|being|one)|person|people|agents?|representatives?|rep|operators?|' +
  'someone|somebody|advis[oe]rs?|managers?|supervisors?|customer (?:service|care|support)(?: agents?| reps?| team| executives?)?|support (?:agents?|staff|team|person)|staff(?: member)?|executives?|specialists?)';
/** What makes the word before it a thing and not a person at the desk. */
const thing =
  '(?! (?:fees?|commissions?|contracts?|rights|body|being rights|review|moderat|verification|badge|account|program|who (?:lied|called|was)|of (?:my|our|a) (?:company|brand|shop)))';
const englishRequests = [
  new RegExp(
    `\\b(?:speak|talk|chat|connect(?: me)?|transfer me|transfer (?=to)|put me (?:through|on)|pass me|hand me(?: over)?|switch(?: me)?|escalate(?: me| this)?|forward me)(?: \\w+){0,2}? ?(?:to|with|2)? (?:\\w+ ){0,3}?${somebody}\\b${thing}`,
  ),
  new RegExp(
    `\\b(?:get|give|need|want|find|send|bring|call|reach|contact|have|assign|prefer|demand|like)(?: me)?(?: to (?:get|reach|contact|see|have))? (?:a |an |the |some |any |your |my |one |with )*(?:real |live |actual |human |customer |support |service )*(?:humans?|person(?! to)|real people|agents?|representatives?|rep|operators?|manager|supervisor|human being)\\b${thing}`,
  ),
  /\b(?:real|live|actual|human) (?:person|human|agent|people|being|support|operator|representative|help|one)\b(?! (?:fee|commission|rights|badge|photo|face))/,
  /^(?:(?:please|pls|plz|hi|hello|ok|just|now|a|an|the|get|give|me|to|human|humans|agent|agents|person|representative|representatives|rep|operator|someone|somebody|customer|service|care|support|manager|supervisor|talk|speak|want|need|i|live|real|thanks|asap|help)[\s\p{P}]*){1,12}$/u,
  /\b(?:not|stop|no|hate|tired of|sick of|enough|dont want|dont like|done with|fed up with|useless)(?: \w+){0,5} (?:bots?|robots?|chatbots?|machines?|ai|automated)\b/,
  /\b(?:is|are) (?:there|anyone|any) (?:\w+ ){0,2}(?:human|real person|person|people|anyone|agent)s?\b[^.]{0,20}\b(?:here|there|available|talk|speak|help|assist|chat|around)/,
  /\b(?:is|are) (?:there )?(?:anyone|anybody|somebody|someone)(?: \w+){0,1} (?:available|here|there)\b/,
  /\bcan (?:i|you|someone|somebody) (?:\w+ )?(?:call me|talk to me|speak to me)\b/,
];
const pastTalk =
  /\b(?:spoke|talked|spoken|chatted|was (?:transferred|connected)|been (?:transferred|connected)) (?:\w+ ){0,3}?(?:human|agent|representative|someone|somebody|person|manager|rep)s?\b/g;
const nameOfThing =
  /\b(?:user|real estate|travel|shipping|talent|insurance|customs|cleaning|bleaching|estate|forwarding|my|an? (?:scam|fake|impostor|fraud)|(?:youre|you are|s) an? real) agents?\b/g;
/** People and human things that nobody asks for. */
const otherPeople =
  /\bhuman (?:rights|review|body|error)\b|\b(?:a|some|this|that|the|one) person (?:who |that |in |at |copied|stole|posted|is |was |keeps )/;

function asksInEnglish(text: string): boolean {
  const cleaned = text.replace(pastTalk, ' ').replace(nameOfThing, ' ').replace(/ {2,}/g, ' ').trim();
  const [bare] = englishRequests.slice(3, 4);
  if (bare?.test(cleaned))
    return /human|agent|person|representative|\brep\b|operator|someone|somebody|customer (?:service|care|support)|manager|supervisor/.test(
      cleaned,
    );
  return englishRequests.some((it) => it !== bare && it.test(cleaned));
}
