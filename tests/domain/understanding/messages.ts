/**
 * One realistic message per leaf and language, written before the lexicon but by the same author, so the figure it gives flatters;
 * it guards against regressions. `fresh-messages.ts` tells how good the lexicon is. [leaf, Chinese, English].
 */
export const messages: readonly (readonly [leaf: string, zh: string, en: string])[] = [
  [
    'account.login.forgot-password',
    '好久没上号了，密码怎么都想不起来，试了好几个都说不对，能重设一个吗',
    'i cant for the life of me remember what password i set, phone is still the same. how do i make a new one?',
  ],
  [
    'account.login.code-not-received',
    '点了五六次获取，短信就是不来，手机信号满格的',
    'Been tapping resend for 20 minutes and no text shows up on my phone, I can’t get in',
  ],
  [
    'account.login.phone-changed',
    '我以前那个号早销号了，现在账号还挂在老号上，想改成新号码怎么弄',
    'My old SIM got cancelled when I moved abroad and my account is still tied to it. I need to switch it to my new number.',
  ],
  [
    'account.verification.real-name',
    '人脸识别一直提示和身份证不一致，刷了好多遍都过不去',
    'It keeps telling me my ID card does not match my face when I try to verify my identity',
  ],
  [
    'account.restriction.ban-appeal',
    '凭什么把我号封了，我又没干啥，说永久封禁，我要申诉！！',
    'woke up today and my account is permanently banned?? I did nothing wrong, want to appeal',
  ],
  [
    'account.security.stolen',
    '刚才提示我的号在广东有台陌生手机登录了，我人在山东啊，密码也被改了进不去',
    'Somebody hacked me, they changed the email and are posting weird crypto stuff from my profile',
  ],
  [
    'account.lifecycle.delete',
    '不想玩了，这个号怎么彻底注销掉，提示我还有未完成订单不让注销',
    'I want to close my account for good and have everything erased',
  ],
  [
    'account.profile.followers-dropped',
    '一觉醒来粉丝少了两千多，也没发什么东西啊，怎么回事',
    'Lost around 900 followers overnight and nothing happened on my page, is this a glitch?',
  ],
  [
    'account.privacy.settings',
    '我不想让通讯录里的人刷到我，在哪里关',
    'where can I make my likes list private so other people cant see it',
  ],
  [
    'content.upload.failed',
    '视频传到99%就卡住不动，换了WiFi也一样，草稿还没了',
    'My clip gets stuck at 99% every time I try to post it. It is a 2GB mp4',
  ],
  [
    'content.review.rejected',
    '发了个做饭的视频三天了还在审核中，到底要等多久啊',
    'you took down my dance video saying it breaks community guidelines but it is totally harmless',
  ],
  [
    'content.reach.low',
    '最近发的作品播放都不过百，以前随便几万，是不是给我限流了',
    'My last ten videos are stuck under 200 views, feels like I have been shadowbanned',
  ],
  [
    'content.copyright.flagged',
    '我自己拍的素材，系统判我搬运，说和别人的作品高度相似，不服',
    'Got a copyright strike on a song I actually have a licence for, how do I dispute it',
  ],
  [
    'content.report.others',
    '有个博主天天发擦边的东西，小孩看到怎么得了，你们管不管',
    'There is a user leaving nasty insulting comments under every post of mine, I want him reported',
  ],
  [
    'content.creation.music-effects',
    '那个变老的滤镜在哪找啊，我看别人都能用，我搜不到',
    'how do you add auto captions and that slow motion effect when editing?',
  ],
  [
    'live.access.permission',
    '满多少粉才能开直播呀？我这边没有开播的入口',
    "why can't i see the go live button, how many followers do I need",
  ],
  [
    'live.rules.violation',
    '我播得好好的突然被断了，说我违规，还禁播7天，哪里违规了？',
    'My broadcast got cut off with a warning for dangerous behaviour, I was only cooking. Please lift the live suspension',
  ],
  [
    'live.stream.technical',
    '开播画面是黑的，观众说只听到声音看不到人，OBS推流码也换过了',
    'viewers say my stream is lagging badly and the audio is out of sync',
  ],
  [
    'live.gifts.problem',
    '手滑给主播刷了个嘉年华，我本来想送小心心的，能退给我吗',
    'I accidentally sent a really expensive gift to a streamer, can I get it reversed',
  ],
  [
    'live.selling.rules',
    '想在直播间挂小黄车，需要什么条件，保健品能卖吗',
    'what do i need before I can add the shopping cart to my live room, and can I say "best in the country" about a product',
  ],
  [
    'live.dispute.anchor',
    '主播说刷够一万就加微信见面，我刷完他直接把我拉黑了，太坑了',
    'my agency is refusing to pay the base salary we signed for and won’t let me leave the contract',
  ],
  [
    'creator.income.incentive-plan',
    '中视频计划怎么加入啊，播放收益是怎么算的',
    'I have been removed from the creator fund and don’t know why, what are the eligibility conditions?',
  ],
  [
    'creator.income.commercial-orders',
    '星图上接广告单要多少粉丝，橱窗带货的佣金什么时候给',
    'How do I get brand deals and open an affiliate showcase as a creator?',
  ],
  [
    'creator.earnings.withdraw',
    '上个月的音浪收入提不出来，一直显示处理中，还扣了好多税',
    'My livestream earnings have been pending payout for two weeks and the withdraw button is greyed out',
  ],
  [
    'creator.growth.traffic-policy',
    '黄V怎么认证？听说新人创作者有流量扶持',
    'What are the requirements for the blue verified badge, and is there a support program for new creators?',
  ],
  [
    'buyer.order.tracking',
    '我的包裹在转运中心三天没动了，是不是丢了',
    'tracking says delivered but nothing was at my door, where is my parcel',
  ],
  [
    'buyer.order.not-shipped',
    '付完款一个星期了店家还没发出来，催也不回',
    'I ordered 8 days ago and the shop still has not dispatched it, they keep saying out of stock',
  ],
  [
    'buyer.order.cancel-change',
    '刚下单地址填成老家的了，能不能帮我改一下',
    'Need to cancel the order I placed ten minutes ago, picked the wrong size',
  ],
  [
    'buyer.refund.apply',
    '这个衣服收到不喜欢，我想把钱要回来，怎么操作',
    'how can I request my money back for a purchase I made last week',
  ],
  [
    'buyer.refund.refused',
    '申请退款商家直接给我拒了，说影响二次销售，你们平台能不能介入',
    'The seller declined my refund twice without any reason, can the platform step in?',
  ],
  [
    'buyer.refund.not-arrived',
    '显示退款成功都五天了，银行卡里一分钱都没看到',
    'It says refunded on Monday but the money is still not on my card',
  ],
  [
    'buyer.return.process',
    '尺码小了想换大一号，寄回去的地址在哪看，要自己叫快递吗',
    'how many days do I have to send something back, and where do I enter the return tracking number',
  ],
  [
    'buyer.return.freight',
    '退货的邮费谁出啊，我买了运费险怎么才赔了8块',
    'Who pays for return postage? My shipping insurance only covered half of what I paid the courier',
  ],
  [
    'buyer.quality.defect',
    '杯子收到就是碎的，而且少了一个盖子',
    'The blender arrived broken and one part is missing from the box, looks nothing like the photos either',
  ],
  [
    'buyer.quality.counterfeit',
    '这双AJ拿去鉴定说是假的，店里还写着正品保障',
    'pretty sure this perfume is a knock-off, the label is misspelled and it smells like alcohol',
  ],
  [
    'buyer.price.protection',
    '昨天199买的今天就降到149，能补差价吗',
    'The price dropped by 30 bucks the day after I bought it, and my coupon was not applied either',
  ],
  [
    'buyer.invoice.request',
    '买的电脑要报销，怎么让商家开票，抬头要写公司',
    'I need an invoice with my company name for the laptop order',
  ],
  [
    'merchant.opening.apply',
    '个体户想在你们这开个小店，营业执照要哪些资质',
    'what documents are required to register a store as a sole trader?',
  ],
  [
    'merchant.fees.commission',
    '我店里卖女装，平台抽几个点？这单扣了我8%不知道怎么来的',
    'What percentage does the platform take from each sale in the beauty category?',
  ],
  [
    'merchant.fees.deposit',
    '开食品类的店保证金要交多少，关店以后能退吗',
    'How much security deposit must my store pay, and when do I get it back after closing?',
  ],
  [
    'merchant.product.rejected',
    '我上架的商品老是审核不过，说主图有违禁词，要怎么改',
    'My listing was taken down because the title has a prohibited word, how do I fix it',
  ],
  [
    'merchant.violation.points',
    '店铺莫名其妙扣了6分，说虚假宣传，我要申诉撤销处罚',
    'Our shop was given 4 violation points and traffic was cut, we want to contest the penalty',
  ],
  [
    'merchant.funds.settlement',
    '我店铺的货款已经冻结半个月了，几万块钱提不出来，工资都发不了',
    'Sales money for our store has not been settled since last month and the balance is on hold',
  ],
  [
    'merchant.dispute.buyer',
    '买家穿了半个月洗过了还仅退款，平台居然判他赢，我货也没了',
    'A buyer returned an empty box and still got refunded, I am a seller and want to contest this decision',
  ],
  [
    'ads.delivery.effect',
    '投了500块dou+才涨了3个粉，播放倒是有，这也太差了',
    'My campaign spent 200 dollars and brought zero sales, how do I improve targeting?',
  ],
  [
    'ads.delivery.rejected',
    'DOU+老是不给过，说我视频有营销内容投不了',
    'The ad creative was disapproved again, what is wrong with our qualification files?',
  ],
  [
    'ads.billing.charge',
    '计划昨天就关了，千川今天还在扣我钱',
    'I paused the campaign yet my ad account is still being charged each hour',
  ],
  [
    'ads.account.topup',
    '巨量引擎账户里剩的钱怎么退，充的时候的发票也要开',
    'How do I add funds to my ads manager account, and can you issue a VAT invoice for it',
  ],
  [
    'payment.checkout.failed',
    '买东西付款一直提示支付异常，换了支付宝也付不了',
    'my card keeps getting declined at checkout even though there is money on it',
  ],
  [
    'payment.charge.duplicate',
    '会员我早就取消了怎么又自动续费扣了25',
    'I was charged two times for the same order, please refund one',
  ],
  [
    'payment.charge.unauthorised',
    '银行卡半夜莫名被扣了三笔一千的，都不是我操作的！',
    'There are payments on my bank statement to you that I never made, someone is using my card',
  ],
  [
    'payment.wallet.balance',
    '充了钻石钱扣了但是抖币没到账',
    'How do I remove my bank card from the wallet and change the payment PIN?',
  ],
  [
    'payment.minor.recharge',
    '我家娃才九岁，拿我手机偷偷给主播刷了八千多，求求你们退给我',
    'My 10 year old son spent $600 on gifts without me knowing, I want a refund',
  ],
  [
    'safety.fraud.fake-agent',
    '有人打电话说是你们客服，说我开了直播会员每月扣500，让我下个APP共享屏幕取消，是真的吗',
    'got a call from someone claiming to be your support, asking me to share my screen and give the OTP. Is that legit?',
  ],
  [
    'safety.fraud.prize-scam',
    '群里让我做点赞任务返佣金，我垫了三万提不出来了，是不是被骗了',
    'A woman I met here talked me into an investment site and now I cannot get my money out, I think I have been scammed',
  ],
  [
    'safety.rights.portrait-privacy',
    '有人拿我的照片开小号装成我，还把我的电话发出来了',
    'Someone made a fake profile with my pictures and my name and is messaging my friends',
  ],
  [
    'safety.rights.work-copied',
    '我原创的剧情视频被好几个号原封不动搬走了，怎么让他们下架',
    'Another account is re-uploading my original videos and claiming them as theirs, please take them down',
  ],
  [
    'safety.harm.crisis',
    '我真的撑不下去了，今晚就想从楼上跳下去',
    'a girl on live right now is saying she wants to kill herself, please send help',
  ],
  [
    'safety.minor.protection',
    '怎么给孩子设置每天只能看40分钟',
    'How do I turn on parental controls so my daughter only sees suitable videos?',
  ],
  [
    'campaign.activity.rules',
    '集卡瓜分红包那个活动，我任务都做完了奖励怎么还没发',
    'I finished every task in the spring festival event but never got the reward',
  ],
  [
    'campaign.brand.cooperation',
    '我们是一家饮料公司，想和平台谈年度合作，该联系哪位',
    'We are a tourism board and would like to partner with you, who is the right contact?',
  ],
  [
    'technical.app.crash',
    '一打开就自己退出来，卸载重装也没用，安卓14',
    'since the last update the app freezes and shuts itself down within seconds on my Pixel',
  ],
  [
    'technical.app.network',
    '家里网速没问题，别的软件都行，就你们这刷视频一直转圈圈',
    'videos take forever to buffer and it says no connection although my wifi is fine',
  ],
  [
    'technical.app.notification',
    '朋友给我发私信手机从来不弹提醒，得点进去才看到',
    'I keep getting like fifty push alerts a day, how do I turn those off',
  ],
  [
    'service.complaint.attitude',
    '你们那个客服说话特别冲，还挂我电话，我要投诉她',
    'The agent I chatted with was incredibly rude and lied to me',
  ],
  [
    'service.complaint.unresolved',
    '上周反映的事到现在都没人理，工单直接给我关了，踢皮球呢？',
    'This is the fourth time I am writing about ticket KF-2281 and you closed it without fixing anything',
  ],
  ['service.human.request', '别跟我绕了，给我转个真人', 'can i please just talk to a real human being'],
  [
    'service.legal.threat',
    '我已经委托律师，明天就去法院起诉，同时12315也投诉了，案号会发给你们',
    'Our solicitor will file a claim in court on Friday unless you respond; the consumer authority has been informed too',
  ],
  [
    'service.feedback.suggestion',
    '建议你们出个倍速记忆功能，每次都要重新调太麻烦了',
    'It would be great if you added a dark theme with larger fonts for older people',
  ],
  [
    'service.chitchat.greeting',
    '在吗，你好呀～',
    'hey there, thanks a lot for your help earlier, you are awesome',
  ],
];

/** What this desk cannot act on. */
export const outOfScope: readonly string[] = [
  '帮我写一篇八百字的作文，题目是我的妈妈',
  '明天上海天气怎么样',
  '美团外卖超时了找谁赔',
  'what is the capital of Mongolia?',
  'Can you solve this equation for me: 3x + 7 = 22',
  'asdkjh qwoeiu zzzz',
];
