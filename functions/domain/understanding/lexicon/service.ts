import type { Lexicon } from '../cues.ts';

/** Cues about campaigns, the app itself and the service itself. */
export const service: Lexicon = {
  'campaign.activity.rules': `
8 red packet*|邀请好友|集卡|签到|拉新|抽奖|瓜分
6 @event & @reward
6 @event & 参加|规则|没发|没到|完成|做完|资格|兑换|join|rules|participate|finished|completed|never got|not counted|eligib*
5 奖励|红包|奖品|reward*|prize & 没发|没到|怎么领|领不了|提现|兑换|没收到|not received|never|claim|redeem|missing|when|havent
2 活动|event|红包|reward*
4 活动|任务|红包|金币|event|task*|reward*|coins|challenge|draw & 怎么|没|规则|时间|提现|参加|how|not|rule*|when|join|end|bonus`,
  'campaign.brand.cooperation': `
8 对接人
6 @company & 合作|对接|联系谁|联系哪|商务|接洽|partner*|cooperat*|collaborat*|right contact
3 合作|partner*|collaborat*
4 合作|商务|招商|媒体|采访|partner*|cooperat*|collaborat*|business & 联系|邮箱|方式|谈|部门|怎么|我们|contact|email|team|who|we|interview|sponsor`,
  'technical.app.crash': `
8 keeps crashing|点不了|闪退|卡死
6 @app & @crash
5 一打开|打开就|点进去 & @crash
4 卸载|重装|清缓存|reinstall*|uninstall*
3 @crash
2 安卓|苹果|ios|android|bug
-6 直播
-6 开播
-4 付款|payment|checkout
-4 withdraw*
5 app|软件|抖音|页面|按钮|功能|手机|button|screen|page & 卡|打不开|不能用|点不动|没反应|黑|白|崩|bug|crash*|freez*|stuck|not work*|doesnt work|broken|black|blank|error|close*`,
  'technical.app.network': `
8 take forever|网络不给力
6 @network & 慢|不出|不了|不上|没问题|正常|一直|别的|卡|失败|slow|fine|forever|never|error|wont|no|cant|other apps|spinning|fail*|keeps|not
3 转圈|缓冲|加载|buffer*|loading|network|网络
5 视频|页面|评论|首页|video*|page|feed|comments & 加载|刷不出|转圈|缓冲|not load*|loading|buffer*|blank|not play*`,
  'technical.app.notification': `
8 红点
6 @push & @off
6 通知|推送|提醒|消息|私信|notification*|alert*|push|dm|inbox & 收不到|没有|不弹|不提醒|不显示|没声音|从来不|延迟|不响|not getting|not receiv*|dont get|never|missing|late|delayed|not show*
3 通知|推送|提醒|notification*|push
-4 异地登录|登录提醒
4 通知|消息|私信|提醒|推送|声音|notification*|message*|dm|alert* & 没|关|多|延迟|不显示|not|stop|off|late|missing|no
-5 发私信`,
  'service.complaint.attitude': `
8 态度差|客服挂
6 @desk & @rude
5 @desk & 投诉|骗我|误导|乱说|complain*|wrong information|misled|misinform*
5 客服|agent|support|customer service & 不专业|素质|差劲|不行|垃圾|骗|糊弄|poor|terrible|awful|bad|unhelpful|worst|complaint`,
  'service.complaint.unresolved': `
8 no response to my|closed my ticket|没人管|没人理|不解决|踢皮球|工单关|进度
6 @filed & @nobody
6 @filed & @again
5 @again & @nobody
5 kf- & @how|多久|结果|update|progress|news|closed|still
4 催|进展|结果|处理完|when will you|any update|follow up & @filed
2 工单|ticket|投诉
-6 发货|退款|音浪|refund*|shipp*
-5 律师|起诉
5 没人|一直|几天了|多久|还没|no one|nobody|still & 回复|处理|解决|结果|跟进|答复|answering|reply|replied|resolved|fixed|respond*|solved|resolution
4 查进度|immediate resolution|escalate
-4 发货|refund*`,
  'service.human.request': `
8 representative|human please|real person|human agent|live agent|real human|人工客服|人工服务|转人工|找人工|要人工|真人|活人
5 客服 & 电话|热线|在哪|找|联系|号码
5 talk|speak|chat|connect|transfer & human|person|agent|someone|operator|manager|supervisor
4 机器人|bot|robot & 别|绕|滚|useless|tired
3 人工|human|operator
-6 打电话说|claim*
5 contact number|support number|customer care|call center|call centre|contact details|客服电话|contact you|call you|talk to you|helpline|toll free
5 talk|speak|chat|call & customer|support|someone|you|care|team|executive`,
  'service.legal.threat': `
8 12315投诉
6 @law & @announce
4 @law
4 曝光 & 媒体|记者|press|media
-5 @hurt
4 投诉到|举报到|告你们|告到|上诉|sue you|take you to|tribunal & 平台|部门|局|你们|12345|消费者|court|authority|you|letter`,
  'service.feedback.suggestion': `
8 would be great if|it would be great|希望出
6 @wish & @feature
3 @wish
-6 charged
-4 @hurt
4 你们|应该|可以|should|could|can you & 加上|添加|出一个|优化|改成|add|improve|make|introduce|bring back & 功能|模式|按钮|选项|界面|feature|option|mode|button|design|version`,
  'service.chitchat.greeting': `
8 whats your name|good afternoon|are you a bot|good morning|good evening|how are you|thank you|你是机器人吗|thanks|hello|你叫什么|晚上好|bye|你好|您好|在吗|谢谢|多谢|感谢|再见|拜拜|哈喽
4 哈罗|嗨|嗯嗯|好的|太棒了|真棒|在不在|hi|hey|yo|great job|awesome|cheers
-2 怎么|how|why|what
4 good job|good service|good night|goodafternoon|goodmorning|thanx|thx|tysm|nice|great|love you|哈哈|嘿嘿|晚安|午安|辛苦|么么|早|你真好|厉害|who are you|are you real|你是谁|what can you do`,
};
