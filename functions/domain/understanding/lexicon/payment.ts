import type { Lexicon } from '../cues.ts';

/** Cues about payments, charges and the wallet. */
export const payment: Lexicon = {
  'payment.checkout.failed': `
8 didnt go through|wont go through|充不了
6 @pay & 失败|异常|不了|不成功|风控|拒绝|限制|报错|不上|fail*|declin*|error|refused|blocked|wont|not work*|doesnt work|reject*|keeps
3 收银台|支付|付款|checkout|apple pay|google pay|paypal
-6 扣了|没到账|被扣|两次|twice|charged|deduct*
-5 忘|pin|remove
-5 付款一|付完|paid
-4 退款|refund*
-4 @child
-4 发货|发出|ship*
5 付|充值|pay|payment|card|top up & 不|失败|风险|declin*|wont|not work*|couldnt|failed|cant|error|unsuccessful
4 付款页面|分期|花呗|月付|installment*
-6 never made|not mine|didnt do|did not make|didnt make|不是我`,
  'payment.charge.duplicate': `
8 renewed without|overcharged|auto renew*|自动续费|连续包月
6 @deduct & 两次|两遍|两笔|重复|多|twice|two times|double|duplicate|too much|same order|extra|again|more than
6 会员|订阅|续费|包月|vip|subscription|membership|renew* & 扣|取消|关不掉|关闭|charged|cancel*|still|unsubscribe
3 续费|subscription|会员
-6 广告|千川|计划|campaign|ad account|ads
-6 不是我|莫名|盗|never made|unauthori*|dont recognise|dont recognize
-6 共享屏幕|share my screen
-4 @child
-4 几个点|佣金
5 扣|付|charg*|transaction*|payment* & 两次|两遍|重复|多次|multiple times|several times|twice|same transaction|again|double
5 续费|会员|subscription & 关|退|取消|怎么|how|stop|refund`,
  'payment.charge.unauthorised': `
8 someone is using my card|didnt authorise|didnt authorize|dont recognise|dont recognize|unauthori*|不是我操作|资金被盗|钱被转走|未授权|钱被盗|盗刷
6 @deduct & 莫名|不是我|没操作|没买|不知道|无缘无故|陌生|盗|半夜|凭空|不明|never made|never bought|didnt make|not me|wasnt me|unknown|strange|someone|without my|stolen|no idea|hacker|mysterious
5 @card|余额|零钱|钱包|wallet|balance & 被转|被刷|清空|转走|划走|盗|emptied|gone|stolen|drained|someone
-6 @child
-5 计划|千川|campaign|ad account
-4 客服|骗我|talked me|任务
-5 会员|续费|subscription|renew*
-6 佣金|店铺|shop|扣分|宣传|保证金
6 payment*|transaction*|charge*|debit|purchase* & not mine|did not make|didnt make|didnt do|did not do|never seen|i never|dont think i made
5 我没买|没消费|没付过|谁扣|谁用我 & 钱|扣|卡|单|付|账`,
  'payment.wallet.balance': `
8 remove my bank card|payment password|add a bank card|payment pin|unbind*|wallet|支付密码|钱包
6 抖币|钻石|充值|金币|coin*|diamonds|recharge* & 没到|未到|不到账|没收到|扣了|没加|not received|never|didnt|not credited|missing|not arrived|havent|still
6 @card|余额|零钱 & 绑|删除|添加|限额|提现|提到|限制|remove|unlink|add|link|bind|limit|withdraw|delete
3 余额|零钱|抖币|coin*|限额|balance
-6 @ownShop|保证金
-6 音浪|收益|earnings|payout
-6 广告|千川|ad account|ads
-6 不是我|莫名|unauthori*|never made|someone
-5 退款|refund*
-4 身份证|实名
-4 @child
-4 骗|scam*
5 余额|抖币|充值|零钱|balance|coins|amount added & 不对|没到|少|提现|怎么|查|退|没有|不显示|wrong|incorrect|missing|not added|not showing|withdraw|not there|not credited|how|check
5 debited|deducted|扣了|扣款成功 & not added|not credited|没到|not showing|not received|没收到
-5 rewards|活动
-4 退款|refund*`,
  'payment.minor.recharge': `
8 minor refund|未成年退款|熊孩子
7 @child & 充值|打赏|刷了|刷礼|花了|充了|偷偷|刷掉|消费|买了|转|付款|嘉年华|spent|bought|recharg*|gift|charged|purchas*|topped up|sent|paid
3 @child & dollar*
-4 parental|limit
-5 骂|bully*
-4 骗|scam*
-3 尺码
4 @child & 游戏|抖币|直播|主播|coins|live|game|card`,
};
