import type { ArticleName } from './articles.ts';

/** A question, and an answer as a well-behaved model writes it from the article. */
export interface Faithful {
  article: ArticleName;
  language: 'zh' | 'en';
  question: string;
  text: string;
}

/** Written before the check was tuned, and used to tune it. */
export const faithful: readonly Faithful[] = [
  {
    article: 'code-not-received',
    language: 'zh',
    question: '等了好久没收到验证码，一直点获取',
    text: '收不到码确实着急。请等60秒后再点获取，不要连续点，只有最后一次发的验证码有效。提示「发送频繁」时，当天次数可能已用完，请过几小时或次日再试。',
  },
  {
    article: 'code-not-received',
    language: 'zh',
    question: '在国外收不到短信验证码',
    text: '请先核对页面上的号码和国家/地区代码是否正确，境外号码请确认已开通国际短信。页面有「语音验证码」的，可以改用电话接听。仍收不到，可改用密码、邮箱或已绑定的第三方账号登录。',
  },
  {
    article: 'seller-does-not-ship',
    language: 'zh',
    question: '已经超时了还不发货我能退款吗',
    text: '已超时的订单可以申请退款，原因选「未按约定时间发货」，多数情况会很快退回。有没有补偿、补偿多少，以订单或售后页显示的规则为准。',
  },
  {
    article: 'seller-does-not-ship',
    language: 'zh',
    question: '卖家说没货让我自己取消',
    text: '商家说缺货让您自己取消时，请不要选「不想要了」，应选「商家缺货/未按时发货」，这样才会按规则核定商家责任和补偿。',
  },
  {
    article: 'refund-not-arrived',
    language: 'zh',
    question: '退款到信用卡要几天',
    text: '原路退回到信用卡一般1至7个工作日，以银行入账为准，节假日顺延。信用卡退款会冲抵账单，请看「未出账明细」。',
  },
  {
    article: 'refund-not-arrived',
    language: 'zh',
    question: '退款金额怎么比我付的少',
    text: '优惠券、红包抵扣的部分按规则退券，不退现金，所以金额可能比标价少。组合支付会分开退回多个渠道。',
  },
  {
    article: 'home-pickup-return',
    language: 'zh',
    question: '上门取件的快递没来',
    text: '过了预约时段还没人来，先点「催取件/联系快递员」。仍没人来可改约或自行寄回，系统会顺延退货时限（以页面显示为准）。',
  },
  {
    article: 'return-freight-insurance',
    language: 'zh',
    question: '运费险多久到账',
    text: '商家收到退货并完成退款后会自动理赔，一般72小时内到账。您可以在「订单详情 → 运费险 → 保单与理赔进度」查看，金额以保单为准。',
  },
  {
    article: 'return-freight-insurance',
    language: 'zh',
    question: '我付了15元运费只赔10块',
    text: '补偿额按「寄出地→退回地」的首重标准核定，不按实付。比如实付15元、核定10元，保险赔10元，差5元。无理由退货的话5元自付；质量问题的话，5元可以向商家申请，并附上运费凭证。',
  },
  {
    article: 'video-upload-failed',
    language: 'zh',
    question: '上传一直卡在99%',
    text: '卡在99%多半是在转码，请等几分钟。如果仍不动，就先存草稿，再重新发布。',
  },
  {
    article: 'video-upload-failed',
    language: 'zh',
    question: '视频5个G传不了',
    text: '单个文件不能超过3GB。您的视频超过了，请降低码率，或剪成几段后再上传。',
  },
  {
    article: 'drafts-lost',
    language: 'zh',
    question: '卸载重装以后草稿没了',
    text: '需要如实告诉您，草稿一般只存在手机本地，卸载App后，没有备份的草稿我们也无法恢复。您可以查手机相册：保存草稿时若勾选了「存到相册」，成片会在那里。',
  },
  {
    article: 'wallet-recharge-not-credited',
    language: 'zh',
    question: '苹果手机充的币安卓上看不到',
    text: '苹果和安卓余额是分开计算的。在苹果手机充的，通常只在苹果设备显示，反之亦然。',
  },
  {
    article: 'bank-cards-and-payment-password',
    language: 'zh',
    question: '怎么解绑银行卡',
    text: '请在「我 → 钱包」里选卡 → 解除绑定。若有进行中的提现、退款、自动续费或先用后付未结清，请先处理完再解绑。',
  },
  {
    article: 'code-not-received',
    language: 'en',
    question: 'i keep tapping resend and no code comes',
    text: 'Please wait 60 seconds before asking again. Only the latest code is valid. If it says "too many requests", the day\'s limit may be used up, so try again after some hours.',
  },
  {
    article: 'code-not-received',
    language: 'en',
    question: "i'm abroad and get no verification text",
    text: 'Abroad, please check that international texts are allowed, and check the country code on the page. Where "voice code" is offered, let us call you instead.',
  },
  {
    article: 'seller-does-not-ship',
    language: 'en',
    question: 'the order is overdue, can i get a refund',
    text: 'If it is overdue, ask for a refund with the reason "Not shipped in time". Most are returned quickly.',
  },
  {
    article: 'seller-does-not-ship',
    language: 'en',
    question: 'the shop says it is out of stock and wants me to cancel',
    text: 'If the shop asks you to cancel because it is out of stock, do not pick "No longer wanted". Pick "Out of stock / not shipped in time", so that the shop\'s responsibility and any compensation are settled by the rules.',
  },
  {
    article: 'refund-not-arrived',
    language: 'en',
    question: 'how long does a refund to a credit card take',
    text: 'A refund to a credit card usually takes 1–7 working days, as your bank books it, and holidays add to that. Credit-card refunds lower the bill, so look under unbilled items.',
  },
  {
    article: 'refund-not-arrived',
    language: 'en',
    question: 'why did i get back less than i paid',
    text: 'Coupon or red-packet parts return as coupons by their rules, not as cash, so the sum may be below the list price.',
  },
  {
    article: 'home-pickup-return',
    language: 'en',
    question: 'the courier never came to pick up my return',
    text: 'If nobody came, tap "Remind / contact courier", then rebook or send it yourself. The return deadline is extended as shown on the page.',
  },
  {
    article: 'return-freight-insurance',
    language: 'en',
    question: 'when is freight insurance paid',
    text: 'The insurance is paid automatically after the shop has the goods and refunds, mostly within 72 hours.',
  },
  {
    article: 'return-freight-insurance',
    language: 'en',
    question: 'i paid 15 for return postage and got 10',
    text: 'The payout follows the first-weight standard for the route, not what you paid. For example, if you paid 15 and the payout is 10, your gap is 5.',
  },
  {
    article: 'video-upload-failed',
    language: 'en',
    question: 'upload stuck at 99%',
    text: 'Stuck at 99% usually means it is converting. Please wait some minutes. If nothing moves, save a draft and publish again.',
  },
  {
    article: 'video-upload-failed',
    language: 'en',
    question: 'my video is 5 gigabytes',
    text: 'Each file can be 3 GB at most. If yours is larger, lower the bit rate or cut it into parts.',
  },
  {
    article: 'drafts-lost',
    language: 'en',
    question: 'reinstalled the app and my drafts are gone',
    text: 'Drafts normally live only on the phone. After an uninstall, a draft without backup cannot be restored by us either. If "Save to album" was on, the finished video is in the phone\'s album.',
  },
  {
    article: 'wallet-recharge-not-credited',
    language: 'en',
    question: 'bought coins on my iphone, android shows none',
    text: 'iOS and Android balances are separate. What was bought on an iPhone usually shows only on Apple devices.',
  },
  {
    article: 'bank-cards-and-payment-password',
    language: 'en',
    question: 'how do i unbind my card',
    text: 'To unbind a card, go to Me → Wallet, choose the card and tap Unbind. First finish running withdrawals, refunds, renewals or pay-later.',
  },
];

/** Written at the same time about other articles, and scored once when the check was finished. */
export const unseen: readonly Faithful[] = [
  {
    article: 'delete-account',
    language: 'zh',
    question: '注销以后还能恢复吗',
    text: '提交后有一段冷静期（时长以注销页显示为准）。期间重新登录并选择「放弃注销」，账号就会恢复。冷静期结束后账号永久删除，无法找回。',
  },
  {
    article: 'delete-account',
    language: 'zh',
    question: '注销提示不满足条件',
    text: '若提示「不满足条件」，页面会列出没完成的项目，您逐项处理后再提交即可。',
  },
  {
    article: 'followers-dropped',
    language: 'zh',
    question: '一夜掉了几百粉是不是系统清理',
    text: '平台反作弊清理：系统会定期清除机器号、买来的粉和异常互动。如果同一天集中减少、减少的多是无头像无作品的账号，多半属于这种情况，不会恢复。',
  },
  {
    article: 'followers-dropped',
    language: 'zh',
    question: '我能用互粉软件把粉涨回来吗',
    text: '请不要使用刷粉、互粉工具，被识别后除了清理，还可能影响推荐。',
  },
  {
    article: 'privacy-and-profile-settings',
    language: 'zh',
    question: '怎么不让别人看到我的点赞',
    text: '点赞、关注、粉丝列表：您可以在隐私设置里逐项选「仅自己可见」。',
  },
  {
    article: 'privacy-and-profile-settings',
    language: 'zh',
    question: '昵称改不了说次数用完',
    text: '昵称、头像、简介、平台号可以在「我 → 编辑资料」修改。平台号和昵称有修改间隔，提示「次数已用完」时按显示日期再改。',
  },
  {
    article: 'notifications-and-messages',
    language: 'zh',
    question: '私信发不出去',
    text: '发不出：对方可能只接收好友或未回复前有条数限制；被拉黑、内容含敏感词或账号受限也会失败。',
  },
  {
    article: 'commission-and-service-rates',
    language: 'zh',
    question: '退款了服务费还退吗',
    text: '退款成功的订单，对应的服务费会按比例退回。您可以在「资金 → 账单 → 订单明细」逐单核对。',
  },
  {
    article: 'delete-account',
    language: 'en',
    question: 'can i undo deleting my account',
    text: 'A waiting period follows (its length is shown on the page). Sign in during it and choose "Keep my account" to restore everything. Afterwards the account is gone for good.',
  },
  {
    article: 'delete-account',
    language: 'en',
    question: 'it says conditions are not met',
    text: 'If it says conditions are not met, the page lists what is left. Clear each point and submit again.',
  },
  {
    article: 'followers-dropped',
    language: 'en',
    question: 'did a clean-up remove my followers',
    text: 'Anti-cheating clean-up: the system regularly removes bot accounts, bought followers and abnormal activity. A drop on one day, mostly of accounts without picture or posts, is usually this, and it is not reversed.',
  },
  {
    article: 'followers-dropped',
    language: 'en',
    question: 'can i use a follow-back app',
    text: 'Please do not use tools for buying or swapping followers, as they can hurt your reach besides the clean-up.',
  },
  {
    article: 'privacy-and-profile-settings',
    language: 'en',
    question: 'hide my likes',
    text: 'For likes, following and follower lists, set each to "Only me" under Privacy.',
  },
  {
    article: 'privacy-and-profile-settings',
    language: 'en',
    question: 'stop coworkers finding me',
    text: 'Not to be found by people you know: switch off "Suggest me to people I may know" and "Contact matching", and withdraw contact access in the phone\'s settings.',
  },
  {
    article: 'notifications-and-messages',
    language: 'en',
    question: 'i cannot send messages to someone',
    text: 'Cannot send: the other may accept only friends, or limit messages before answering; a block, sensitive words or a restricted account also stop it.',
  },
  {
    article: 'commission-and-service-rates',
    language: 'en',
    question: 'is the fee returned after a refund',
    text: 'When an order is refunded, its fee is returned in proportion. You can check each order under Funds → Bills → Order details.',
  },
];
