import { compile, readCues, type Lexicon } from './cues.ts';
import { words } from './words.ts';
import type { Folded } from './normalize.ts';

/**
 * The rules of docs/taxonomy.md that move a priority, as far as text can tell. `asks`, `supposes` and `happened` tell a plain
 * question from a case of one's own (rule L1).
 */
const rules: Lexicon = {
  U1: `
2 盗刷|钱被转走|钱没了|卡里的钱|正在扣|还在扣|一直在扣|余额被清空|被刷走|钱被骗|emptied|draining|keeps charging me & 盗|骗|被|不是我|陌生|莫名|卡|card|account|wallet|stranger|hack*|scam*|someone
2 @transfer|spent & @scam & 刚|今天|今晚|现在|分钟|小时|正在|马上|还能|能追回|怎么办|just|today|now|minutes ago|hour ago|still|recover|get it back|please help
2 刚|今天|分钟前|just|today|minutes ago|an hour ago & @transfer & 骗|冒充|对方拉黑|假客服|不对劲|联系不上|blocked me|scam*|fake|fraud*|conned|tricked
2 共享屏幕|屏幕共享|远程控制|share my screen|sharing my screen|screen sharing|screen share|remote control|anydesk|teamviewer & 正在|现在|已经|刚|还在|共享了|开了共享|now|already|currently|just|am sharing|been sharing|while
2 刚|今天|昨晚|分钟前|小时前|just|today|minutes ago|an hour ago|right now & 被骗|骗走|骗了我|骗我|scammed|got tricked|conned me
2 止付|紧急冻结|拦截|冻结我的卡|冻结账户|stop the payment|stop the transfer|block the payment|freeze my card|freeze my account|freeze it & 骗|盗|被|不是我|scam*|stolen|hack*|fraud*|someone|urgent*|now
2 让我转|叫我转|要我转|催我转|逼我转|told me to transfer|asking me to transfer|wants me to transfer|pressuring me to & 正在|现在|马上|催|now|immediately|today|on the phone|waiting
2 莫名其妙没了|被人花|花光|免密支付刷|money gone from|money is gone|fraudulent transaction|fraudulent charge
2 card|卡|paypal|支付宝|钱包|余额 & 被别人用|别人用了|without permission|used my|不是我付|wasnt me who
2 charge|purchase|transaction|扣款|支付|付的|付了 & 不是我本人|不是本人|arent mine|not mine|wasnt me|middle of the night`,
  given: `
2 验证码|密码|卡号|code|otp|password|card number|pin & 给了|告诉了|报给|念给|gave|told them|sent them|shared with|read out & 客服|对方|骗|他|陌生|them|him|caller|someone|support|agent`,
  U2: `
2 被盗|盗号|被人登|别人登|登了我|登我|黑客|被黑|异地登录|hacked|hijack*|taken over|in my account|into my account|into my acc|into my accnt|got into my|access to my account|hacker|someone else logged
2 密码|邮箱|手机号|绑定|password|email|phone number & 被改|被人改|被人换|给改了|被换了|改掉了|they changed|changed by|been changed|was changed|got changed
2 陌生|异地|外地|不是我|别的省|没去过|strange|unknown|another country|another city|foreign|unfamiliar|not me|wasnt me|never been to & 登录|登陆|登了|设备|login|log in|logged|signed in|sign in|device & 号|账户|我|account|acc|my|profile
2 login|登录|logged in & 从|from & have never|never been|从没
2 没上线|不在线|offline|asleep & 号|account & 发|post*|sent
2 my account is|my acc is|我的号在|我的号给|我的号一直 & posting|messaging|sending|asking|借钱|乱发|发广告|私信
2 发|私信|借钱|posting|posts|messaging|sending|asking for money & 不是我|我没发|谁发|莫名其妙发|i didnt|i never|not me|wasnt me & 号|视频|好友|account|profile|friends`,
  U3: `
-2 from spending|不让小孩|不让孩子|怎么设
2 孩子|小孩|儿子|女儿|娃|外甥|侄|孙子|孙女|弟弟|妹妹|闺女|未成年人在|小朋友|my son|my daughter|my child|my kid|my nephew|my niece|my grandson|my granddaughter|little brother|little sister|my boy|my girl|little girl|little boy|外孙|year old|underage & 抖币|gave|充|打赏|刷了|刷掉|刷礼|花了|花掉|偷偷|转了|转账|消费|付了|嘉年华|spent|spend|bought|recharged|topped up|sent a gift|charged|paid|gifts
2 @child & 裸照|裸聊|见面|约出去|约她|约他|私密照|威胁|陌生男|失踪|离家出走|不见了|诱导|猥亵|nude*|naked|meet up|meet her|meet him|grooming|missing|ran away|threaten*|blackmail*|predator|in danger|sexual|grown man
2 未成年 & 充了|打赏了|刷了|花了`,
  U4: `
2 @hurt
2 离开这个世界|going to hurt|kill me|harm me|hurt me
2 晕倒|昏迷|流血|服毒|吞了|吃了一瓶|有人要跳|站在楼顶|天台|unconscious|bleeding|collapsed on|swallowed pills|took pills|on the roof`,
  violence: `
-6 游戏|电影|剧里|小说|剧本|game|movie|novel|film
2 knife|gun|拿刀|带刀|持枪 & school|will come|coming to|找我|上门|学校
2 杀我|砍人|杀了|砍死|弄死|捅|要杀|家暴|绑架|持刀|打死|炸了|放火|kill him|kill her|kill you|kill people|shoot up|stab*|bomb|going to kill|domestic violence|kidnap*|beating her|beating him|holding a knife
2 威胁|恐吓|threat* & 家人|住址|我家|人身|上门|弄我|打我|报复|family|life|house|home|address|violence|hurt|harm|kill`,
  U5: `
2 @law & 明天|后天|周一|周二|周三|周四|周五|下周|月底|号之前|日之前|天内|小时内|限期|期限|开庭|tomorrow|monday|tuesday|wednesday|thursday|friday|next week|within|deadline|by the|hours|hearing|days
2 案号|立案通知|受案|回执|传票|律师函|委托书|授权委托|受委托|委托律师|代理律师|case number|file number|police report|summons|subpoena|mandate|on behalf of|represent* & @law|当事人|你们|贵司|平台|client|you|the platform
2 @law & 受害人|几十人|上百人|集体|我们几百|维权群|多名|victims|class action|hundreds of|group of`,
  unasked: `
2 验证码|code|otp|短信 & 没点|没操作|没登录|没申请|不是我|自己收到|莫名|一直收到|didnt ask|didnt request|never asked|never requested|unrequested|not requested|out of nowhere|keep receiving|keep getting|i didnt`,
  control: `
2 登录了|登陆了|登了|被登|被改|改了|换了|发了|盗|hacked|logged in|signed in|changed|posting|posted|taken|stolen|locked out`,
  H1: `
2 第三次|第四次|第五次|三番五次|四五次|好几次|多次|无数次|反复|third time|fourth time|fifth time|many times|several times|three times|four times|five times|over and over|again and again & 找你们|反馈|联系|反映|投诉|申请|问|说|打|客服|工单|contact*|writ*|ask*|complain*|call*|report*|ticket|told|support|messag*
2 承诺|答应|说好|保证过|说的是|promised|assured|was told|you said & 客服|你们|工作日|小时|天|回复|处理|support|agent|you|within|hours|days|call me back|reply & 没|过了|不|至今|食言|not|never|nothing|still|no one|nobody|didnt|passed`,
  H2: `
2 正在直播|直播中|在播|播着|现在直播|我在直播|live right now|live now|currently live|mid stream|in the middle of my|while im live|while i am live|on air|during my live`,
  H4: `
2 今天截止|今晚截止|今晚到期|今天到期|今天过期|马上过期|马上到期|马上截止|最后一天|最后几小时|还有几个小时|今晚12点|24小时内|明天到期|明天截止|明早截止|明天就截止|明天就过期|小时后|分钟后|expires today|expires tonight|expires tomorrow|expires in|ends today|ends tonight|deadline is today|deadline is tomorrow|due today|due tomorrow|last day|within 24 hours|in an hour|in two hours|hours left|minutes left|by tonight|by midnight|tomorrow morning`,
  asks: `
2 怎么|如何|怎样|咋|什么|吗|多久|哪里|在哪|能不能|可以|能退|有没有|?|how|what|where|when|which|can i|can you|is it|is there|does|do you|are there|should i`,
  supposes: `
2 防止|预防|避免|防范|怎么保护|怎么判断|怎么辨别|识别|会不会|规定|规则|政策|流程|一般|通常|什么情况|标准|是什么|什么是|什么意思|了解一下|想了解|prevent|avoid|protect|policy|policies|rule*|what happens|what counts|what is|what are|how does|how do you handle|in general|generally|tips|explain|curious|wondering|stay safe|safer|recognise|recognize|spot a|tell if
2 登录保护|两步验证|二次验证|安全中心|登录设备|登录过的设备|授权过的|让账号更安全|账号保护|风险|protection|two step|two factor|2fa|devices that are|log out on|sign out on|third party apps|at risk|make my account
2 未成年|minor|children|kids|underage & 能退|可以退|怎么退|多久退|退款条件|要什么材料|policy|can be refunded|are refunds|eligible|documents|do you refund|get refunds`,
  done: `
2 被盗了|被骗了|被转走|被人|被扣了|盗刷|was hacked|got hacked|been hacked|gets hacked|was stolen|got scammed`,
  ifEver: `
2 如果|万一|假如|要是|假设|what if|if my|if a|if an|if the|if someone|if somebody|in case|from being`,
  happened: `
2 刚才|刚刚|昨天|今天|昨晚|今早|上周|上个月|半夜|凌晨|分钟前|小时前|现在|正在|突然|莫名|已经被|不是我操作|不是本人|偷偷|救命|紧急|快帮|我家孩子|我儿子|我女儿|我家娃|我孩子|一笔|yesterday|today|just now|last night|this morning|last week|ago|right now|currently|suddenly|help me|urgent|i was|ive been|have been|my son|my daughter|my kid|my child|stole my|emptied|they changed|woke up`,
};

const book = compile(rules, words, 'no-hints');

export type Signals = ReadonlyMap<string, readonly string[]>;

/** Which rules the text speaks for, and with which words. */
export function readSignals(message: Folded): Signals {
  return new Map([...readCues(book, message)].map(([rule, { reasons }]) => [rule, reasons]));
}

const largeSum = 5000;

/** The first sum of 5,000 yuan or more that the text names, as written (rule H3). */
export function largeSumIn(text: string): string | undefined {
  for (const match of text.matchAll(sums)) {
    const [written, prefixed, amount, unit = ''] = match;
    const yuan = Number((prefixed ?? amount ?? '').replaceAll(',', '')) * (scales[unit] ?? 1);
    const sure = prefixed !== undefined || currencies.test(written) || scales[unit] !== undefined;
    if (sure && yuan >= largeSum) return written.trim();
  }
  return text.match(/[一两二三四五六七八九十几]+万(?!能|一|粉|播|个粉|次|人)|[五六七八九]千多?[元块]?/u)?.[0];
}

const scales: Readonly<Record<string, number>> = { 万: 10_000, 千: 1000, w: 10_000, k: 1000 };
const currencies = /[元块¥$€£]|yuan|rmb|usd|dollar|bucks/;
/** A number with a currency before it, or a unit and a currency after it; views and followers are no sums. */
const sums =
  /[¥$€£]\s?(\d{1,9}(?:,\d{3}){0,3})|(?<![\d.])(\d{1,9}(?:,\d{3}){0,3}(?:\.\d{1,2})?)\s?(万|千|w|k)?(?!\s?(?:个)?(?:粉|播放|次|人|赞|关注|views|followers|likes|[a-z\d]))\s?(?:元|块|yuan|rmb|usd|dollars?|bucks)?/gu;
