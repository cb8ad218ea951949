/** What a customer says of an answer, or of a question, beside a matter of their own. */
export type Feedback =
  'settled' | 'thanks' | 'not-solved' | 'will-try' | 'acknowledges' | 'waits' | 'leaves-it';

const notSolved =
  /没(?:有)?(?:什么|啥)?(?:解决|搞定|弄好|用|效果|变化|好(?!了?吗|意思)|成功|反应)|还(?:是)?(?:不行|不能|不可以|没好|没有?用|没有?解决|老样子|一样|这样|失败|报错|那样|没)|(?:还是|依然|仍然|仍|还)[^,。!?\s]{0,4}[不没](?![错过]|有?(?:来得及|试|弄|看|去|操作|时间|空))|不管用|不起作用|没卵用|不好使|(?:^|[,。!\s])(?:不行|不可以|不能用)(?:[啊呀的呢吧,。!\s]|$)|(?:都|已经?|全)(?:试|按|照)(?:过|着做|了)|试(?:过|了)(?:还|也|没|都|不)|依旧|依然(?:不|没)|仍然?(?:不|没|失败)|照样|still (?:not|no\b|nobody|nothing|waiting|has|have|did|is|doesn'?t|can'?t|won'?t|fail|the same|happen|stuck|broken|same)|did(?:n'?t| not) (?:work|help|solve|fix|change)|(?:not|never) (?:solved|working|fixed|helpful|resolved)|isn'?t (?:solved|working|fixed|resolved)|does(?:n'?t| not) (?:work|help)|no (?:luck|use|change|difference)|tried (?:that|it|all|everything|this)|same (?:problem|error|thing|issue)|unsolved|useless/;
const settled =
  /(?:解决|搞定|弄好|修好|处理好|传上去|发出去|登上|进去|收到|到账|恢复|弄明白|明白|清楚|懂|知道)(?:啦|了|咯|喽)(?!吗|么|没|\?)|(?:^|[,。!\s哦嗯])(?:好|可以|行|成功|ok|okay|没问题|正常)(?:啦|了|咯|喽)(?!吗|么|没|\?)|(?:终于|现在)(?:好|可以|行|成功|正常)|问题(?:已)?解决|(?:it'?s |is |all |now |been |got it )?(?:solved|fixed|sorted|resolved)(?! yet)|(?:it |that |this |now )?work(?:s|ed)(?: now| fine| great| perfectly|[!.]|$)|all good|problem solved|that did it|got it(?: working)?[!. ]*(?:thanks?|thx|ty)?|makes sense|(?:i )?understand now|figured it out/;
const thanks =
  /谢谢|多谢|感谢|谢啦|谢了|3q|辛苦(?:了|啦)|有劳|太好了|很有用|有帮助|帮大忙|thx|thank|cheers|\bty\b|appreciate|very helpful|great help|awesome|perfect/;
const willTry =
  /我?(?:先|去|再|这就|马上|回头|待会|等会|明天|晚点)(?:去)?(?:试|看|操作|弄|照做|申请|联系|查)|试试看|试一?(?:试|下)(?:看|吧|$)|(?:let me|i'?ll|i will|will|gonna|going to|imma) (?:go )?(?:try|check|give it|do that|have a look|see)/;
const acknowledges =
  /^(?:好+的?|嗯+|哦+|噢+|行|可以|ok|okay|k|收到|知道了?|明白了?|了解了?|懂了?|fine|alright|all right|got it|i see|noted|sure)[\s。.!~,吧啊呀哈的]*$/;
const waits =
  /^(?:好的?|嗯+|行|ok)?[,\s。]*(?:稍等|等(?:一?下|下|我|等|会)|等我(?:看|查|找)|我(?:先)?(?:看|查|找|翻|问)(?:一?下|看|找)|马上|在(?:看|找|查)|正在(?:看|找|查)|hold on|one (?:sec|moment|minute)|wait|just a (?:sec|moment|minute)|hang on|let me (?:check|look|see|find)|brb|checking)/;
const leavesIt =
  /^(?:算了|不用了|不需要了?|没事了?|没什么了?|不麻烦了?|不弄了|不问了|取消吧?|拜拜|再见|never ?mind|nvm|forget it|no need|not needed|leave it|bye|that'?s all|no thanks?)(?:[\s,。.!~，谢的吧了]|thanks?|谢谢|$)+/;
const asksMore =
  /[?？]|怎么|如何|为什么|为啥|咋|多久|哪里|能不能|可不可以|吗|how|why|when|where|what|which|can i|could you/;
const another =
  /换个问题|对了|另外|还有(?:个|一个|件)|再问|顺便|不是(?:这个|这件|问这)|其实(?:我)?(?:是)?(?:想|要)问|[还想]问(?:一?下|问|个)|还想问|先不(?:说|管)这个|别的(?:问题|事)|another (?:question|thing|problem|issue)|different (?:question|problem|issue)|also,|by the way|actually i|something else|not (?:about )?(?:this|that)\b/;

/** Reads a short reply for what it says of the bot's last message; undefined when it is about something else. */
export function feedbackIn(normalized: string): Feedback | undefined {
  const text = normalized.trim();
  const long = Array.from(text.replace(/[\s\p{P}]/gu, '')).length > (/\p{Script=Han}/u.test(text) ? 30 : 90);
  if (notSolved.test(text)) return 'not-solved';
  if (waits.test(text)) return 'waits';
  if (willTry.test(text) && !long) return 'will-try';
  if (long) return undefined;
  if (leavesIt.test(text)) return 'leaves-it';
  if (acknowledges.test(text)) return 'acknowledges';
  if (asksMore.test(text)) return undefined;
  if (settled.test(text)) return 'settled';
  return thanks.test(text) ? 'thanks' : undefined;
}

/** Words that announce a new matter. */
export function changesTopic(normalized: string): boolean {
  return another.test(normalized);
}
