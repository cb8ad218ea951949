import type { Lexicon } from '../cues.ts';

/** Cues about shops. */
export const merchant: Lexicon = {
  'merchant.opening.apply': `
8 business license|business licence|become a seller|sole trader|营业执照|个体户
6 @shop|商家 & 开|入驻|资质|材料|条件|注册|执照|申请|改名|转让|类目|主体|documents|register|open*|requirement*|rename|licen*|apply|papers|category
3 资质|执照|入驻|qualification|onboard*
-6 保证金|deposit
-3 ad|广告
5 开店|入驻|小店|抖店|店铺|open a|my shop|a shop|a store & 条件|要求|材料|流程|审核|多久|怎么|个人|类目|改名|关闭|转让|变更|how|documents|close|rename|requirements|conditions|approved|rejected|category|personal`,
  'merchant.fees.commission': `
8 take from each sale|commission rate|技术服务费|抽几个点|扣点|抽成|费率
6 @shop|平台|商家|类目|每单|platform|seller|category|sale & 佣金|抽|服务费|commission|percentage|percent|rate|cut|fee
4 扣了|deduct* & %|个点|percent|佣金|commission
2 佣金|commission|fee
-6 达人|带货佣金|橱窗|星图|showcase|creator
-5 广告|ad
-4 运费
5 佣金|服务费|手续费|commission|service fee|rate|fees & 店|类目|多少|怎么算|每单|seller|platform|how much|calculat*|higher`,
  'merchant.fees.deposit': `
8 deposit|保证金
4 押金 & 店|退|交|多少|back|how much|refund*
4 押金 & 多少|退|补|什么时候|when|refund|pay|top up|increase|why
-4 购物车|sell products`,
  'merchant.product.rejected': `
8 上架失败
6 商品|宝贝|链接|上架|product|item|sku|listing*|goods & 审核|下架|违禁|不通过|不过|驳回|标题|主图|屏蔽|rejected|taken down|removed|hidden|prohibited|title|picture|not approved|delisted|fail*
3 上架|违禁词|主图|listing
5 商品|产品|宝贝|链接|详情页|类目|资质|product*|listing*|item* & 不过|驳回|违规|下架|上不了|审核|屏蔽|rejected|removed|taken down|violat*|approve|hidden|delisted`,
  'merchant.violation.points': `
8 violation points|experience score|扣了分|违规分
6 @shop & 扣分|违规|罚|降权|封店|关停|体验分|清退|扣了|penal*|violation|points|suspended|fine|downgraded
5 扣分|罚款|points & 申诉|撤销|宣传|发货|appeal|contest|dispute|remove
3 体验分|扣分|points|penalt*
-4 deposit
5 店铺|小店|抖店|商家分|口碑分|体验分|shop|store|seller & 扣|低|掉|罚|申诉|违规|恢复|score|points|penalty|appeal|fined|limited|dropped|raise`,
  'merchant.funds.settlement': `
8 sales money|settlement|货款
6 @ownShop|商家 & 冻结|结算|提现|提不|账期|没到账|打款|资金|frozen|settle*|withheld|on hold|withdraw*|funds|proceeds|balance
4 结算|settle*|proceeds & 订单|店|order|sale
5 营业额|结算|sales|proceeds & 提|没到|冻结|多久|周期|什么时候|少|withdraw*|when|late|frozen|hold|missing|less|paid out`,
  'merchant.dispute.buyer': `
8 empty box|恶意退款|职业打假|恶意差评|仅退款|薅羊毛|调包|空包
6 @buyer & 退款|退货|差评|判|赔|不还|申诉|恶意|骗|勒索|refund*|return*|review|claim*|chargeback|dispute|swapped|scam*
4 平台判|判他|判责|偏袒|decision & @buyer|货|商家|seller
3 买家|buyer|职业
5 买家|顾客|客户|buyer|customer & 退|威胁|拒收|掉包|空|abus*|refund|fake|threatens|rejected|used|worn`,
};
