/**
 * What the platform needs of data/taxonomy.json at run time; a test holds the two to each other. One node a line, a dot for each
 * level: `id|Chinese|English`, and for a leaf the letters of its priority and queue, and `b` when the bot may settle it alone.
 */
export const taxonomyIndex = `
account|账号|Account
.login|登录|Sign-in
..forgot-password|忘记或修改密码|Forgotten or changed password|nsb
..code-not-received|收不到验证码|Verification code not received|nsb
..phone-changed|手机号停用或换绑|Phone number lost or to be rebound|nsb
.verification|认证|Verification
..real-name|实名认证失败或变更|Real-name verification fails or must change|nsb
.restriction|处罚|Restriction
..ban-appeal|封禁、禁言申诉|Appeal against a ban or mute|ht
.security|安全|Security
..stolen|账号被盗或异常登录|Account stolen or strange sign-in|ut
.lifecycle|生命周期|Life cycle
..delete|注销账号|Delete the account|nsb
.profile|资料|Profile
..followers-dropped|粉丝异常减少|Followers vanished|nsb
.privacy|隐私|Privacy
..settings|资料与隐私设置|Profile and privacy settings|lsb
content|内容|Content
.upload|发布|Publishing
..failed|上传或发布失败|Upload or publishing fails|nsb
.review|审核|Review
..rejected|审核不通过或审核过久|Review rejected or too slow|nt
.reach|流量|Reach
..low|播放量低、疑似限流|Low views or suspected throttling|ncb
.copyright|版权|Copyright
..flagged|被判搬运或侵权|My post was flagged as copied|nt
.report|举报|Reporting
..others|举报他人内容或行为|Report someone else's content or conduct|ntb
.creation|创作工具|Creation tools
..music-effects|音乐、特效与剪辑|Music, effects and editing|lsb
live|直播|Live
.access|开播|Going live
..permission|直播权限申请|Permission to go live|ncb
.rules|规则|Rules
..violation|直播违规与处罚|Broadcast cut off or penalised|ht
.stream|推流|Streaming
..technical|直播卡顿、黑屏、推流故障|Streaming fault|hsb
.gifts|礼物|Gifts
..problem|礼物送错、丢失、要求退还|Gift mistaken, missing or to be returned|nf
.selling|带货|Selling
..rules|带货规则与购物车权限|Rules and permission to sell in a room|ncb
.dispute|纠纷|Disputes
..anchor|与主播或公会的纠纷|Dispute with a broadcaster or agency|nt
creator|创作者|Creator
.income|收入来源|Sources of income
..incentive-plan|创作者激励计划|Creator incentive plan|ncb
..commercial-orders|商单、橱窗与带货佣金|Brand orders, showcase and affiliate commission|ncb
.earnings|收益|Earnings
..withdraw|收益结算与提现|Settlement and withdrawal of earnings|nf
.growth|成长|Growth
..traffic-policy|流量扶持、等级与认证|Traffic support, levels and badges|ncb
buyer|购物|Shopping (buyer)
.order|订单|Orders
..tracking|订单与物流查询|Order and parcel tracking|nab
..not-shipped|商家不发货|Seller does not ship|nab
..cancel-change|取消订单或改地址|Cancel or change an order|nab
.refund|退款|Refunds
..apply|申请退款|Ask for a refund|nab
..refused|商家拒绝退款|Refund refused by the seller|ha
..not-arrived|退款未到账|Refund not arrived|nfb
.return|退换货|Returns
..process|退货换货流程|Return and exchange|nab
..freight|运费与运费险|Return freight and its insurance|nab
.quality|商品问题|Goods
..defect|质量问题、错发少发、描述不符|Defective, wrong, missing or not as described|nab
..counterfeit|疑似假货|Suspected counterfeit|ht
.price|价格|Price
..protection|价保与优惠未生效|Price protection and discounts|nab
.invoice|发票|Invoices
..request|订单发票|Invoice for an order|lab
merchant|商家|Merchant
.opening|开店|Opening a shop
..apply|入驻开店|Open a shop|nmb
.fees|费用|Fees
..commission|佣金与服务费率|Commission and service rates|nmb
..deposit|保证金|Deposit|nmb
.product|商品|Products
..rejected|商品审核不过或下架|Product rejected or taken down|nmb
.violation|违规|Violations
..points|店铺违规分与处罚申诉|Violation points and shop penalties|hm
.funds|资金|Funds
..settlement|货款结算与冻结|Settlement of sales money|hf
.dispute|买家纠纷|Disputes with buyers
..buyer|恶意退款与买家纠纷|Abusive buyers and disputed cases|nm
ads|广告投放|Advertising
.delivery|投放|Delivery
..effect|投放效果差|Poor results of paid promotion|ndb
..rejected|投放审核不过|Promotion rejected|ndb
.billing|计费|Billing
..charge|广告计费异常|Wrong advertising charge|hd
.account|账户|Account
..topup|广告账户充值、退款、开票|Advertising account: top-up, refund, invoice|ndb
payment|支付|Payment
.checkout|付款|Checkout
..failed|支付失败|Payment fails|nfb
.charge|扣款|Charges
..duplicate|重复或多扣款|Charged twice or too much|hf
..unauthorised|未授权扣款、资金被盗|Unauthorised charge or stolen funds|uf
.wallet|钱包|Wallet
..balance|钱包、充值到账与银行卡|Wallet, recharge and bank cards|nfb
.minor|未成年|Minors
..recharge|未成年人充值打赏退款|Money spent by a minor|uf
safety|安全与权益|Safety and rights
.fraud|反诈|Fraud
..fake-agent|冒充客服诈骗|Fake service agent|ht
..prize-scam|中奖、刷单、投资等骗局|Prize, task, investment or romance scam|ht
.rights|权益|Rights
..portrait-privacy|肖像、隐私、名誉、冒充侵权|Likeness, privacy, reputation, impersonation|ht
..work-copied|作品被搬运盗用|My work was copied|ht
.harm|人身安全|Personal safety
..crisis|自伤、伤人与人身威胁|Danger to life|ut
.minor|未成年保护|Minors
..protection|青少年模式与未成年保护|Teen mode and protection of minors|ntb
campaign|活动与合作|Campaigns and partnership
.activity|活动|Activities
..rules|活动规则与奖励|Activity rules and rewards|nsb
.brand|合作|Partnership
..cooperation|品牌与机构合作|Partnership enquiry|ndb
technical|技术|Technical
.app|应用|App
..crash|闪退、卡死、功能失灵|Crash, freeze or broken function|nsb
..network|加载慢、连不上|Loading and connection|nsb
..notification|通知与消息收不到|Notifications and messages|lsb
service|客服服务|Service itself
.complaint|投诉客服|Complaints about service
..attitude|投诉客服人员|Complaint about an agent|hs
..unresolved|投诉处理慢、问题没解决|Case not solved or too slow|hs
.human|人工|Human
..request|要求人工客服|Ask for a person|ns
.legal|法律与媒体|Law and media
..threat|法律、监管、媒体威胁|Legal, regulator or media threat|ht
.feedback|建议|Feedback
..suggestion|产品建议|Product suggestion|lsb
.chitchat|闲聊|Small talk
..greeting|问候、感谢、闲聊|Greeting, thanks, small talk|lsb
none|超出范围|Out of scope|ls`;
