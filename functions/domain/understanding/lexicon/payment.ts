import type { Lexicon } from '../cues.ts';

export const payment: Lexicon = {
  'payment.checkout.failed': `
    4 支付失败|付款失败|支付异常|付不了款|付不了|充值失败|无法支付|支付不了|付款不了|充不了|不能付款|payment failed|payment fail*|cant pay|card declined|payment declined|cannot pay|wont go through|didnt go through|unable to pay
    3 @pay & 失败|异常|不了|不成功|风控|拒绝|限制|报错|不上|fail*|declin*|error|refused|blocked|wont|not work*|doesnt work|reject*|cant complete|keeps
    1.5 支付宝|微信支付|收银台|支付|付款|checkout|apple pay|google pay|paypal
    -3 扣了|没到账|被扣|两次|twice|charged|deduct*
    -2.5 忘|改支付密码|解绑|pin|remove
    -2.5 已付|付款一|付完|paid
    -2 退款|refund*
    -2 @child
    -2 发货|发出|ship*
    2.5 付|支付|充值|pay|payment|card|top up & 不|失败|不上|风险|限制|密码错|declin*|decline|wont|not work*|couldnt|hasnt worked|failed|cant|error|unsuccessful
    2 付款页面|二维码付款|指纹支付|分期|花呗|月付|installment*
    -3 never made|not mine|didnt do|did not make|didnt make|不是我`,
  'payment.charge.duplicate': `
    4 重复扣款|扣了两次|扣两次|多扣钱|多扣了|扣了两遍|重复支付|付了两次|自动续费|连续包月|自动扣费|重复扣费|charged twice|double charged|charged two times|duplicate charge|overcharged|auto renew*|automatic renewal|charged again|billed twice|auto-renew*|renewed without
    3 @deduct & 两次|两遍|两笔|重复|多|twice|two times|double|duplicate|too much|same order|extra|again|more than
    3 会员|订阅|续费|包月|vip|subscription|membership|renew* & 扣|取消|关不掉|关闭|没取消|charged|cancel*|still|unsubscribe
    1.5 续费|subscription|会员
    -3 广告|千川|计划|campaign|ad account|ads
    -3 不是我|莫名|盗|never made|unauthori*|dont recognise|dont recognize
    -3 客服打|自称|共享屏幕|share my screen
    -2 @child
    -2 几个点|佣金
    2.5 扣|付|charg*|transaction*|payment* & 两次|两遍|重复|多次|multiple times|several times|twice|same transaction|two of|again|double|double the
    2.5 自动续费|续费|会员|subscription & 关|退|取消|怎么|how|cancel|stop|refund`,
  'payment.charge.unauthorised': `
    4 盗刷|被盗刷|莫名扣款|莫名其妙扣钱|莫名其妙扣款|不是我操作|不是本人操作|资金被盗|未授权|钱被转走|钱被盗|莫名被扣|unauthori*|stolen card|card was stolen|didnt make this payment|didnt authorise|didnt authorize|fraudulent charge*|unknown charge*|payments i didnt make|someone is using my card|dont recognise|dont recognize
    3 @deduct & 莫名|不是我|不是本人|没操作|没买|不知道|无缘无故|陌生|盗|半夜|凭空|不明|never made|never bought|didnt make|not me|wasnt me|unknown|strange|someone|without my|stolen|no idea|hacker|mysterious
    2.5 @card|余额|零钱|钱包|wallet|balance & 被转|被刷|没了|少了|清空|转走|划走|盗|emptied|gone|stolen|drained|missing money|someone
    -3 @child
    -2.5 计划|千川|campaign|ad account
    -2 客服|自称|骗我|talked me|投资|任务
    -2.5 会员|续费|subscription|renew*
    -3 佣金|店铺|shop|扣分|宣传|保证金
    3 payment*|transaction*|charge*|direct debit|debit|purchase* & not mine|did not make|didnt make|didnt do|did not do|never made|dont recognise|dont recognize|cant recognise|not recognising|not recognizing|even though i have not|where this charge|odd payment|strange payment|not used my card|never seen|i never|dont think i made
    2.5 不是我买|我没买|没消费|没付过|扣了不知道|谁扣|谁用我 & 钱|扣|卡|单|付|账`,
  'payment.wallet.balance': `
    4 抖币没到账|充值没到账|充值未到账|充值不到账|绑银行卡|解绑银行卡|解绑卡|换绑银行卡|支付密码|余额提现|零钱提现|钱包|coins not received|coins didnt arrive|payment password|payment pin|remove my bank card|unbind*|add a bank card|wallet|remove my card
    3 抖币|钻石|充值|金币|coin*|diamonds|recharge* & 没到|未到|不到账|没收到|扣了|没加|not received|never|didnt|not credited|missing|not arrived|havent|still
    3 @card|余额|零钱 & 绑定|绑|解绑|换绑|删除|添加|限额|提现|提到|限制|remove|unlink|add|link|bind|limit|withdraw|delete
    1.5 余额|零钱|抖币|coin*|限额|balance
    -3 @ownShop|货款|保证金
    -3 音浪|收益|earnings|payout
    -3 广告|千川|ad account|ads
    -3 不是我|盗刷|莫名|unauthori*|never made|someone
    -2.5 退款|refund*
    -2 身份证|实名
    -2 @child
    -2 骗|scam*
    2.5 余额|钱包|抖币|充值|零钱|balance|wallet|coins|money added|amount added|deposit & 不对|没到|少|提现|怎么|查|退|没有|不显示|wrong|incorrect|missing|not added|not showing|showing wrong|withdraw|not there|not credited|how|check
    2.5 debited|deducted|扣了|扣款成功 & not added|not credited|没到|没充上|not showing|not received|没收到
    -2.5 rewards|活动
    -2 退款|refund*`,
  'payment.minor.recharge': `
    4 未成年退款|未成年充值|未成年打赏|孩子充值|孩子打赏|小孩充值|小孩打赏|熊孩子|孩子偷偷|未成年消费|minor refund|my kid spent|my son spent|my daughter spent|my child spent|child spent
    3.5 @child & 充值|打赏|刷了|刷礼|花了|充了|偷偷|刷掉|消费|买了|转|付款|嘉年华|spent|bought|recharg*|gifts|gift|charged|purchas*|topped up|sent|paid
    1.5 @child & 退|钱|refund*|money|dollar*|back
    -2 青少年模式|parental|teen mode|screen time|limit
    -2.5 骂|欺负|陌生人|stranger|bully*
    -2 骗|scam*
    -1.5 尺码|童装|玩具
    2 @child & 游戏|抖币|直播|主播|coins|live|game|streamer|credit card|card|wallet|recharge`,
};
