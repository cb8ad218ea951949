import { describe, expect, it } from 'vitest';
import { understand } from '../../support/understanding.ts';

describe('a message is urgent', () => {
  it.each([
    ['the account is being taken', '我号被人登了，正在给我好友发消息借钱'],
    ['the account is taken', '刚刚账号被盗了密码也改了'],
    ['the account is taken, in English', 'someone just got into my account and changed my email'],
    ['the account is taken, traditional', '我的帳號被盜了，對方改了密碼'],
    ['the account posts by itself', 'my account is sending spam to everyone, I never did that'],
    ['money is leaving', '卡里的钱一直在扣，都不是我操作的'],
    ['money left last night', '半夜被盗刷了五千块'],
    ['money left, in English', 'there are three charges on my card I never made, please block it'],
    ['a wallet is empty', 'my wallet was emptied by someone'],
    ['a swindle just now', '刚被骗了两万，对方把我拉黑了，能追回吗'],
    ['a swindle going on', '假客服现在让我转账到安全账户，我已经共享屏幕了'],
    ['a code was given away', '我把验证码告诉了自称客服的人'],
    ['a swindle, in English', 'I just transferred $2000 to a scammer ten minutes ago'],
    ['a code was given away, in English', 'I gave the code to someone claiming to be support'],
    ['a child spent', '孩子偷偷用我手机充了六千'],
    ['a child gave gifts', '我女儿才10岁给主播打赏了好多钱'],
    ['a child spent, in English', 'my nephew bought coins worth $300 without asking'],
    ['a child is in danger', '有个陌生男的约我女儿见面还要私密照'],
    ['a life is in danger', '我不想活了'],
    ['another life is in danger', '这个主播说要割腕，快救救她'],
    ['a life is in danger, in English', 'I want to end my life tonight'],
    ['a threat to the family', '他威胁要来我家弄我家人，地址都发了'],
    ['a legal step with a date', '律师函已寄出，三天内不处理就去法院立案'],
    ['a legal step with a number', '我已报警，受案回执编号是A2231，请配合公安'],
    ['a legal step, in English', 'my lawyer will file suit in court on Monday'],
    ['many victims', '我们几十个受害人集体准备去法院起诉'],
    ['a question about one’s own stolen account', '账号被盗了怎么办'],
  ])('when %s: “%s”', (_why, text) => {
    const { urgency, priority } = understand(text);

    expect([urgency.urgent, priority, urgency.reasons.length > 0]).toEqual([true, 'urgent', true]);
  });
});

describe('a message is not urgent', () => {
  it.each([
    ['a plain question', '怎么防止账号被盗'],
    ['a supposed case', '如果账号被盗了该怎么申诉'],
    ['a question about rules', '未成年人充值可以退吗，需要什么材料'],
    ['a question about protection', '怎么给孩子开青少年模式'],
    ['a question about protection, in English', 'how do I protect my account from being hacked?'],
    ['a supposed case, in English', 'what happens if my account gets hacked?'],
    ['a policy question', 'what is the refund policy for gifts sent by minors?'],
    ['a password question', '忘记密码怎么办'],
    ['strong words', '垃圾平台！！！气死我了！！！视频又传不上去！！！'],
    ['capitals', 'WHY IS MY VIDEO STUCK AT REVIEW??? FIX IT NOW!!!'],
    ['a parcel', '快递三天没动了'],
    ['a refund', '退款什么时候到账'],
    ['a faulty thing', '买的杯子是碎的'],
    ['a shop’s points', '店铺被扣了6分怎么申诉'],
    ['a regulator only named', '再不解决我就打12315了'],
    ['a lawyer only named', 'maybe I should ask a lawyer about this refund'],
    ['tired, not in danger', '上传个视频累死我了'],
    ['a game', '游戏里被人杀了怎么录屏'],
    ['a code nobody asked for', '一直收到验证码，我没点过'],
    ['a doubtful call', '有人打电话自称客服，是你们吗'],
    ['a brand deal', '怎么接商单'],
    ['an activity', '红包活动什么时候开奖'],
    ['a greeting', '你好'],
    ['advertising', 'my ads have no conversions'],
    ['a suggestion', 'please add a dark mode'],
    ['clothes for a child', '给孩子买的鞋子尺码小了想换'],
    ['nothing', ''],
  ])('for %s: “%s”', (_why, text) => {
    const { urgency, priority } = understand(text);

    expect([urgency.urgent, priority === 'urgent']).toEqual([false, false]);
  });
});

describe('priority', () => {
  it.each([
    ['starts from the leaf', '怎么开青少年模式', 'normal'],
    ['of small matters is low', '那个滤镜在哪找', 'low'],
    ['of a ban is high', '我的号被封了，申诉', 'high'],
    ['rises at the third contact (H1)', '这是我第三次找你们反馈快递不动了', 'high'],
    ['rises when a promise was broken (H1)', '客服承诺24小时内回复，到现在都没有，快递还是不动', 'high'],
    ['rises in a running broadcast (H2)', '我正在直播，小黄车权限突然没了', 'high'],
    ['rises at five thousand yuan (H3)', '退款12000元还没到账', 'high'],
    ['rises at a large sum in words (H3)', '买的手表八千多，退款一直没到账', 'high'],
    ['rises when it expires within a day (H4)', '优惠券今晚到期，下单用不了', 'high'],
    ['stays for small sums', '退款120元还没到账', 'normal'],
    ['stays for many views', '播放量从50000掉到几百', 'normal'],
    ['falls for a question about rules (L1)', '被封号的一般标准是什么', 'normal'],
  ])('%s: “%s” is %s', (_rule, text, priority) => {
    expect(understand(text).priority).toBe(priority);
  });
});
