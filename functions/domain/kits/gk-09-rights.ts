import { ask, end, type Kit } from './kit.ts';
import { choice, orUnsure, wordsAbout, yesNo } from './slots.ts';

const stolen = 'account.security.stolen';
const articles: Readonly<Record<string, string>> = {
  [stolen]: 'account-stolen',
  'payment.charge.unauthorised': 'unauthorised-charge',
};

/** GK-09: the account-rights protection service. Loss or a lock-out goes to a person at once; else it learns what a specialist needs. */
export const rights: Kit = {
  id: 'GK-09',
  intents: [stolen, 'payment.charge.unauthorised', 'safety.rights.portrait-privacy'],
  starts:
    /盗|登录|验证码|陌生|异常|不是我|扣|刷|肖像|隐私|照片|冒充|假冒|曝光|泄露|人肉|诽谤|造谣|侵|我的(?:脸|视频|名)|hack|strange|unknown|code|charge|stolen|impersonat|fake|my (?:photo|face|picture|name|address|data)|expos|leak|privacy|slander|defam/,
  article: (intentId) => articles[intentId] ?? 'portrait-privacy-impersonation',
  relies: { zh: ['转人工'], en: ['human agent'] },
  reads: {
    canSignIn: orUnsure(
      yesNo({
        no: /(?:登|进|上)不(?:上|了|去)|无法登录|登录不|密码(?:被|也)?(?:改|错)|can'?t (?:log|sign|get) in|cannot (?:log|sign)|locked out/,
        yes: /(?:还|能)(?:能)?登|登得上|在线|still (?:logged|signed|can)|can (?:still )?(?:log|sign) in/,
      }),
    ),
    moneyLost: orUnsure(
      yesNo({
        yes: /(?:钱|余额|资金|零钱).{0,4}(?:没了|少了|被转|被刷|被扣|不见)|(?:扣|转|刷|花)(?:走|掉)?了?\d|盗刷|被刷了|money (?:is |was )?(?:gone|missing|taken)|charged|(?:stole|took) (?:my |the |all )*money/,
        no: /(?:没有?|未)(?:损失|扣|少|丢钱|资金)|钱(?:都)?(?:还在|没少|没事)|no (?:loss|money (?:is )?(?:gone|lost|missing))|nothing (?:was )?(?:taken|lost|missing)/,
      }),
    ),
    violation: choice({
      portrait: /肖像|照片|脸|头像|长相|视频里(?:是|有)我|face|photo|picture|likeness|image/,
      privacy:
        /隐私|住址|地址|电话|手机号|身份证|人肉|泄露|曝光|私密|address|phone|privacy|private|dox|leak|expos/,
      reputation: /名誉|造谣|诽谤|污蔑|谣言|骂我|诋毁|reputation|rumou?r|slander|defam|lies about/,
      impersonation: /冒充|假冒|仿冒|假号|高仿|impersonat|fake (?:account|profile)|pretend|copycat/,
    }),
    link: wordsAbout(/https?:|www\.|v\.douyin/),
  },
  asks: {
    canSignIn: {
      zh: [
        '先确认账号还在您手里：现在还能正常登录吗？',
        '退出再登一次也可以：能进去就回复「能」，进不去就回复「不能」。',
      ],
      en: ['First: can you still sign in to the account?', 'Reply "yes" if you get in, "no" if you do not.'],
    },
    moneyLost: {
      zh: [
        '请看一眼钱包、订单和银行短信：有不是您本人的支出吗？',
        '有任何一笔不认识的支出就回复「有」，没有就回复「没有」。',
      ],
      en: [
        'Please look at wallet, orders and bank messages: is there any payment that was not you?',
        'Reply "yes" if there is even one you do not know, "no" otherwise.',
      ],
    },
    violation: {
      zh: [
        '是哪种情况？回复数字就行：\n1. 用了我的照片或肖像\n2. 泄露住址、电话等隐私\n3. 造谣、损害名誉\n4. 冒充我的账号',
        '选最接近的一个：1 肖像，2 隐私，3 名誉，4 冒充。',
      ],
      en: [
        'Which is it? A number is enough:\n1. My face or photo is used\n2. Address, phone or other private data exposed\n3. Untrue, harmful statements\n4. An account pretends to be me',
        'Please pick the nearest: 1 likeness, 2 privacy, 3 reputation, 4 impersonation.',
      ],
    },
    link: {
      zh: [
        '请发一下对方作品链接或主页链接，方便专员定位。',
        '在对方作品或主页点「分享 → 复制链接」发过来；打不开的话写账号名也行。',
      ],
      en: [
        'Please send the link of the post or profile, so that the specialist finds it.',
        'Tap Share → Copy link on the post or profile and paste it here; the account name will do too.',
      ],
    },
  },
  ends: {
    locked: {
      zh: '登不上说明账号可能已被他人控制。请在登录页点「遇到问题 → 账号找回/冻结账号」，先冻结再找回。',
      en: 'If you cannot get in, somebody else may control the account. On the sign-in page choose "Need help → Recover / Freeze account": freeze first.',
      person: {
        zh: '无法登录，账号可能被他人控制',
        en: 'the customer can no longer sign in: somebody else may control the account',
      },
      priority: 'urgent',
    },
    loss: {
      zh: '现在最要紧的是护住钱：请立刻联系银行止付，改支付密码、关闭免密支付，并留好扣款截图。',
      en: 'The money comes first: please ask your bank to stop it now, change the payment password, switch off payment without password, and keep screenshots.',
      person: { zh: '有非本人支出', en: 'money was spent that the customer did not spend' },
      priority: 'urgent',
    },
    protect: {
      zh: '现在最要紧的是锁住账号：还能登录就到「设置 → 账号与安全 → 登录设备管理」移除不认识的设备，并改登录和支付密码；已登不上就在登录页点「遇到问题 → 账号找回/冻结账号」。验证码绝不要给任何人；有不是您的支出，马上联系银行止付。',
      en: 'What matters now is to lock the account. Still signed in? Settings → Account and security → Devices: remove what you do not know, then change the sign-in and payment passwords. Locked out? On the sign-in page choose "Need help → Recover / Freeze account". Give no code to anyone; if money was spent, ask your bank to stop it.',
      person: { zh: '账号可能在他人手中', en: 'the account may be in other hands' },
      priority: 'urgent',
    },
    secured: {
      zh: '账号还在您手里，先加固：「设置 → 账号与安全 → 登录设备管理」移除不认识的设备，修改登录密码和支付密码；收到不是自己申请的验证码，绝不要给任何人。专员会继续核查。',
      en: 'The account is still yours; make it safe: Settings → Account and security → Devices, remove what you do not know, change sign-in and payment passwords, and give no code to anyone. A specialist goes on checking.',
      person: {
        zh: '异常登录，账号仍在本人手中，暂无损失',
        en: 'strange sign-in, account still in the owner’s hands, no loss known',
      },
      priority: 'high',
    },
    private: {
      zh: '隐私被公开的最优先处理。请保留截图和录屏，不要公开争吵；受到威胁或敲诈请同时报警。',
      en: 'Exposed private data goes first. Keep screenshots and recordings, no public quarrels; if you are threatened, tell the police too.',
      person: { zh: '隐私被公开', en: 'private data exposed' },
      priority: 'high',
    },
    rights: {
      zh: '请保留链接、截图和录屏，先不要公开争吵。侵权专员会按您提供的内容核查；身份证明只在投诉页上传，不要发在聊天里。',
      en: 'Keep links, screenshots and recordings, no public quarrels yet. A rights specialist checks it; upload ID papers only on the complaint page, never in this chat.',
      person: { zh: '肖像、名誉或身份被侵犯', en: 'likeness, reputation or identity used by others' },
    },
  },
  firstAid: (intentId) =>
    ({ [stolen]: 'protect', 'payment.charge.unauthorised': 'loss' })[intentId] ?? 'private',
  next: ({ slots: { canSignIn, moneyLost, violation, link }, intentId }) => {
    if (intentId in articles) {
      if (moneyLost === true) return end('loss');
      if (canSignIn === false) return end('locked');
      if (canSignIn === undefined) return ask('canSignIn');
      return moneyLost === undefined ? ask('moneyLost') : end('secured');
    }
    if (violation === undefined) return ask('violation');
    if (violation === 'privacy') return end('private');
    return link === undefined ? ask('link') : end('rights');
  },
};
