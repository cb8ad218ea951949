/**
 * A second message per leaf and language, written after the lexicon, in indirect words, and never tuned on:
 * [leaf, Chinese, English]. Keep it that way: it is what tells us how the lexicon does on wording nobody prepared for.
 */
export const freshMessages: readonly (readonly [leaf: string, zh: string, en: string])[] = [
  [
    'account.login.forgot-password',
    '换了新手机要重新登，之前设的密码早不记得了咋整',
    'It wants my password but I never use it so I have no clue what it is',
  ],
  [
    'account.login.code-not-received',
    '一直等那个6位数，手机上什么都没有',
    'The six digit thing you send for signing in never turns up in my messages',
  ],
  [
    'account.login.phone-changed',
    '原来绑的那张卡掉了补不回来，能绑现在这个吗',
    'My carrier gave my old line to some other guy. How can I attach my current number to the account?',
  ],
  [
    'account.verification.real-name',
    '我妈名字里有生僻字，认证身份的时候输不进去',
    'The selfie step rejects me over and over, I even trimmed my beard to look like my passport',
  ],
  [
    'account.restriction.ban-appeal',
    '我就发了个评论怎么就被禁言三十天',
    'Why can’t I comment on anything any more? It says my account has limits till next month, please review',
  ],
  [
    'account.security.stolen',
    '我自己都没上线，昨晚号上发了一堆赌博广告',
    'Got an alert about a login from Vietnam, I have never left Ohio',
  ],
  [
    'account.lifecycle.delete',
    '点了注销又反悔了，还能找回来不',
    'I’d like my profile gone completely, every trace of it',
  ],
  [
    'account.profile.followers-dropped',
    '关注我的人一天掉一截，昨天还三万二今天三万',
    'My following number went from 800 to 12 and I unfollowed no one',
  ],
  [
    'account.privacy.settings',
    '怎么让前男友看不到我动态',
    'I’d rather not show the town I live in, how do I hide it?',
  ],
  [
    'content.upload.failed',
    '作品传一半就报错，试过剪短到一分钟了也不行',
    'Hit publish and it just spins, then says something went wrong. The draft vanished too',
  ],
  [
    'content.review.rejected',
    '我发个孩子钢琴比赛的，说内容不适宜给下了，哪儿不适宜',
    'Still waiting for my post to pass, it’s been "in review" since Sunday',
  ],
  [
    'content.reach.low',
    '同样的内容发别处几千赞，在你们这儿几十个，是不是不给推',
    'Nobody sees my stuff anymore, went from 10k a video to maybe 80',
  ],
  [
    'content.copyright.flagged',
    '自己写的歌自己唱的，居然提示我侵犯别人音乐版权',
    'You say my cooking clip duplicates another creator’s, but he took it from me. How do I prove it’s mine?',
  ],
  [
    'content.report.others',
    '隔壁老王直播虐猫，赶紧封了他',
    'This teenager’s account keeps writing racist stuff under everyone’s clips',
  ],
  [
    'content.creation.music-effects',
    '想给视频配林俊杰那首歌，怎么添加',
    'Is there a way to put text that follows my face, like everybody does?',
  ],
  ['live.access.permission', '我十七岁半，能不能自己开播', 'What do I have to do to be able to broadcast?'],
  [
    'live.rules.violation',
    '直播时朋友抽了根烟，房间就给封了',
    'They ended my live and gave me a three day block because my kid walked past shirtless',
  ],
  [
    'live.stream.technical',
    '连麦的时候对方听不到我说话',
    'Camera works in every other app but is black when I go live',
  ],
  [
    'live.gifts.problem',
    '喝多了给人送了好几个大礼物，清醒了想要回来',
    'Sent a Lion by pressing the wrong button, can it be undone?',
  ],
  [
    'live.selling.rules',
    '直播间里说"全网最低价"会不会违规，挂链接有门槛吗',
    'May I sell second-hand phones during a stream, and how do I get the basket icon?',
  ],
  [
    'live.dispute.anchor',
    '主播抽奖我中了平板，他不认了还把我踢出直播间',
    'Signed with a guild that takes 60% instead of the 40% agreed and threatens me with a penalty if I leave',
  ],
  [
    'creator.income.incentive-plan',
    '发视频一万播放能给多少钱，怎么参加',
    'Was kicked out of the rewards program after my last upload. How do I rejoin?',
  ],
  [
    'creator.income.commercial-orders',
    '帮别人带货的提成到现在还没结，在哪看',
    'A cosmetics brand wants a paid post from me; how does your marketplace handle that?',
  ],
  [
    'creator.earnings.withdraw',
    '直播挣的钱转到银行卡失败，说信息不一致',
    'The payout from my gifts never reached my bank, it has said processing for nine days',
  ],
  [
    'creator.growth.traffic-policy',
    '三农账号有没有官方给流量的政策',
    'How do creators move up a level and what perks come with it?',
  ],
  [
    'buyer.order.tracking',
    '快递小哥说放驿站了，驿站说没有',
    'The package hasn’t moved from Memphis since Thursday',
  ],
  [
    'buyer.order.not-shipped',
    '拍下十天了还显示待发货，老板说再等等',
    'Seller printed a label two weeks ago but never handed it over',
  ],
  [
    'buyer.order.cancel-change',
    '电话写错一位数，订单还没出库能改吧',
    'Please stop my purchase before it goes out, I bought two by accident',
  ],
  [
    'buyer.refund.apply',
    '课程买了没用过，钱能退不，去哪点',
    'Not happy with these headphones, how do I get reimbursed?',
  ],
  [
    'buyer.refund.refused',
    '商家说生鲜不支持退，死活不给我处理',
    'Shop owner says no returns and stopped replying; can you force them to pay me back?',
  ],
  [
    'buyer.refund.not-arrived',
    '上周三就说退给我了，微信零钱里没有啊',
    'You approved my refund on the 3rd, it’s the 15th, where is it?',
  ],
  [
    'buyer.return.process',
    '鞋子不合脚，预约上门取件在哪弄',
    'I opened the box already, may I still swap it for the blue one?',
  ],
  [
    'buyer.return.freight',
    '寄回去花了18，说好有运费险才给10块',
    'Am I supposed to cover the cost of mailing it back?',
  ],
  [
    'buyer.quality.defect',
    '买的充电宝充不进电，灯都不亮',
    'Ordered a size 9 and they sent a size 6, plus the sole is coming off',
  ],
  [
    'buyer.quality.counterfeit',
    '面霜扫码查不到备案，味道也跟专柜的不一样，怀疑不是真的',
    'The logo on this handbag is crooked and the serial doesn’t exist. It can’t be real',
  ],
  [
    'buyer.price.protection',
    '领的满200减30怎么付款时没抵扣',
    'Two days after my purchase it is on sale for half. Do you honour the difference?',
  ],
  [
    'buyer.invoice.request',
    '财务要增值税专票，店家说开不了',
    'Where can I download a bill with my tax number for the chairs I bought?',
  ],
  [
    'merchant.opening.apply',
    '没有公司个人身份能不能开抖店',
    'We would like to move our store to a new legal entity, what paperwork is needed?',
  ],
  [
    'merchant.fees.commission',
    '生鲜类目技术服务费是百分之几',
    'How did you work out the 6% that was taken off each sale of my shop?',
  ],
  [
    'merchant.fees.deposit',
    '为啥让我再补一万保证金，之前交过了',
    'We shut our store in May, when will the deposit be released?',
  ],
  [
    'merchant.product.rejected',
    '上新一个蜂蜜被驳回，说缺检测报告',
    'Our new kettle listing got hidden, apparently the photo breaks a rule',
  ],
  [
    'merchant.violation.points',
    '说我店延迟发货罚了我两千还降权，物流停运怪我吗',
    'The store score fell to 3.9 after a penalty that we consider wrong. How do we object?',
  ],
  [
    'merchant.funds.settlement',
    '订单都签收了，店铺里的钱怎么还不给我结',
    'Payout of our shop’s revenue has been stuck on hold for ten days, suppliers are waiting',
  ],
  [
    'merchant.dispute.buyer',
    '客人收到货拍个假视频说坏了要仅退款，我不服',
    'Customer swapped the phone for an old one and sent that back; I am the seller, please review',
  ],
  [
    'ads.delivery.effect',
    '随心推花了三百，进直播间的人一个下单的都没有',
    'Boosted my clip for a week, tons of impressions but not a single lead',
  ],
  [
    'ads.delivery.rejected',
    '投流素材被打回来，说功效宣传没有证明',
    'Why won’t you approve my promotion? It says the landing page lacks a licence',
  ],
  [
    'ads.billing.charge',
    '设的日预算一百，昨天一晚给我跑了六百多',
    'The ad never ran yet 90 dollars left our balance, explain this',
  ],
  [
    'ads.account.topup',
    '千川里还有两千多不投了，能提出来吗',
    'Please issue the tax receipt for last month’s advertising spend',
  ],
  [
    'payment.checkout.failed',
    '输完密码就提示交易存在风险不让付',
    'Whenever I try to buy coins, it says transaction cannot be completed',
  ],
  [
    'payment.charge.duplicate',
    '一个订单支付宝扣了我两回',
    'I cancelled the membership in March and you took another 9.99 yesterday',
  ],
  [
    'payment.charge.unauthorised',
    '早上起来看到短信扣了2998，我根本没买过东西',
    'Somebody used my PayPal on your app, I saw three purchases that aren’t mine',
  ],
  [
    'payment.wallet.balance',
    '怎么把零钱提到银行卡，一天最多多少',
    'Paid for 500 coins an hour ago and my balance is still zero',
  ],
  [
    'payment.minor.recharge',
    '外孙拿老人手机买了一万多的抖币，老人养老钱啊',
    'My little girl tapped through my card details and gave $900 to some streamer',
  ],
  [
    'safety.fraud.fake-agent',
    '有个自称理赔专员的说我买的东西甲醛超标要给我双倍赔，让点链接',
    'A man phoned saying he’s from your refund department and wants my card number',
  ],
  [
    'safety.fraud.prize-scam',
    '网上认识的男友让我一起炒币，前后投了八万现在联系不上',
    'Got a DM that I won an iPhone but must pay customs first. True?',
  ],
  [
    'safety.rights.portrait-privacy',
    '前同事把我喝醉的样子发网上还带我大名，求删',
    'My face was put on an obscene AI video that is going around',
  ],
  [
    'safety.rights.work-copied',
    '我画的漫画被一个号拿去配音发了几十条，还说是他画的',
    'A shop is using our registered trademark in its name, we want it removed',
  ],
  [
    'safety.harm.crisis',
    '我朋友刚给我发了遗书一样的话，电话打不通，他在你们平台直播',
    'He said he will come to my school with a knife tomorrow',
  ],
  [
    'safety.minor.protection',
    '孩子天天熬夜刷到一点，有没有办法锁住',
    'A grown man keeps chatting with my 12 year old, how can I block adults from messaging her?',
  ],
  [
    'campaign.activity.rules',
    '邀请了五个好友，说好的现金怎么没给',
    'How do I enter the summer challenge and when are winners announced?',
  ],
  [
    'campaign.brand.cooperation',
    '我是电视台记者，想采访贵平台公益项目负责人',
    'Our university would love to set up a joint programme with you, whom should I write to?',
  ],
  [
    'technical.app.crash',
    '更新完之后点评论区就闪一下没了',
    'The like button does nothing and then the whole thing closes on my Galaxy',
  ],
  [
    'technical.app.network',
    '在地铁上刷一条要缓冲半天，别的平台好好的',
    'Feed stays blank and says check your internet, but everything else works',
  ],
  [
    'technical.app.notification',
    '有人评论我都不知道，手机没动静',
    'How do I stop my phone from buzzing every time someone goes live?',
  ],
  [
    'service.complaint.attitude',
    '接待我的小姑娘爱答不理，还说我无理取闹',
    'Your colleague Tom mocked me in the chat yesterday, that is unacceptable',
  ],
  [
    'service.complaint.unresolved',
    '报上去的问题五天了，每次都说在核实',
    'You promised a call back by Tuesday. Nothing. My case is simply sitting there',
  ],
  ['service.human.request', '机器回答没用，我要人来', 'Get me a supervisor, not this bot'],
  [
    'service.legal.threat',
    '本律师受张某委托，就贵平台侵权一事函告，七日内答复',
    'I have lodged a complaint with the FTC and my attorney will serve papers next week',
  ],
  ['service.feedback.suggestion', '能不能出个老年版，字大点按钮少点', 'Wish you had folders for saved clips'],
  ['service.chitchat.greeting', '嗨，今天过得怎么样', 'Thx so much, you saved my day!'],
];
