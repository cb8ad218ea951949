import type { Lexicon } from '../cues.ts';

export const service: Lexicon = {
  'campaign.activity.rules': `
    4 活动规则|活动奖励|奖励没发|红包没到|集卡|签到|拉新|抽奖|瓜分|任务奖励|红包雨|邀请好友|活动怎么参加|activity rules|event reward*|challenge rules|lucky draw|red packet*|invite friends|referral reward*|daily check in|never got the reward
    3 @event & @reward
    3 @event & 怎么参加|参加|规则|没发|没到|完成|做完|资格|兑换|join|rules|take part|participate|finished|completed|never got|not counted|eligib*|how do i enter
    2.5 奖励|红包|奖品|reward*|prize & 没发|没到|怎么领|领不了|提现|兑换|没收到|not received|never|claim|redeem|missing|when|havent
    1 活动|event|红包|reward*
    -3 骗|刷单|垫|手续费|scam*|invest*|legit
    -3 dou+|千川|ads|ad campaign|my campaign
    -2 优惠券|买|coupon was
    -2 创作者|creator
    2 活动|任务|抽奖|红包|金币|签到|event|task*|reward*|coins|challenge|draw & 怎么|没|规则|时间|提现|参加|中奖名单|兑换|how|not|rule*|when|join|end|winner list|bonus
    -2 dou+|投`,
  'campaign.brand.cooperation': `
    4 品牌合作|商务合作|合作意向|年度合作|媒体合作|谈合作|合作方式|对接人|商务联系|business cooperation|partnership|partner with|business inquiry|business enquiry|collaborate with the platform|media inquiry|cooperate with you|partner with you
    3 @company & 合作|对接|联系谁|联系哪|商务|接洽|partner*|cooperat*|collaborat*|right contact|work with you|contact person
    1.5 合作|partner*|collaborat*
    -3 公会|解约|合同纠纷|leave the agency
    -2.5 星图|接单|brand deal*|affiliate
    -2 发票|invoice
    2 合作|商务|招商|媒体|采访|partner*|cooperat*|collaborat*|business & 联系|邮箱|方式|谈|部门|怎么|我们|contact|email|team|who|we|interview|sponsor
    -2 商家|店铺|骗`,
  'technical.app.crash': `
    4 闪退|崩溃|卡死|死机|打不开app|app打不开|点不了|用不了app|更新不了|软件打不开|app crash*|app freez*|keeps crashing|app wont open|app keeps closing|black screen when i open|app is frozen
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
    2.5 app|软件|抖音|页面|按钮|功能|手机|the app|button|screen|page & 闪退|卡|打不开|不能用|点不动|没反应|黑|白|崩|bug|crash*|freez*|stuck|not work*|doesnt work|broken|black|blank|slow|error|close*`,
  'technical.app.network': `
    4 连不上网|网络异常|网络错误|加载不出|加载慢|加载失败|一直转圈|一直加载|刷不出来|网络不给力|network error|no connection|wont load|not loading|loading forever|slow to load|keeps buffering|no internet|connection error|take forever
    3 @network & 慢|不出|不了|不上|没问题|正常|一直|别的|卡|失败|slow|fine|forever|never|error|wont|no|cant|other apps|spinning|fail*|keeps|not
    1.5 转圈|缓冲|加载|buffer*|loading|network|网络
    -3 上传|发布|upload*|post
    -3 直播间画面|推流|开播|stream*|viewers
    -2.5 流量扶持|限流|播放量|views
    -2 物流|快递
    -2 闪退|crash*|freez*
    2.5 视频|页面|评论|首页|video*|page|feed|comments & 加载|刷不出|打不开|转圈|缓冲|wont load|not load*|loading|buffer*|blank|slow|wont play|doesnt play|not play*`,
  'technical.app.notification': `
    4 收不到通知|没有通知|推送太多|关闭通知|关闭推送|收不到私信|消息通知|消息不提醒|小红点|红点|关推送|notifications off|push notification*|not getting notifications|no notifications|too many notifications|turn off notification*|stop sending me notification*|not receiving messages
    3 @push & @off
    3 通知|推送|提醒|消息|私信|notification*|alert*|push|dm|dms|inbox & 收不到|没有|不弹|不提醒|不显示|没声音|从来不|延迟|不响|not getting|not receiv*|dont get|never|no sound|missing|late|delayed|not show*
    1.5 通知|推送|提醒|notification*|push
    -3 验证码|短信|code|otp
    -2.5 骂|骚扰|骗|陌生人|harass*|insult*|friends
    -2 异地登录|陌生设备|登录提醒
    2 通知|消息|私信|提醒|推送|声音|notification*|message*|dm|alert* & 收不到|没|关|多|延迟|不显示|not|stop|off|late|missing|too many|no
    -2.5 发私信|骚扰`,
  'service.complaint.attitude': `
    4 投诉客服|客服态度|客服骂|态度差|态度恶劣|服务态度|客服挂|客服敷衍|agent was rude|rude agent|rude customer service|complain about an agent|complain about your agent|agent lied|agent hung up|rude staff
    3 @desk & @rude
    2.5 @desk & 投诉|骗我|误导|乱说|complain*|wrong information|misled|misinform*|lied
    -3 冒充|自称|打电话说|诈骗|claim*|pretend*|scam*
    -2.5 没人理|没回复|工单|ticket|no reply
    -2.5 商家|卖家|seller|主播|streamer|店家
    -2 转人工|talk to
    2.5 客服|agent|representative|support|customer service & 不专业|素质|差劲|不行|垃圾|态度|骗|糊弄|poor|terrible|awful|bad|unhelpful|worst|rude|lied|useless|complaint`,
  'service.complaint.unresolved': `
    4 没人处理|没人管|没人理|不解决|问题没解决|一直没回复|踢皮球|处理太慢|工单关|多少次了|反馈没人|进度|no one replied|nobody replied|still not resolved|closed my ticket|my case is still|no response to my|still unresolved|nothing has been done|no update on my
    3 @filed & @nobody
    3 @filed & @again
    2.5 @again & @nobody
    2.5 kf- & @how|多久|进度|结果|update|progress|news|closed|still
    2 催|进展|结果|处理完|when will you|any update|follow up & @filed
    1 工单|ticket|投诉
    -3 客服骂|态度|rude
    -3 审核中|发货|快递|退款|音浪|refund*|parcel|shipp*
    -2.5 律师|起诉|lawyer|court|sue
    -2 举报他|report a user|博主
    2.5 没人|一直|几天了|多久|还没|no one|nobody|still & 回复|处理|解决|结果|跟进|答复|answering|reply|replied|resolved|fixed|respond*|solved|resolution
    2 处理进度|工单进度|查进度|什么时候处理|immediate resolution|case status|ticket status|escalate
    -2 验证码|快递|发货|审核|refund*|code|parcel|order`,
  'service.human.request': `
    4 转人工|人工客服|转接人工|找人工|要人工|真人|活人|人工服务|talk to a human|speak to someone|real person|live agent|human agent|speak to a representative|talk to a person|real human|speak with someone|speak to a human|talk to an agent|human please|representative
    2.5 客服 & 电话|热线|怎么联系|在哪|找|联系|号码
    2.5 talk|speak|chat|connect|transfer & human|person|agent|someone|representative|operator|manager|supervisor
    2 机器人|bot|robot & 别|不要|没用|绕|滚|stop|useless|not|tired
    1.5 人工|human|operator
    -3 冒充|自称|打电话说|诈骗|scam*|claim*
    -2 态度|骂|rude|lied
    -2 审核|智能|费|fee|commission
    2.5 contact number|phone number of|support number|customer care|call center|call centre|contact details|客服电话|客服热线|人工电话|contact you|call you|talk to you|helpline|toll free
    2.5 talk|speak|chat|call & customer|support|someone|you|care|team|executive
    -2 my phone number|old number|mobile number`,
  'service.legal.threat': `
    4 律师函|起诉你|起诉平台|去法院|法院起诉|立案|代理律师|投诉到12315|12315投诉|我是律师|监管部门|lawyer letter|take legal action|legal action|see you in court|file a lawsuit|taking you to court|will sue|small claims|our solicitor|legal counsel|class action
    3 @law & @announce
    2 @law
    2 曝光 & 媒体|记者|press|media
    -2 @scam & 报警
    -2.5 自称|冒充|打电话说|claiming
    -2.5 @hurt
    -1.5 封号|banned|盗刷|被盗
    2 投诉到|举报到|告你们|告到|上诉|维权到底|sue you|take you to|report you to|my lawyer|tribunal & 平台|部门|局|法院|你们|12345|消费者|court|authority|regulator|you|letter`,
  'service.feedback.suggestion': `
    4 提个建议|建议增加|建议加|建议你们|产品建议|希望增加|希望能加|希望出|提建议|feature request|would be great if|would be nice if|please add a|i suggest|it would be great|it would be nice|suggestion
    3 @wish & @feature
    1.5 @wish
    -3 退款|refund*|封|扣|banned|charged
    -2 法院|court|律师
    -2 @hurt|孩子
    -2 打赏|发货|parcel
    2 你们|应该|可以|能不能|should|could|can you & 加上|增加|添加|出一个|改进|优化|改成|add|improve|make|introduce|bring back & 功能|模式|按钮|选项|设置|界面|feature|option|mode|button|design|version`,
  'service.chitchat.greeting': `
    4 你好|您好|在吗|谢谢|多谢|感谢|辛苦了|早上好|晚上好|再见|拜拜|哈喽|你是机器人吗|你叫什么|good morning|good afternoon|good evening|thank you|thanks|hello|hi there|hey there|bye|are you a bot|how are you|whats your name
    2 哈罗|嗨|嗯嗯|好的|太棒了|真棒|点赞客服|在不在|hi|hey|yo|great job|awesome|cheers|nice to meet
    -1 怎么|为什么|how|why|what
    2 good job|good service|good night|goodafternoon|goodmorning|thanx|thanxs|thx|tysm|nice|great|love you|well done|哈哈|嘿嘿|晚安|午安|辛苦|么么|早安|早|你真好|厉害|who are you|are you real|你是谁|你会什么|what can you do`,
};
