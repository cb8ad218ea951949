import type { Lexicon } from '../cues.ts';

/** Cues about fraud, rights, danger and minors. */
export const safety: Lexicon = {
  'safety.fraud.fake-agent': `
8 fake customer service|remote control app|share my screen|screen sharing|fake support|screen share|fake agent|冒充抖音|假冒客服|共享屏幕|屏幕共享|取消会员|直播会员|理赔退款|假客服
6 @phoneCall & @staff & 真的|假的|是不是|骗|转账|验证码|链接|下载|扣|屏幕|退款|赔|会员|百万保障|银行卡|legit|real|genuine|scam*|otp|code|link|install|screen|refund|fee|transfer*|account number|card
5 自称|说是|冒充|claim*|pretend* & 客服|官方|工作人员|平台|快递|商家|银行|support|staff|official|employee|courier|bank|customer service
5 百万保障|征信|理赔|安全账户|关闭会员
2 legit|是真的吗|真的假的
-6 你们那个客服|骂|rude
-4 刷单|investment|中奖
-4 没到账|not arrived
5 客服|官方|快递|customer service|support|staff|official & 加我|加微信|加qq|打给我|给我打|私信我|要我|让我|叫我|asked me|asking me|asks for|wants my|told me to|called me|texted me|messaged me|link
5 退款链接|陌生链接|会场|验证码给|转账验证|verification code to them|是不是你们|is this really you|is this you|is it really you|怎么辨别|真伪客服|official number`,
  'safety.fraud.prize-scam': `
8 scammed|scammer|ponzi|投资理财|scam|杀猪盘|刷单|被骗|诈骗|骗子|返利|网恋
6 @scam & 钱|转|投资|任务|中奖|贷款|兼职|私下|微信|群|交易|充值|money|invest*|prize|task*|loan|job|transfer*|crypto|dating|private|paid|bitcoin
6 中奖|奖品|抽中|won|prize|winner|lottery & 手续费|运费|税|转账|真的|假的|骗|缴|领取要|fee|pay|shipping|tax|real|legit|claim it
6 投资|垫付|垫了|任务|贷款|兼职|返佣|理财|invest*|loan|task*|crypto|part time|trading & 提不出|取不出|不给|返|解冻|拉黑|套|cannot get|money out|fee|unlock|disappeared|returns|commission
5 私下交易|私下转账|加微信转|微信转账|线下交易|outside the app|outside the platform|off platform|off-platform
-6 共享屏幕|share my screen
-6 假货|counterfeit
-5 买家|buyer|我店
-4 主播|streamer|agency|公会
-4 官方活动
5 中奖|兼职|贷款|投资|彩票|博彩|荐股|prize|won|lottery|part time job|loan|investment|crypto|dating & 真的|靠谱|骗|钱|押金|让我|可信|real|legit|true|money|fee|asked|pay|trust
4 被骗|骗了我|骗我钱|scammed me|got scammed|been scammed`,
  'safety.rights.portrait-privacy': `
8 fake account of me|fake profile|impersonat*|my likeness|my privacy|deepfake|slander*|defam*|doxx*|侵犯隐私|冒充我|装成我|肖像权|名誉权|曝光我|人肉|诽谤|开盒|换脸
6 我的照片|我照片|我的脸|我的身份|我的电话|我家地址|我的信息|聊天记录|我的名字|我的名义|my photo*|my picture*|my face|my name|my phone number|my address|my personal|my private & 有人|别人|发|盗|用|曝光|泄露|小号|冒|公开|someone|somebody|another|posted|using|used|published|leaked|made|fake|sharing|without
5 偷拍|造谣我|污蔑我|抹黑我|spreading lies|false things about me|filmed me|recorded me|without my consent
-5 通讯录|在哪里关|怎么设置|setting*
-4 原创|剧情|original video*|my work
-4 登录|盗号|hack*|log in|logged
-4 实名|人脸识别|verify
5 我|本人|my|me & 照片被|肖像|隐私|身份信息|冒用|冒名|假冒|造谣|fake account|pretending|without consent|exposed|leaked|private photos|naked|rumours|rumors
4 泄露|personal information|privacy violation
-5 @staff`,
  'safety.rights.work-copied': `
8 re uploading my|using my video*|copying my|trademark|infring*|盗我视频|偷我视频|盗我作品|商标侵权|品牌侵权|侵权投诉|盗视频|搬运我|抄袭我|搬我
6 @copied & @mine & 有人|别人|好几个|号|他|下架|投诉|维权|删|someone|another|account|they|them|people|take down|taken down|claim*|removed|he|she|page|user
5 原创|版权|商标|品牌|original|brand|copyright & 被|盗|搬|侵犯|冒用|下架|stolen|copied|someone|take down|others
3 搬运|抄袭|盗用|reupload*
-6 判我|说我|系统|strike|flagged|licen*|dispute it
-6 照片|小号|my pictures|fake profile|my face
-4 假货|鉴定|买
5 我的视频|我的作品|我的原创|原视频|我拍的|我家品牌|my video*|my work|my content|my original|my music|our brand|our logo & 别人发|被人|盗|偷|抄|搬|二创|发到|stole*|copied|steal*|copies|repost*|reupload*|using|used|took`,
  'safety.harm.crisis': `
10 @hurt
8 threatened to kill|domestic violence|come to my house|going to kill|hold a knife|beating her|beating him|kill him|kill her|kill you|shoot up|kill me|kidnap*|hurt me|stab*|bomb|杀了他|杀了你|打死我|砍死|弄死|要杀|家暴|绑架|煤气|持刀|捅|炸
5 活着没意思|没有意义|没有希望|绝望|撑不住|离开这个世界|再见了|hopeless|cant go on|cant take it anymore|goodbye everyone
5 威胁|threat* & 人身|家人|住址|报复|打|family|life|harm|hurt|house|address|violence
-6 游戏|电影|剧|game|movie|笑死|累死|热死
-4 投诉|12315|起诉|sue|lawyer
5 抑郁|depressed|worthless|going to hurt|want to disappear`,
  'safety.minor.protection': `
8 parental control*|family pairing|child safety|screen time|青少年模式|未成年保护|儿童模式|家长控制|亲子平台|防沉迷
6 @child & @guardThings
6 @child & @limit
5 @child & 陌生人|聊天|不良|内容|加好友|网友|暴露|天天刷|看到|stranger*|inappropriate|content|contact*|watch*|see|message*|groom*
2 @child
-8 充值|打赏|刷了|花了|偷偷|spent|gifts|bought
-5 举报|博主|report
-4 开播|直播权限|go live
5 @child|青少年 & 密码|模式|关闭|打开|设置|时间|看手机|玩|刷视频|交友|早恋|私信|mode|turn on|set|time|phone|chat*|dm|account|monitor|safe
-4 直播权限`,
};
