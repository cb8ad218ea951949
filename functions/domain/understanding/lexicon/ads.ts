import type { Lexicon } from '../cues.ts';

/** Cues about paid promotion. */
export const ads: Lexicon = {
  'ads.delivery.effect': `
8 improve targeting|roas|没效果|没转化|转化差|roi|涨粉少|跑不动|cpa|投产|起量
6 @ad & 效果|转化|涨|粉|播放|单|才|没有|太差|没人|成交|线索|定向|优化|没量|views|sale|followers|fans|leads|clicks|conversion*|results|perform*|targeting|optimi*|zero|nothing|worth
3 投放|投流|dou+|抖+|豆荚|千川|campaign|targeting
-6 审核|不给过
-6 关了|paused|stopped|charged|扣我
-6 充值|余额|退|invoice|top up|add funds|balance
4 dou+|投流|投放|广告|ad|boost*|promot* & 没|少|不|怎么投|怎么选|技巧|few|little|no|low|useless|how|better|target*`,
  'ads.delivery.rejected': `
8 投不了
6 @ad & @pass
6 @ad & 审核|不给过|过不了|营销内容|资质|违规|投不了|不能投|不让投|qualification|policy|violat*|review*|not allowed|stopped by
4 素材|creative & 拒|审核|reject*|disapprov*|review*
4 dou+|投放|广告|ad|promot*|boost* & 拒|不通过|审核|失败|驳回|不能|rejected|denied|not approved|review|declined`,
  'ads.billing.charge': `
8 overspent|消耗异常|乱扣费|超预算|空耗
6 @ad|计划 & 扣我|还在扣|多扣|乱扣|扣费|秒没|关了|停了|暂停|没消耗|没跑|charging|charge|overcharged|billed|deduct*|paused|stopped|drained|billing
4 计划|预算|campaign|budget & 扣|charg*|spen*
-5 top up
4 dou+|千川|广告|投放|计划|ad|campaign & 扣|多|费用|账单|消耗|charg*|bill*|cost|spent|fee|double`,
  'ads.account.topup': `
8 ads manager account|巨量引擎账户|广告账户|投放账户|赠款
6 @ad & 充值|余额|发票|开票|开户|退|转账|优惠券|剩|充的|top up|add funds|invoice*|refund|balance|coupon*|credit|open an account|vat|unused|leftover|payment method
-6 charged|paused
4 dou+|千川|广告|巨量|投放|ad & 充|余额|退|发票|开户|券|账户|refund|invoice*|balance|coupon*`,
};
