import type { SlotValue } from '../../../schemas/dialogue.ts';
import { UNSURE } from './slots.ts';

/** Everything a kit may learn: what the desk calls it in Chinese and English, and the unit of a number. */
const names = {
  order: ['订单号', 'order number'],
  idValid: ['身份证在有效期', 'ID card valid'],
  bankPhone: ['与银行预留手机号一致', 'phone matches the bank’s'],
  hint: ['页面提示', 'page says'],
  odd: ['有非本人操作', 'actions not their own'],
  pace: ['减少方式', 'how they went'],
  lost: ['减少数量', 'how many lost'],
  when: ['时间', 'when'],
  format: ['视频格式', 'format'],
  size: ['文件大小', 'size', 'MB'],
  stuck: ['卡在哪里', 'stuck at'],
  flagged: ['有违规或限制提示', 'violation shown'],
  views: ['播放量', 'views'],
  hour: ['发布时间(点)', 'hour posted'],
  unwell: ['使用后身体不适', 'felt unwell'],
  issue: ['问题类型', 'kind of problem'],
  photos: ['有照片/视频凭证', 'has photos'],
  shopSays: ['商家处理', 'shop’s reaction'],
  why: ['退货原因', 'reason of return'],
  insured: ['有运费险', 'insured'],
  paid: ['实付运费', 'freight paid', '元'],
  received: ['保险已赔', 'paid by the insurance', '元'],
  standard: ['首重标准', 'first-weight standard', '元'],
  limit: ['保额', 'policy limit', '元'],
  penalty: ['处罚原因', 'penalty reason'],
  mistaken: ['认为误判', 'says it is a mistake'],
  evidence: ['凭证与说明', 'evidence'],
  otherSide: ['对方说法', 'other side’s account'],
  claim: ['希望的结果', 'wants'],
  waited: ['已等待', 'waited'],
  link: ['链接或作品', 'link or post'],
  canSignIn: ['还能登录', 'can still sign in'],
  moneyLost: ['有资金损失', 'money lost'],
  violation: ['侵权类型', 'kind of violation'],
  pickUp: ['取件问题', 'pick-up problem'],
  counterpart: ['对方是谁', 'other party'],
  happened: ['经过', 'what happened'],
  gaveSecret: ['透露过密码/验证码或共享屏幕', 'gave away a secret or shared the screen'],
  contact: ['对方联系方式', 'how they made contact'],
} as const satisfies Record<string, readonly [zh: string, en: string, unit?: string]>;

export type SlotName = keyof typeof names;

/** What is known so far. */
export type Slots = Readonly<Partial<Record<SlotName, SlotValue>>>;

const byName: Readonly<Record<string, readonly [zh: string, en: string, unit?: string]>> = names;

/** The slots among stored values; names that no kit knows any more are left out. */
export function slotsOf(stored: Readonly<Record<string, SlotValue>>): Slots {
  return Object.fromEntries(Object.entries(stored).filter(([name]) => name in byName));
}

/** What the desk reads for the values of numbered answers. */
const values: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  [UNSURE]: ['不清楚', 'does not know'],
  mismatch: ['信息不一致', 'details do not match'],
  face: ['人脸或照片不通过', 'face or photo refused'],
  used: ['已认证其他账号', 'identity used elsewhere'],
  tries: ['次数过多', 'too many tries'],
  other: ['其他', 'other'],
  sudden: ['一天内集中减少', 'many at once'],
  gradual: ['慢慢减少', 'little by little'],
  network: ['进度慢或不动', 'slow or no progress'],
  converting: ['99%转码', 'stuck converting'],
  resolution: ['分辨率或转码失败', 'resolution refused'],
  phone: ['手机或权限', 'phone or permission'],
  broken: ['质量问题或破损', 'broken or faulty'],
  wrong: ['发错', 'wrong item'],
  missing: ['少发', 'something missing'],
  unlike: ['与描述不符', 'not as described'],
  none: ['尚无', 'none yet'],
  refused: ['商家拒绝', 'refused'],
  silent: ['商家不回应', 'no answer'],
  waiting: ['等待商家', 'waiting'],
  fault: ['商品有问题', 'faulty goods'],
  mind: ['无理由退货', 'changed mind'],
  portrait: ['肖像', 'likeness'],
  privacy: ['隐私', 'privacy'],
  reputation: ['名誉', 'reputation'],
  impersonation: ['冒充', 'impersonation'],
  nobody: ['没人来', 'nobody came'],
  change: ['改约或取消', 'change or cancel'],
  money: ['快递员收费', 'money asked'],
  number: ['没有单号或记录', 'no number or record'],
  option: ['没有入口', 'no option'],
  anchor: ['主播', 'broadcaster'],
  agency: ['公会或机构', 'agency'],
  viewer: ['观众', 'viewer'],
  secret: ['索要密码或验证码', 'asked for a secret'],
  screen: ['要求共享屏幕或装软件', 'screen sharing or software'],
  safe: ['要求先付款或转账', 'asked to pay first'],
  private: ['私人账号联系', 'private contact'],
};

/** What a slot says, for the desk: `文件大小：4096 MB`. */
export function describe(name: string, value: SlotValue, language: 'zh' | 'en'): string {
  const [zh, en, unit] = byName[name] ?? [name, name];
  const shown =
    unit !== undefined && typeof value === 'number'
      ? measured(value, unit, language)
      : shownAs(value, language);
  return language === 'zh' ? `${zh}：${shown}` : `${en}: ${shown}`;
}

function measured(value: number, unit: string, language: 'zh' | 'en'): string {
  if (unit === 'MB' && value >= 1024) return `${Math.round((value / 1024) * 10) / 10} GB`;
  return `${value} ${unit === '元' && language === 'en' ? 'yuan' : unit}`;
}

function shownAs(value: SlotValue, language: 'zh' | 'en'): string {
  if (typeof value === 'boolean') return language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no';
  const [zh, en] = values[String(value)] ?? [String(value), String(value)];
  return language === 'zh' ? zh : en;
}
