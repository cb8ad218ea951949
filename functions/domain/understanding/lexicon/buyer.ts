import type { Lexicon } from '../cues.ts';

/** Cues about buying: orders, refunds, returns, quality, price, invoices. */
export const buyer: Lexicon = {
  'buyer.order.tracking': `
8 track my order|tracking hasnt|says delivered|显示已签收|查物流|没签收
6 @parcel & 不动|没动|没更新|停|丢|到哪|多久到|没到|没收到|签收|转运|卡在|滞留|代收|不更新|没消息|where|stuck|lost|hasnt moved|missing|late|no update|delivered but|when will|not updat*|still|never arriv*|didnt arrive
4 什么时候到|几天到|到货|派送|驿站|where is my|when will it arrive|in transit & 货|东西|快递|件|订单|买|order|item|stuff|it
2 快递|物流|包裹|parcel|package|tracking|courier|transit
-5 退货|寄回|退款|return*|refund*|运费|postage
-5 broken
5 order*|delivery|package|parcel|item|shipment|it & delay*|late|when will|where|status|arrive*|deliver*|expected|long ago|how many days|not updated|receive my|supposed to
5 订单|快递|包裹|货|东西 & 到哪|什么时候到|几天到|还没到|没收到|没送|延误|查
4 order status|delayed|delivery time|派件|快递员|配送
-5 refund*|return*|cancel*|退
-4 code`,
  'buyer.order.not-shipped': `
8 not dispatched|hasnt shipped|fake shipping|not shipped|迟迟不发|虚假发货|不发货|没发货|未发货|没发出|还不发|不给发
6 @seller|@order & 发货|没发|缺货|断货|没货|无货|预售|out of stock|ship*|dispatch*|backorder
4 缺货|没货|out of stock|发出来|发货
2 催
-5 return*
-4 假|fake
5 @seller|order*|订单|买的|付款 & 没发|什么时候发|拖|preorder|unshipped|processing
4 催发货|预售|什么时候发|赔付`,
  'buyer.order.cancel-change': `
8 cancel it|撤单|拍错
6 @order & 取消|改|填错|选错|写错|地址|cancel*|change|wrong size|edit|modify|mistake|picked the wrong
4 地址|收货人|收件|address & 改|错|换|change|wrong|update
2 地址|取消
-6 自动续费|会员
-6 寄回|退货
-4 arrived
6 cancel*|取消 & 单|item
5 ordered wrong|by mistake & order*|bought|item
5 地址|电话|收件人|颜色|尺码|规格|数量|address|phone number on & 订单|下单|改|换|change|modify|update|wrong|issue|order
4 modify address|address change|change delivery|拍重了|拍多了
-4 续费`,
  'buyer.refund.apply': `
8 get my money back|get a refund|申请退款
5 @refund & @how
5 @refund & 不喜欢|不合适|买的|收到|后悔|想|要|want|bought|purchas*|changed my mind|request|order*
3 @refund
-6 @refund & @refuse
-6 @granted
-5 not arrived|没看到|还没到
-6 @child
-5 退货|return*|exchange*
-4 打赏|主播|gift*
-6 保证金|deposit|ad
-5 买家|buyer
-4 twice|两次
-4 postage
-4 骗|scam*
4 退款|refund*|money back & 申请|按钮|入口|步骤|条件|apply|button|where|how|process|steps|need|please|unhappy|dissatisf*
3 我要退|退掉|想退|退钱
-5 ban*|注销|delet*
-6 showing|not show*|cant see|taking so long|statement`,
  'buyer.refund.refused': `
8 不给退|不肯退|拒退
6 @refund & @refuse
5 退货|return & @refuse
4 介入|step in|intervene & @refund|@seller
3 二次销售|介入|step in
-4 @child
5 @seller & 退款|退货|refund|return & 不|拒|骗|扯皮|扣|超时|ignor*|wont|partial|condition*
4 仲裁`,
  'buyer.refund.not-arrived': `
8 havent received my refund|refund not received|where is my refund|refund still|退款多久到
6 @refund & @notCome
6 @granted & @notCome
6 @granted & 卡里|银行卡|没看到|一分钱|没钱|原路|到账|天了|account|bank|card|nothing|yet
4 @refund & 天了|多久|到账|原路
2 到账|原路
-6 @ownShop
-4 抖币|钻石|充值
-5 @refuse
-4 withdraw*
6 refund* & showing|cannot see|cant see|dont see|find|missing|taking so long|statement|when will|when do|long time|not in my|status|checked|yet
5 退款 & 多久|几天|没到|原路`,
  'buyer.return.process': `
8 send something back|send it back|七天无理由|7天无理由|换货
6 退货|寄回|退换|退回去|换一|换大|换小|换个|return*|exchange*|swap & @how|地址|单号|取件|几天|期限|流程|尺码|大一号|小一号|拆|address|label|tracking|days|size|opened|pick up|deadline|larger|smaller|colour|color
4 退货|换货|寄回|return it|exchange
-6 运费|邮费|谁出|postage|who pays|freight
-6 @refuse & 退货|return
-5 buyer
5 退货|退换|return*|exchange*|replace* & 想|要|申请|流程|怎么|在哪|超过|过了|拆封|上门|want|need|policy|how|item|order|product|received|period|past|pickup|cost|can i
4 七天|7天|寄错|退货单|取件|replacement`,
  'buyer.return.freight': `
8 who pays for return
6 运费|邮费|快递费|postage|freight|carriage & 退|谁|赔|出|险|补|多少|return*|who|insurance|cover*|compensat*|reimburs*|half|only|paid
3 运费|邮费|postage|freight
5 运费|邮费 & 怎么|没到|多久|几块|不够|买了|有没有
4 包邮|insurance & 退|return*|postage|shipping`,
  'buyer.quality.defect': `
8 different from|wrong color|wrong item|质量问题|货不对板|质量差|发错|少发|漏发|错发|少件
6 收到|买的|到货|打开|用了|穿|寄来|拆开|发来|arrived|received|came|bought|got|opened|delivered & @broken
6 收到|到货|拆开|打开|发来|寄来|arrived|received|package|box|sent me & 少了|缺|不一样|色差|不对|错|不符|missing|wrong|different|incomplete|instead of|nothing like|not the
4 @broken & 商品|东西|衣服|鞋|杯|机|product|item
3 质量|色差|瑕疵|少了|defect*|quality|damaged
-6 @fake
-6 app
-6 stream*
5 商品|东西|产品|item|product|stuff|goods|收到的 & 问题|坏|不对|烂|差|不好用|不一样|少|missing|wrong|bad|poor|damaged|defective|broken|quality|incomplete|different
4 缺件|破损|假一赔|bad quality`,
  'buyer.quality.counterfeit': `
8 counterfeit*|knock off|knockoff|replica|买到假|假货|卖假|假鞋|假包|高仿|仿品|山寨
6 @fake & @genuine
6 @fake & @seller
5 @fake & 买|收到|包|表|酒|香水|化妆品|bought|received|bag|shoes|watch|perfume|product|item|brand
4 鉴定|真伪|真假|翻新|authentic*|refurbish*|genuine
5 original|genuine|authentic*|originality|正品|真货 & product|item|supplement|seller|shop|know|is it|get|sure|or not|吗|怎么|保证|买|是不是
4 冒牌|三无|防伪`,
  'buyer.price.protection': `
8 coupon didnt|price match|价保|保价|差价|满减
6 优惠|券|折扣|立减|补贴|红包|coupon*|discount*|voucher|promo code & 没用|没生效|没减|没抵|不能用|用不了|没享受|没扣减|not appl*|didnt work|wasnt appl*|not work*|invalid
6 便宜|降|跌|cheaper|dropped|reduced & 买|下单|昨天|刚|价|bought|after|yesterday|price
3 价|coupon|price
5 价格|price & 变|涨|贵|保护|差|drop*|lower|higher|changed|difference
5 优惠|券|补贴|红包|coupon*|discount*|voucher* & 订单|下单|买|付|结算|order*|checkout|bought|not|没|退`,
  'buyer.invoice.request': `
8 开发票|要发票|开票
6 发票|invoice* & 订单|买|商家|抬头|税号|报销|店家|下载|改|错|order|bought|purchas*|company name|tax number|seller|download|laptop
4 发票|invoice*|receipt|报销
-8 广告|巨量|ad
4 发票|invoice*|receipt & 怎么|在哪|多久|没|重开|专票|how|where|get|send|missing|wrong|need`,
};
