import type { RiskCategory } from '../../../schemas/risk.ts';

/** What each category is called towards customers and agents. */
const names: Record<RiskCategory, { zh: string; en: string }> = {
  fraud: { zh: '诈骗或索要验证码、密码', en: 'fraud, or asking for codes and passwords' },
  gambling: { zh: '赌博', en: 'gambling' },
  pornography: { zh: '色情', en: 'sexual content' },
  violence: { zh: '威胁或暴力', en: 'threats or violence' },
  contraband: { zh: '违禁品', en: 'illegal goods' },
  weapons: { zh: '武器', en: 'weapons' },
  politics: { zh: '违法的政治内容', en: 'unlawful political content' },
  hate: { zh: '辱骂或仇恨', en: 'insults or hatred' },
  'self-harm': { zh: '自我伤害', en: 'self-harm' },
  minors: { zh: '伤害未成年人', en: 'harm to minors' },
  diversion: { zh: '引导到平台以外联系或付款', en: 'contact or payment outside the platform' },
  spam: { zh: '广告', en: 'advertising' },
};

/** What somebody reads whose message is not sent. */
export function refusalWords([category = 'spam']: readonly RiskCategory[], language: 'zh' | 'en'): string {
  const name = names[category][language];
  return language === 'zh'
    ? `这条消息没有发出：内容看起来涉及${name}。如果判断有误，请申诉，会有人复核。`
    : `This message was not sent: it looks like ${name}. If that is wrong, appeal, and a person will look at it.`;
}
