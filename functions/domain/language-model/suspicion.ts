import { normalize } from '../understanding/normalize.ts';

/**
 * Words that talk to the model instead of about the matter. Where they stand, in a message or in an article, the model is not even
 * asked. This saves calls and is no defence: what the model writes is held to the articles all the same.
 */
const tellTale: readonly RegExp[] = [
  /(?:忽略|无视|忘记|忘掉|不要管|绕过|覆盖)(?:你|之前|以上|前面|上面|所有|一切|全部).{0,6}(?:指令|指示|规则|提示|设定|要求|限制)/,
  /(?:系统|开发者|管理员)指令|(?:开发者|调试|上帝)模式/,
  /提示词|越狱|\bjailbreak/,
  /(?:你现在是|从现在(?:开始|起)你|你(?:要)?扮演|假装你|作为(?:一个|一名)?(?:ai|人工智能|模型|助手))/,
  /(?:一字不差|逐字|原样)(?:.{0,4})(?:输出|重复|复述)|重复(?:上面|以上)/,
  /(?:ignore|disregard|forget|override|bypass)\b.{0,30}\b(?:instructions?|rules?|prompts?|above|previous)/,
  /\b(?:system|developer|debug|admin|god) (?:prompt|mode|message|instructions?|rules?)\b/,
  /\b(?:you are now|act as|pretend you|role-?play|as an ai)\b/,
  /\b(?:repeat|print|output|reveal|summari[sz]e)\b.{0,30}\b(?:above|instructions?|rules|verbatim|word for word)/,
  /<\/?(?:system|customer|articles?|assistant|user|candidates)>|^(?:system|assistant|系统|助手)[:：]/m,
  /!\[[^\]]*\]\(|\b(?:base64|rot13)\b/,
];

/** Whether a text tries to give the model orders. */
export function givesOrders(text: string): boolean {
  const folded = text.split('\n').map(normalize).join('\n');
  return tellTale.some((it) => it.test(folded));
}
