import type { Lexicon } from '../cues.ts';

export const service: Lexicon = {
  'campaign.activity.rules': `
4 invite friends|daily check in|red packet*|lucky draw|奖励没发|邀请好友|集卡|签到|拉新|抽奖|瓜分
3 @event & @reward
3 @event & 参加|规则|没发|没到|完成|做完|资格|兑换|join|rules|take part|participate|finished|completed|never got|not counted|eligib*|how do i enter
2.5 奖励|红包|奖品|reward*|prize & 没发|没到|怎么领|领不了|提现|兑换|没收到|not received|never|claim|redeem|missing|when|havent
1 活动|event|红包|reward*
-3 骗|刷单|垫|手续费|scam*|invest*|legit
-3 dou+|千川|ads|my campaign
-2 优惠券|买|coupon was
-2 创作者|creator
2 活动|任务|抽奖|红包|金币|签到|event|task*|reward*|coins|challenge|draw & 怎么|没|规则|时间|提现|参加|中奖名单|兑换|how|not|rule*|when|join|end|winner list|bonus
-2 dou+|投`,
  'campaign.brand.cooperation': `
4 collaborate with the platform|business cooperation|cooperate with you|business inquiry|business enquiry|media inquiry|对接人
3 @company & 合作|对接|联系谁|联系哪|商务|接洽|partner*|cooperat*|collaborat*|right contact|work with you|contact person
1.5 合作|partner*|collaborat*
-3 公会|解约
-2.5 星图|接单|brand deal*|affiliate
-2 发票|invoice
2 合作|商务|招商|媒体|采访|partner*|cooperat*|collaborat*|business & 联系|邮箱|方式|谈|部门|怎么|我们|contact|email|team|who|we|interview|sponsor
-2 商家|店铺|骗`,
  'technical.app.crash': `
4 app keeps closing|keeps crashing|用不了app|更新不了|点不了|闪退|卡死
3 @app & @crash
2.5 一打开|打开就|点进去|刚更新|更新完|升级后|every time i open|when i open|after updating|since the update|since the last update|after the update & @crash
2 卸载|重装|清缓存|reinstall*|uninstall*|cleared cache|clear the cache
1.5 @crash
1 安卓|苹果|ios|android|bug
-3 上传|发布|传到|upload*|post it
-3 直播|推流|观众|stream*|viewers|broadcast*
-3 开播
-2.5 收到|买的|bought|arrived
-2 支付|付款|pay|payment|checkout
-2 withdraw*|go live
2.5 app|软件|抖音|页面|按钮|功能|手机|button|screen|page & 闪退|卡|打不开|不能用|点不动|没反应|黑|白|崩|bug|crash*|freez*|stuck|not work*|doesnt work|broken|black|blank|slow|error|close*`,
  'technical.app.network': `
4 take forever|网络不给力|网络异常|网络错误
3 @network & 慢|不出|不了|不上|没问题|正常|一直|别的|卡|失败|slow|fine|forever|never|error|wont|no|cant|other apps|spinning|fail*|keeps|not
1.5 转圈|缓冲|加载|buffer*|loading|network|网络
-3 上传|发布|upload*|post
-3 推流|开播|stream*|viewers
-2.5 流量扶持|限流|播放量|views
-2 物流|快递
-2 freez*
2.5 视频|页面|评论|首页|video*|page|feed|comments & 加载|刷不出|打不开|转圈|缓冲|wont load|not load*|loading|buffer*|blank|slow|wont play|doesnt play|not play*`,
  'technical.app.notification': `
4 not receiving messages|红点
3 @push & @off
3 通知|推送|提醒|消息|私信|notification*|alert*|push|dm|inbox & 收不到|没有|不弹|不提醒|不显示|没声音|从来不|延迟|不响|not getting|not receiv*|dont get|never|no sound|missing|late|delayed|not show*
1.5 通知|推送|提醒|notification*|push
-3 验证码|短信|code|otp
-2.5 骂|骚扰|骗|harass*|insult*|friends
-2 异地登录|陌生设备|登录提醒
2 通知|消息|私信|提醒|推送|声音|notification*|message*|dm|alert* & 收不到|没|关|多|延迟|不显示|not|stop|off|late|missing|too many|no
-2.5 发私信|骚扰`,
  'service.complaint.attitude': `
4 态度恶劣|服务态度|态度差|客服挂
3 @desk & @rude
2.5 @desk & 投诉|骗我|误导|乱说|complain*|wrong information|misled|misinform*|lied
-3 打电话说|claim*|scam*
-2.5 没人理|工单|ticket
-2.5 商家|卖家|seller|主播|streamer|店家
-2 talk to
2.5 客服|agent|representative|support|customer service & 不专业|素质|差劲|不行|垃圾|态度|骗|糊弄|poor|terrible|awful|bad|unhelpful|worst|rude|lied|useless|complaint`,
  'service.complaint.unresolved': `
4 nothing has been done|still not resolved|no response to my|closed my ticket|my case is still|still unresolved|no update on my|一直没回复|处理太慢|多少次了|反馈没人|没人管|没人理|不解决|踢皮球|工单关|进度
3 @filed & @nobody
3 @filed & @again
2.5 @again & @nobody
2.5 kf- & @how|多久|进度|结果|update|progress|news|closed|still
2 催|进展|结果|处理完|when will you|any update|follow up & @filed
1 工单|ticket|投诉
-3 rude
-3 审核中|发货|快递|退款|音浪|refund*|parcel|shipp*
-2.5 律师|起诉|lawyer|court|sue
-2 博主
2.5 没人|一直|几天了|多久|还没|no one|nobody|still & 回复|处理|解决|结果|跟进|答复|answering|reply|replied|resolved|fixed|respond*|solved|resolution
2 处理进度|工单进度|查进度|什么时候处理|immediate resolution|case status|ticket status|escalate
-2 验证码|快递|发货|审核|refund*|code|parcel|order`,
  'service.human.request': `
4 representative|human please|real person|human agent|live agent|real human|人工客服|转接人工|人工服务|转人工|找人工|要人工|真人|活人
2.5 客服 & 电话|热线|在哪|找|联系|号码
2.5 talk|speak|chat|connect|transfer & human|person|agent|someone|representative|operator|manager|supervisor
2 机器人|bot|robot & 别|不要|没用|绕|滚|stop|useless|not|tired
1.5 人工|human|operator
-3 打电话说|scam*|claim*
-2 骂|rude|lied
-2 审核|费|fee|commission
2.5 contact number|phone number of|support number|customer care|call center|call centre|contact details|客服电话|客服热线|人工电话|contact you|call you|talk to you|helpline|toll free
2.5 talk|speak|chat|call & customer|support|someone|you|care|team|executive
-2 my phone number|mobile number`,
  'service.legal.threat': `
4 small claims|class action|投诉到12315|12315投诉|监管部门
3 @law & @announce
2 @law
2 曝光 & 媒体|记者|press|media
-2 @scam & 报警
-2.5 打电话说|claiming
-2.5 @hurt
-1.5 封号|banned|被盗
2 投诉到|举报到|告你们|告到|上诉|维权到底|sue you|take you to|report you to|my lawyer|tribunal & 平台|部门|局|法院|你们|12345|消费者|court|authority|regulator|you|letter`,
  'service.feedback.suggestion': `
4 would be great if|it would be great|would be nice if|it would be nice|please add a|产品建议|希望出
3 @wish & @feature
1.5 @wish
-3 退款|refund*|封|扣|banned|charged
-2 法院|court|律师
-2 @hurt|孩子
-2 打赏|发货|parcel
2 你们|应该|可以|能不能|should|could|can you & 加上|增加|添加|出一个|改进|优化|改成|add|improve|make|introduce|bring back & 功能|模式|按钮|选项|设置|界面|feature|option|mode|button|design|version`,
  'service.chitchat.greeting': `
4 whats your name|good afternoon|are you a bot|good morning|good evening|how are you|thank you|你是机器人吗|thanks|hello|你叫什么|晚上好|bye|你好|您好|在吗|谢谢|多谢|感谢|再见|拜拜|哈喽
2 哈罗|嗨|嗯嗯|好的|太棒了|真棒|点赞客服|在不在|hi|hey|yo|great job|awesome|cheers|nice to meet
-1 怎么|为什么|how|why|what
2 good job|good service|good night|goodafternoon|goodmorning|thanx|thx|tysm|nice|great|love you|well done|哈哈|嘿嘿|晚安|午安|辛苦|么么|早|你真好|厉害|who are you|are you real|你是谁|你会什么|what can you do`,
};
