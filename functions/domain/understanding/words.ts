/** Words that mean the same in cues, Chinese first; a cue names a class with `@`. */
export const words = {
  forget: '忘|记不|想不起|不记得|forgot*|forget|cant remember|dont remember|cant recall|no idea what|lost',
  notCome:
    '没收到|收不到|没到|未到|未收到|不来|没来|迟迟|等不到|不到账|没看到|没有到|一直没|didnt get|didnt come|never came|never arriv*|never got|never receiv*|not receiv*|havent receiv*|havent got|hasnt come|hasnt arriv*|not arriv*|didnt arrive|isnt coming|dont get|not getting|hasnt shown|not show|still not|still waiting|still havent|still hasnt|yet to',
  code: '验证码|校验码|动态码|短信|code|otp|sms|text|passcode',
  number: '手机号|号码|电话号|手机卡|电话卡|老号|旧号|新号|绑定手机|sim|number|mobile|phone',
  change: '改|换|变更|change|switch|update|replace|edit|modify|move',
  ban: '封|禁言|被限制|冻结|banned|ban|suspend*|disabled|mute|locked out|deactivat*|restrict*|blocked from',
  appeal:
    '申诉|解封|解禁|撤销|误判|误封|不服|冤枉|appeal|unban|reinstat*|dispute|contest|overturn|unfair*|by mistake|did nothing|lift',
  account: '账户|帐户|号|account|profile|login',
  how: '怎么|如何|怎样|咋|哪里|在哪|哪儿|能不能|可以|吗|how|where|what|which|can i|can you|could|is there|way to',
  refund:
    '退款|退钱|退费|退给|退回|退还|要回|钱退|把钱|返还|退了|全额退|退我|refund*|money back|reimburs*|get it back|my money',
  refuse:
    '拒绝|拒了|被拒|给拒|驳回|不给退|不退|不同意|不肯|拒不|不理|不处理|不予|reject*|refus*|declin*|denied|deny|wont|ignor*',
  granted: '退款成功|已退款|同意退|已经退|退款中|refunded|approved|processed|confirmed|issued|completed',
  shop: '店|shop|store',
  ownShop:
    '店铺|我店|我们店|我的店|我家店|本店|小店|抖店|店里|我卖|货款|橱窗店|my shop|our shop|my store|our store|the store|i am a seller|as a seller|merchant|my listing',
  seller: '商家|卖家|店家|店主|掌柜|老板|商户|店铺|店里|这家店|seller|shop|store|merchant|vendor',
  buyer: '买家|顾客|客户|客人|消费者|buyer|customer|purchaser',
  parcel: '快递|包裹|物流|单号|件|派送|parcel|package|shipment|tracking|courier|delivery|delivered',
  order: '订单|下单|拍了|买的|买了|购买|付款|order*|bought|purchas*|paid',
  child:
    '孩子|小孩|儿子|女儿|娃|未成年|外甥|侄|孙子|孙女|弟弟|妹妹|小朋友|学生|闺女|小学|初中|岁|child*|kid|son|daughter|minor|year old|years old|yo|yr old|nephew|niece|grandson|granddaughter|underage|teen*|little brother|little sister|my boy|my girl',
  anchor: '主播|播主|公会|streamer|broadcaster|anchor|live host|agency|guild',
  gift: '礼物|打赏|刷礼|嘉年华|火箭|小心心|墨镜|跑车|刷了|打榜|gift*|tipped|donat*|rose|galaxy',
  live: '直播|开播|播着|下播|连麦|推流|我播|live|livestream*|stream*|broadcast*',
  ad: '广告|投放|投流|投了|dou+|抖+|抖加|豆荚|逗加|千川|巨量|推广|信息流|随心推|消耗|campaign|ad|advert*|promot*|sponsor*|boost*',
  video: '视频|作品|短片|内容|帖|文案|图文|我发的|发了|video*|clip|post|content|upload*|reel|picture|photo',
  audit: '审核|过审|审查|review*|moderation|moderator|community guideline|guidelines|approv*',
  slow: '多久|几天|好久|太久|一直|还在|天了|小时了|still|pending|how long|days|forever|ages|stuck|week',
  pass: '不通过|不过|没过|未通过|过不了|过不去|不给过|没通过|驳回|被拒|失败|not pass*|reject*|fail*|disapprov*|declin*|refus*|denied|not approved',
  penal:
    '违规|处罚|扣分|扣了|警告|断播|中断|掐断|停播|禁播|封停|violation|penal*|warn*|cut off|kicked|interrupt*|shut down|ended|terminated|taken off|suspend*|banned|strike',
  views:
    '播放|浏览|观看|曝光|流量|推荐|点赞|完播|views|reach|impression*|exposure|viewers|engagement|foryou|fyp|for you page',
  low: '低|少|没有流量|不高|没人看|上不去|不涨|卡在|个位数|断崖|下降|下滑|暴跌|腰斩|不过百|没流量|限流|low|drop*|fell|few|tank*|plummet*|decreas*|zero|barely|stuck|nobody|dead|collaps*',
  card: '卡|card|bank',
  deduct:
    '扣了|扣款|扣费|扣钱|扣我|扣走|划走|支出|转走|刷走|被扣|多扣|charge*|deduct*|debit*|billed|taken|transaction|withdrawn|payment*',
  pay: '支付|付款|付不了|付钱|充值|结账|购买|买单|pay|payment|checkout|check out|recharge|purchase|top up|buy',
  withdraw: '提现|提不|取现|取不|提款|提出来|withdraw*|cash out|payout|cashout|take out',
  invoice: '发票|开票|抬头|税号|invoice*|receipt|vat|tax bill',
  broken:
    '坏|碎|破|裂|漏|划痕|开线|掉色|起球|瑕疵|不能用|用不了|没反应|变质|发霉|异味|过期|broken|damaged|crack*|defect*|faulty|smash*|leak*|torn|stain*|doesnt work|not working|stopped working|mould*|mold*|rotten|expired|scratch*',
  other:
    '别人|有人|有个|那个人|某人|博主|这人|他|用户|someone|somebody|another|a user|people|this account|he|she|they|person',
  fake: '假货|假的|高仿|仿品|山寨|冒牌|不是正品|非正品|a货|莆田|fake*|counterfeit*|knock off|knockoff|replica|imitation|not genuine|bootleg|refurbish*',
  genuine: '正品|真假|真伪|鉴定|专柜|验货|得物|genuine|authentic*',
  copied:
    '搬运|盗用|盗我|抄袭|搬走|盗视频|偷我|照搬|剽窃|二次剪辑|洗稿|复制|copied|copy|copies|stole|stolen|stealing|reupload*|re upload*|repost*|plagiar*|ripped|without permission',
  mine: '我的|我自己|我拍|本人|我们的|我做的|自家|原创|my|mine|our|own|original',
  scam: '诈骗|被骗|骗子|骗我|骗了|骗钱|骗局|骗走|上当|杀猪盘|套路|scam*|fraud*|tricked|conned|cheat*|swindl*|phish*',
  transfer:
    '转账|转了|汇款|打款|垫付|垫了|投了|投进|充了|交了|转给|transferr*|sent|wired|deposit*|paid|invested|send money|put in',
  phoneCall:
    '来电|电话|短信|加我|加微信|私信我|联系我|自称|说是|call|phoned|texted|messaged|contacted|claiming|claims|pretend*|email*',
  staff:
    '客服|官方|平台|专员|快递员|理赔|银行|support|customer service|staff|official|employee|representative|agent|the platform|courier|your company|your team',
  hurt: '自杀|跳楼|跳下去|割腕|轻生|不想活|活不下去|想死|去死|自残|寻死|结束生命|了断|喝药|吞药|安眠药|遗书|撑不下去|自尽|suicid*|kill myself|kill herself|kill himself|kill themsel*|end my life|ending my life|want to die|self harm|selfharm|hurt myself|cut myself|cutting|overdos*|jump off|not want to live|dont want to live|goodbye letter|harm himself|harm herself|harm myself|take my own life|割自己|伤害自己|死了算了|活够了|活腻|跳河|上吊|烧炭|结束自己|没有活下去|hurting myself|hurting himself|hurting herself|no reason to live|end things|better off dead|goodbye note|end it|about to jump|life is pointless',
  guardThings:
    '青少年模式|未成年模式|儿童模式|家长|亲子|监护|parental|teen mode|kids mode|family pairing|screen time|guardian|age appropriate|suitable|restricted mode',
  limit: '限制|每天|时长|分钟|沉迷|管控|控制|看太多|不让|适合|limit*|minutes|control*|addict*|block',
  reward: '奖励|红包|奖品|抽奖|瓜分|奖金|福袋|券|现金|reward*|prize|bonus|red packet|coupon*|raffle|giveaway',
  event:
    '活动|任务|集卡|打卡|签到|挑战赛|邀请好友|拉新|春节|红包雨|event|challenge|task*|activity|check in|invite|mission|referral|festival',
  company:
    '公司|企业|品牌|机构|媒体|政府|集团|我司|mcn|单位|company|brand|agency|board|ministry|university|newspaper|organisation|organization|enterprise|ngo|we are a',
  crash:
    '闪退|崩溃|卡死|死机|退出来|打不开|黑屏|白屏|没反应|点不了|卡顿|发烫|发热|点不动|失灵|报错|bug|crash*|freeze|freezing|frozen|shuts itself|wont open|unresponsive|black screen|overheat*|glitch*|hang*',
  app: 'app|软件|抖音|应用|程序|版本|客户端|更新|升级|安装|application|tiktok|phone|android|iphone|ios|update*|version|install*|reinstall*|pixel|samsung|huawei|ipad',
  network:
    '网络|连不上|加载|转圈|缓冲|网速|wifi|无网|断网|刷不出|刷新不|信号|流量|network|load*|buffer*|connect*|internet|offline|spinner|slow',
  push: '通知|推送|提醒|消息|红点|私信|弹窗|notification*|push|alert*|reminder*|badge count|dm|message*|inbox',
  off: '关掉|关闭|关了|取消|太多|频繁|一直弹|烦|turn off|turn them off|disable|stop|too many|constantly|keep getting|silence|unsubscribe',
  rude: '态度|骂|凶|敷衍|不耐烦|阴阳怪气|冲|挂我电话|挂电话|嘲讽|不礼貌|没礼貌|恶劣|推诿|rude|impolite|disrespect*|hung up|attitude|insult*|unprofessional|mocked|lied|yelled|sarcastic|condescending|dismissive|useless',
  desk: '客服|接待|坐席|专员|工号|人工|agent|support|representative|rep|advisor|customer service|operator|staff|colleague|chatted with',
  filed:
    '工单|反馈|反映|投诉|申诉|举报|上报|提交|问题|单子|case|ticket|complaint|report*|request|issue|appeal*',
  nobody:
    '没人理|没人管|没人处理|没回复|不回复|没解决|没处理|没结果|没消息|不解决|踢皮球|石沉大海|关了|还没|没下文|无人|拖|nobody|no one|no response|unresolved|unsolved|without fix*|closed it|ignored|no update|waiting|still not|nothing happened|again and again',
  again:
    '上次|上周|之前|昨天|前几天|第三次|第四次|第二次|好几次|多次|反复|又|至今|到现在|already|last week|fourth time|second time|times|weeks ago|days ago|since|previous|earlier|again',
  law: '律师|起诉|法院|法庭|诉讼|立案|案号|12315|12321|工信部|消协|市场监管|工商|网信办|消保委|曝光|记者|报警|公安|法律|仲裁|传票|lawyer*|attorney|solicitor|court|sue|suing|lawsuit|legal|regulator|consumer protection|consumer authority|ombudsman|trading standards|journalist|the press|police report|press charges|small claims|subpoena|litigation',
  announce:
    '已经|将|准备|明天|要去|我会|委托|马上|期限|限你|三天内|否则|will|going to|unless|tomorrow|friday|monday|within|hereby|file|intend|deadline|informed|taking',
  wish: '建议|希望|要是|如果能|能不能出|最好|提个|意见|期待|出个|增加|加个|suggest*|would be great|would love|it would|wish|please add|idea|hope you|improve the',
  feature:
    '功能|模式|按钮|选项|设计|界面|字体|版本|feature|option|button|mode|theme|function|setting|design|font|interface',
} as const;
