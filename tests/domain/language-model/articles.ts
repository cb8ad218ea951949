import type { Source } from '../../../functions/domain/language-model/prompt.ts';

/** Articles as editors write them, kept here so that a change of the seed articles changes no test. */
export const articles = {
  'code-not-received': {
    zh: {
      title: '收不到短信验证码怎么办',
      text: '收不到码确实着急，请按顺序试一下，多数情况能当场解决。\n1. 先核对页面上的号码和国家/地区代码是否正确。\n2. 看看短信的「拦截/垃圾箱」；邮箱请查垃圾邮件夹，把平台加入白名单。\n3. 确认手机没有欠费停机、信号正常；开关一次飞行模式，或重启手机。\n4. 等60秒后再点获取，不要连续点。只有最后一次发的验证码有效。\n5. 提示「发送频繁」时，当天次数可能已用完，请过几小时或次日再试。\n6. 页面有「语音验证码」的，可以改用电话接听；境外号码请确认已开通国际短信。\n7. 仍收不到，可改用密码、邮箱或已绑定的第三方账号登录。\n如果您没有申请却收到验证码，请不要告诉任何人，并尽快改密码。\n试完还不行，请回复「转人工」，告诉我们号码后四位和大概的时间，我们查发送记录。',
    },
    en: {
      title: 'Verification code does not arrive',
      text: 'That is annoying when you just want to get in. Please try these in order; most cases are solved on the spot.\n1. Check the number and the country code on the page.\n2. Look in the blocked or spam messages of your phone, or the junk folder of your mailbox.\n3. Make sure the line is active and has signal; switch flight mode on and off, or restart the phone.\n4. Wait 60 seconds before asking again. Only the latest code is valid.\n5. If it says "too many requests", the day\'s limit may be used up: try again after some hours.\n6. Where "voice code" is offered, let us call you instead. Abroad, check that international texts are allowed.\n7. You can also sign in by password, e-mail or a linked account.\nIf a code arrives that you did not ask for, tell it to nobody and change your password soon.\nStill nothing? Reply "human agent" with the last four digits of the number and the time you asked, and we will check the sending record.',
    },
  },
  'seller-does-not-ship': {
    zh: {
      title: '商家一直不发货、说缺货或虚假发货',
      text: '付了款却迟迟不发货，确实让人生气。您可以这样做：\n1. 看承诺时间：订单详情里有「最晚发货时间」；预售、定制商品以商品页写明的时间为准。\n2. 未到时间：点「催发货」，并在订单里给商家留言。\n3. 已超时：可以申请退款，原因选「未按约定时间发货」；多数情况会很快退回。\n4. 显示已发货但24小时以上没有揽收记录，或是空包裹、单号不符：选「虚假发货」，附物流截图。\n5. 商家说缺货让您自己取消：请不要选「不想要了」，应选「商家缺货/未按时发货」，这样才会按规则核定商家责任和补偿。\n6. 有没有补偿、补偿多少，以订单或售后页显示的规则为准。\n请不要接受商家让您加微信、线下转账等做法。\n商家拒绝退款、不回应，或您仍想要货，请回复「转人工」并提供订单号，我们督促商家处理。',
    },
    en: {
      title: 'The shop does not ship, is out of stock or ships fake',
      text: 'Having paid and seeing nothing move is annoying. What you can do:\n1. Look at the promise: the order shows the latest shipping time. For pre-orders and custom goods the date on the product page counts.\n2. Not due yet: tap "Urge shipping" and leave the shop a message in the order.\n3. Overdue: ask for a refund with the reason "Not shipped in time"; most are returned quickly.\n4. "Shipped" but no carrier scan for more than 24 hours, an empty parcel or a wrong number: choose "Fake shipping" and attach the tracking.\n5. Asked to cancel because it is out of stock? Do not pick "No longer wanted"; pick "Out of stock / not shipped in time", so that the shop\'s responsibility and any compensation are settled by the rules.\n6. Whether and how much compensation applies is shown in the order or after-sales page.\nPlease accept no private chats or transfers instead.\nIf the shop refuses or is silent, or you still want the goods, reply "human agent" with the order number.',
    },
  },
  'refund-not-arrived': {
    zh: {
      title: '退款成功了钱没到账',
      text: '退款迟迟看不到，确实让人不安。请这样核对：\n1. 打开「我的订单 → 售后/退款 → 钱款去向」，看退款时间、金额和去向。\n2. 状态若是「商家处理中」「待退货入库」，说明还没到打款这一步。\n3. 原路退回的一般时间：平台余额或第三方支付余额多为即时至1个工作日；储蓄卡1至3个工作日；信用卡1至7个工作日，以银行入账为准，节假日顺延。\n4. 组合支付会分开退回多个渠道；优惠券、红包抵扣的部分按规则退券，不退现金，所以金额可能比标价少。\n5. 信用卡退款会冲抵账单，请看「未出账明细」。信用付产品会恢复额度。\n6. 付款的卡已注销：款项多会退到该行您名下的账户或被退回，请先咨询银行。\n7. 别人代付的，退给代付人。\n超过上述时间仍未到账，请回复「转人工」，提供订单号和退款时间，我们为您查询退款流水。请不要发送银行卡号和验证码。',
    },
    en: {
      title: 'Refund granted but the money has not arrived',
      text: 'Not seeing your money is unsettling. Please check:\n1. My orders → After-sales → Where is the money: date, amount and destination.\n2. "Shop is processing" or "Waiting for return" means that payment has not started yet.\n3. Usual time by the original way: wallet balances at once to 1 working day; debit cards 1–3 working days; credit cards 1–7 working days, as your bank books it; holidays add to that.\n4. Mixed payments come back separately. Coupon or red-packet parts return as coupons by their rules, not as cash, so the sum may be below the list price.\n5. Credit-card refunds lower the bill: look under unbilled items. Pay-later products get their limit back.\n6. Card closed? The money usually goes to your account at that bank or is returned; ask the bank first.\n7. If somebody paid for you, it goes back to them.\nLonger than that? Reply "human agent" with order number and refund date, and we will trace the transaction. Please send no card number or code.',
    },
  },
  'home-pickup-return': {
    zh: {
      title: '退货上门取件：预约、改时间、快递员没来',
      text: '不用自己跑快递点，退货审核通过后就能约上门：\n1. 售后详情点「上门取件」，核对取件地址、电话，选择时间段，提交后会显示取件码和快递公司。\n2. 包好商品，先不要封口，快递员可能需要验视；请当面核对取件码，并索要运单号。\n3. 单号会自动回填到售后单，不必再填；2小时后仍没显示，请手动补填。\n4. 改时间或取消：快递员上门前在售后详情里操作。\n5. 没人来：过了预约时段，先点「催取件/联系快递员」；仍没人来可改约或自行寄回，系统会顺延退货时限（以页面显示为准）。\n6. 费用：有运费险或商家承担的，页面显示「免费/先行垫付」，无需当面付；超出重量的部分可能要自付，请索要凭证。\n7. 页面没有该选项，说明当地或商品暂不支持，请自行寄回并保留底单。\n快递员乱收费、取走没有记录、或临近时限没人来取，请回复「转人工」并提供订单号，我们同时联系快递和商家，为您保留售后时效。',
    },
    en: {
      title: 'Home pick-up for returns: book, change, courier did not come',
      text: 'You need not walk to the parcel shop. Once the return is approved:\n1. Tap "Home pick-up" in the after-sales details, check address and phone, choose a time. You then see a pick-up code and the carrier.\n2. Pack the goods but leave the box open for inspection. Compare the pick-up code and ask for the tracking number.\n3. The number is entered for you. If it is missing after 2 hours, add it by hand.\n4. Change or cancel in the same place before the courier comes.\n5. Nobody came? Tap "Remind / contact courier"; then rebook or send it yourself. The return deadline is extended as shown on the page.\n6. Cost: with freight insurance or when the shop pays, the page says "Free / paid in advance" and you pay nothing at the door. Overweight may cost extra; ask for a receipt.\n7. No such option means it is not offered for your place or goods: send it yourself and keep the slip.\nOvercharged, collected without record, or the deadline near? Reply "human agent" with the order number. We contact carrier and shop together and protect your after-sales period.',
    },
  },
  'return-freight-insurance': {
    zh: {
      title: '退货运费谁出，运费险怎么赔、赔多少',
      text: '多花了运费心里不舒服，我帮您算清楚。\n【谁承担】\n1. 不喜欢、拍错、无理由退货：一般由买家承担，有运费险的由保险补。\n2. 质量问题、错发漏发、与描述不符：由商家承担。\n3. 页面写「包退货运费」的，按页面。\n【运费险规则】\n1. 下单时订单里有「运费险」才生效，一单一般赔一次；换货、拒收、未寄出通常不赔。\n2. 须通过售后单退货并填写真实单号，寄出地与收货地一致。\n3. 商家收到退货并完成退款后自动理赔，一般72小时内到账。\n【怎么算】\n1. 补偿额按「寄出地→退回地」的首重标准核定，不按实付；封顶为保单的保额。\n2. 自付差额＝实付运费－补偿额。\n3. 例：实付15元、核定10元，保险赔10元，差5元。无理由退货，5元自付；质量问题，5元向商家申请，附运费凭证。\n4. 用平台上门取件，常直接抵扣，不必先付。\n查看：订单详情 → 运费险 → 保单与理赔进度，金额以保单为准。\n赔少、拒赔或商家不补差额，请回复「转人工」，提供订单号、实付金额和凭证，我们协助计算和追补。',
    },
    en: {
      title: 'Return freight: who pays, and what the insurance pays',
      text: 'Paying extra is annoying, so let us work it out.\nWho pays\n1. Changed mind, no-reason return: usually the buyer, helped by the insurance.\n2. Faulty, wrong, missing or not as described: the shop.\n3. "Free returns" on the page: as stated.\nInsurance rules\n1. It counts only if "freight insurance" is on the order, normally once per order. Exchanges, refused parcels and goods not sent back are usually not covered.\n2. Return through the after-sales case with a true tracking number, from the address where you received it.\n3. It is paid automatically after the shop has the goods and refunds, mostly within 72 hours.\nHow it is worked out\n1. The payout follows the first-weight standard for the route (yours → the shop\'s), not what you paid, up to the policy\'s limit.\n2. Your gap = freight paid − payout.\n3. Example: paid 15, payout 10, gap 5. No-reason return: yours. Faulty goods: claim the 5 from the shop with the receipt.\n4. Home pick-up is often set off directly.\nSee order → Freight insurance; the policy\'s figures count.\nPaid too little or refused? Reply "human agent" with order number, amount paid and receipt; we calculate and follow up.',
    },
  },
  'video-upload-failed': {
    zh: {
      title: '视频上传、发布失败怎么办',
      text: '精心做好的作品发不出去确实着急，请按顺序核对：\n1. 格式：仅支持MP4、MOV。其他格式（AVI、MKV、FLV等）请先用剪辑软件导出为MP4。\n2. 大小：单个文件不超过3GB。超过的请降低码率，或剪成几段。\n3. 分辨率：过高或非常规的画面容易转码失败，建议导出1080P（竖屏1080×1920、横屏1920×1080），以发布页显示的要求为准。\n4. 网络：换稳定的Wi-Fi，关闭代理和省流模式，上传时不要切到后台或锁屏。\n5. 手机：剩余空间至少是视频的两倍；允许App访问相册；更新到最新版后重启再传。\n6. 卡在99%：多半在转码，请等几分钟；仍不动就先存草稿，再重新发布。\n7. 手机一直不行，可换网页创作平台上传。\n画质变差的，请在发布页打开「高清发布」，并在播放页选择高清晰度。\n仍失败，请回复「转人工」，附上视频格式、大小、手机型号和提示截图。',
    },
    en: {
      title: 'Video cannot be uploaded or published',
      text: 'It is frustrating when finished work will not go out. Please check in this order:\n1. Format: only MP4 and MOV are supported. Export others (AVI, MKV, FLV …) as MP4 first.\n2. Size: 3 GB per file at most. If larger, lower the bit rate or cut it into parts.\n3. Resolution: very high or unusual frames often fail. We suggest 1080p (1080×1920 upright, 1920×1080 wide); the publishing page shows the requirements in force.\n4. Network: use stable Wi-Fi, no proxy or data saver, and keep the app in front with the screen on.\n5. Phone: free space of at least twice the file, access to the album allowed, latest app version, then restart.\n6. Stuck at 99%: it is usually converting. Wait some minutes; if nothing moves, save a draft and publish again.\n7. If the phone keeps failing, use the web creator page.\nBlurry afterwards? Switch on "HD upload" when publishing and pick the highest quality when playing.\nStill failing? Reply "human agent" with format, size, phone model and a screenshot.',
    },
  },
  'drafts-lost': {
    zh: {
      title: '草稿不见了，还能找回吗',
      text: '花了心血的草稿不见了，确实让人难受，我们一起看看还能不能找到：\n1. 先确认账号：草稿只跟随当时保存它的账号和手机，请登录原账号、用原手机，到「我 → 作品 → 草稿箱」查看。\n2. 更新App或重启手机后再看一次，有时只是没有加载出来。\n3. 查手机相册：保存草稿时若勾选了「存到相册」，成片会在那里；原始素材也在相册，可重新剪辑。\n4. 查看相册的「最近删除」。\n5. 若开启过「草稿云备份」（部分版本有），可在草稿箱里恢复。\n需要如实告诉您：草稿一般只存在手机本地，卸载App、清除数据或换机后，没有备份的草稿我们也无法恢复。\n以后建议：重要的草稿先导出到相册，或用「仅自己可见」发布；清理手机时不要点「清除应用数据」。\n草稿还在但打不开或发不出，请回复「转人工」，附上机型、App版本和截图。',
    },
    en: {
      title: 'Drafts have disappeared',
      text: 'Losing hours of editing really hurts. Let us see what can still be found:\n1. Check the account: drafts belong to the account and the phone on which they were saved. Sign in there and open Me → Posts → Drafts.\n2. Update the app or restart the phone and look again; sometimes the list just fails to load.\n3. Look in the phone\'s album: if "Save to album" was on, the finished video is there, and so is your raw material.\n4. Check "Recently deleted" in the album.\n5. If you had switched on cloud backup of drafts (in some versions), restore from the drafts page.\nTo be honest with you: drafts normally live only on the phone. After an uninstall, "clear data" or a change of phone, a draft without backup cannot be restored by us either.\nFor next time: export important drafts to the album, or post them as "Only me", and never choose "Clear app data" when tidying up.\nIf the draft is there but will not open or publish, reply "human agent" with phone model, app version and a screenshot.',
    },
  },
  'wallet-recharge-not-credited': {
    zh: {
      title: '充值没到账、余额不对',
      text: '充了钱却没看到，先别重复充值，请核对：\n1. 看账号：是否登录了另一个账号？充值跟随付款时登录的账号，不能跨账号转移。\n2. 「钱包 → 充值记录」看状态：处理中的，请等几分钟，下拉刷新或重新登录。\n3. 看支付账单是否真的扣款成功；「已关闭/失败」的会原路退回，一般1至3个工作日。\n4. 苹果和安卓余额分开计算：在苹果手机充的，通常只在苹果设备显示，反之亦然。\n5. 苹果充值：在Apple ID购买记录里确认扣款，保存收据；未到账先重启App，让它自动补单。\n6. 余额变少：「消费记录」里看礼物、付费内容、退款回收等明细；有不认识的，马上改支付密码并告诉我。\n7. 充错账号：虚拟币到账后一般无法撤回或转移；还没使用的，请马上联系我们核实。\n扣款成功超过30分钟仍未到账，请回复「转人工」，提供账号、时间、金额、支付单号截图（遮住卡号），核实后补发或退回。\n请只在App或官网充值，低价代充可能导致账号被盗或币被收回。',
    },
    en: {
      title: 'Recharge not credited or balance wrong',
      text: 'Paid and nothing there? Please do not recharge again yet; check first:\n1. Account: are you in another one? Coins belong to the account signed in at payment and cannot be moved.\n2. Wallet → Recharge history: if "processing", wait some minutes, refresh or sign in again.\n3. Was the payment really made? "Closed" or "failed" goes back the way it came, usually in 1–3 working days.\n4. iOS and Android balances are separate: what was bought on an iPhone usually shows only on Apple devices, and vice versa.\n5. iPhone: find the charge in the Apple ID history and keep the receipt; restart the app so that it can complete the purchase.\n6. Balance smaller: the spending record lists gifts, paid content, refunds taken back. Something unknown? Change the payment password and tell me.\n7. Wrong account: once credited, coins generally cannot be recalled or moved. If unspent, contact us at once.\nPaid more than 30 minutes ago and nothing yet? Reply "human agent" with account, time, amount and payment number (card covered); after a check it is credited or returned.\nRecharge only in the app or on the official site; cheap resellers risk your account and coins.',
    },
  },
  'bank-cards-and-payment-password': {
    zh: {
      title: '绑卡、解绑、支付密码和余额提现',
      text: '都在「我 → 钱包」里操作，按需要选：\n1. 绑卡：「银行卡 → 添加」，须为实名本人名下的卡，手机号与银行预留的一致。提示有误，请核对姓名、证件、预留手机号，并确认卡已开通网上支付。\n2. 解绑：选卡 → 解除绑定。若有进行中的提现、退款、自动续费或先用后付未结清，先处理完再解绑。\n3. 支付密码：「支付设置 → 修改/忘记支付密码」，忘记时用人脸或绑卡信息验证重设。不要用生日和连号。\n4. 免密支付、自动续费、先用后付：在「支付设置」里逐项关闭；有未结订单的，先付清。\n5. 限额：看「支付限额」；完成更高等级的身份验证或到银行调整。\n6. 余额提现：「零钱 → 提现」，只能提到本人账户；一般1至3个工作日，手续费以页面为准。虚拟币不能提现。\n7. 换卡付款：收银台点「更换」，并可设默认卡。\n卡丢失请先联系银行挂失，再解绑。\n请只在页面中填写卡号，不要发到聊天里；任何人索要验证码都不要给。仍办不成，请回复「转人工」，附提示截图。',
    },
    en: {
      title: 'Bank cards, payment password and cashing out a balance',
      text: 'All of this is under Me → Wallet:\n1. Add: Bank cards → Add. It must be your own card, with the phone number your bank has on file. "Incorrect"? Check name, document and that number, and that online payment is enabled.\n2. Unbind: choose the card → Unbind. First finish running withdrawals, refunds, renewals or pay-later.\n3. Payment password: Payment settings → Change / Forgot; a forgotten one is reset by face check or card details. Avoid birthdays and rows of digits.\n4. Payment without password, renewals, pay-later: switch each off in Payment settings; pay what is open first.\n5. Limits: see "Payment limits"; pass a higher identity check or ask your bank.\n6. Cash out: Balance → Withdraw, only to your own account; usually 1–3 working days; any fee is shown. Coins cannot be cashed out.\n7. Another card: tap "Change" at checkout; you can set a default.\nLost card? Have the bank block it first, then unbind.\nEnter card numbers only on these pages, never in chat, and give codes to nobody. Still stuck? Reply "human agent" with a screenshot.',
    },
  },
  'delete-account': {
    zh: {
      title: '怎么注销账号，注销后能恢复吗',
      text: '注销会清除资料、作品和权益，操作前请先看清楚：\n1. 先处理：提现余额和收益、用完或放弃虚拟币、完成订单和售后、关闭店铺与广告账户、解除纠纷和处罚。\n2. 需要保存的作品、聊天和个人信息副本，请先下载。\n3. 入口：「设置 → 账号与安全 → 注销账号」，阅读说明并验证身份后提交。\n4. 若提示「不满足条件」，页面会列出没完成的项目，逐项处理后再提交即可。\n5. 提交后有一段冷静期（时长以注销页显示为准）。期间重新登录并选择「放弃注销」，账号就会恢复。\n6. 冷静期结束后账号永久删除，无法找回；手机号可重新注册新账号。依规定必须留存的交易记录会按要求保存。\n只是不想被看到的话，可以考虑设为私密账号，不用注销。\n条件都处理完仍不能提交，请回复「转人工」，说明页面提示。',
    },
    en: {
      title: 'Delete the account, or take the deletion back',
      text: 'Deletion removes your profile, posts and benefits, so please read this first:\n1. Settle: withdraw balance and earnings, use or give up coins, finish orders and after-sales cases, close shop and ad accounts, and let disputes or penalties end.\n2. Download the posts, chats and copy of your data that you want to keep.\n3. Go to Settings → Account and security → Delete account, read the notice, confirm your identity and submit.\n4. If it says conditions are not met, the page lists what is left. Clear each point and submit again.\n5. A waiting period follows (its length is shown on the page). Sign in during it and choose "Keep my account" to restore everything.\n6. Afterwards the account is gone for good; the phone number can be used for a new one. Trade records that must be kept by law are kept.\nIf you only want not to be seen, a private account may be enough.\nAll points cleared and still refused? Reply "human agent" and tell us the message shown.',
    },
  },
  'followers-dropped': {
    zh: {
      title: '粉丝突然减少、点赞数变少',
      text: '看到粉丝突然变少，心里肯定不好受。请先判断是哪一种：\n1. 平台反作弊清理：系统会定期清除机器号、买来的粉和异常互动。若同一天集中减少、减少的多是无头像无作品的账号，多半属于这种，不会恢复。\n2. 粉丝账号自身注销、被封或恢复私密，也会让数字变化。\n3. 批量取消关注：看看最近是否换了内容方向、连续多条广告或直播争议，「数据中心 → 粉丝」里能看到取关趋势。\n4. 账号操作异常：如果「我的关注」也莫名少了、或有不是您做的操作，请查「登录设备管理」，移除陌生设备并改密码。\n5. 显示延迟：数字是缓存的，请更新App、重新登录，24小时后再看。\n请不要使用刷粉、互粉工具，被识别后除了清理，还可能影响推荐。\n如果排除以上原因，或怀疑被误清，请回复「转人工」，告诉我们减少的大概数量和日期，由专人核查。',
    },
    en: {
      title: 'Followers or likes suddenly dropped',
      text: 'It hurts to see followers vanish. Let us find which case it is:\n1. Anti-cheating clean-up: the system regularly removes bot accounts, bought followers and abnormal activity. A drop on one day, mostly of accounts without picture or posts, is usually this, and it is not reversed.\n2. Followers who deleted their account, were banned or restricted also change the number.\n3. Mass unfollowing: did you change topic, post many ads, or have a heated live session? Data centre → Followers shows the trend.\n4. Strange activity on your own account: if your following list shrank too, or things were done that were not you, check Devices, remove unknown ones and change the password.\n5. Display delay: counts are cached. Update the app, sign in again and look after 24 hours.\nPlease use no tools for buying or swapping followers; besides the clean-up they can hurt your reach.\nIf none of this fits, or you think real fans were removed, reply "human agent" with the rough number and date for a check.',
    },
  },
  'privacy-and-profile-settings': {
    zh: {
      title: '资料和隐私设置在哪改',
      text: '都可以自己设置，常用位置如下：\n1. 昵称、头像、简介、平台号：「我 → 编辑资料」。平台号和昵称有修改间隔，提示「次数已用完」时按显示日期再改；提示不合规就换个写法。\n2. 私密账号：「设置 → 隐私设置 → 私密账号」，开启后只有您同意的人能关注和看作品。\n3. 点赞、关注、粉丝列表：隐私设置里逐项选「仅自己可见」。\n4. 不被熟人刷到：关闭「把我推荐给可能认识的人」和「通讯录匹配」，并在手机系统里收回通讯录权限。\n5. 位置：发布时选「不显示位置」，并在系统设置里关闭定位权限。\n6. 访客记录、在线状态：隐私设置里关闭；关闭后通常也看不到别人的。\n7. 单条作品：右下「…」→「权限设置」，可改公开、朋友或私密。\n8. 不想某人看到：进入对方主页右上角「拉黑」。\n9. 个人信息副本：「隐私设置 → 个人信息管理 → 下载」。\n找不到选项时先更新App，仍不行请回复「转人工」。',
    },
    en: {
      title: 'Profile and privacy settings',
      text: 'You can set all of this yourself:\n1. Name, picture, bio, public id: Me → Edit profile. Name and id can only be changed every so often; the next date is shown. If a wording is refused, try another.\n2. Private account: Settings → Privacy → Private account. Only people you accept can follow and watch.\n3. Likes, following and follower lists: set each to "Only me" under Privacy.\n4. Not to be found by people you know: switch off "Suggest me to people I may know" and "Contact matching", and withdraw contact access in the phone\'s settings.\n5. Location: choose "No location" when posting and withdraw location access in the phone\'s settings.\n6. Profile views and online status: switch off under Privacy; you usually stop seeing those of others too.\n7. One post: "…" → Who can watch.\n8. One person: open their profile and block them.\n9. Copy of your data: Privacy → Personal data → Download.\nOption missing? Update the app first; if that does not help, reply "human agent".',
    },
  },
  'notifications-and-messages': {
    zh: {
      title: '收不到通知、私信，或通知太多想关',
      text: '通知可以按自己的习惯来调：\n【收不到通知】\n1. 手机系统「设置 → 通知」里允许本App通知，打开横幅、声音；关闭勿扰和专注模式。\n2. App内「设置 → 通知设置」，逐项打开互动、私信、直播、关注更新。\n3. 允许后台运行和自启动，关闭电池优化；更新App后重新登录。\n4. 开播、更新提醒：到对方主页点「小铃铛」打开。\n【私信问题】\n1. 发不出：对方可能只接收好友或未回复前有条数限制；被拉黑、内容含敏感词或账号受限也会失败。\n2. 收不到：看「陌生人消息/消息请求」，并检查隐私里的私信范围。\n3. 聊天记录：多保存在本机，换机或重装后可能无法恢复。\n【太多或红点】\n1. 在「通知设置」里关闭推荐、活动类，或设夜间免打扰。\n2. 营销短信：按短信里的退订方式回复即可。\n3. 红点不消：全部标为已读，清缓存或重新登录。\n以上都开了仍收不到，请回复「转人工」，附机型、系统版本和通知设置截图。',
    },
    en: {
      title: 'Notifications and messages missing, or too many',
      text: 'You can set notices as you like.\nMissing notices\n1. Phone settings → Notifications: allow the app, banners and sound; end do-not-disturb and focus modes.\n2. In the app: Settings → Notifications: interaction, messages, live, followed people.\n3. Allow background running, no battery optimisation; update and sign in again.\n4. For one person\'s lives and posts, tap the bell on their profile.\nMessages\n1. Cannot send: the other may accept only friends, or limit messages before answering; a block, sensitive words or a restricted account also stop it.\n2. Not received: look under message requests and at your privacy setting for messages.\n3. Chat history is mostly kept on the phone and may not come back after a change or reinstall.\nToo many, or a stuck dot\n1. Switch off recommendations and activities, or set quiet hours.\n2. Marketing texts: reply in the way the text says to unsubscribe.\n3. Red dot: mark all as read, clear the cache or sign in again.\nAll on and still nothing? Reply "human agent" with phone model, system version and a screenshot of the settings.',
    },
  },
  'commission-and-service-rates': {
    zh: {
      title: '佣金与技术服务费率怎么算',
      text: '先把费用分清，账就对得上：\n1. 平台技术服务费：按类目费率收取。查看「商家后台 → 资金 → 费率查询」，选择经营类目即可，以成交时的费率为准。\n2. 达人佣金：您为带货推广设置的比例，付给达人，不是平台抽成。\n3. 其他可能项目：支付手续费、运费险保费、活动补贴分摊、广告费（另从广告账户扣）。\n【怎么算】\n技术服务费＝计费金额×类目费率。计费金额一般为用户实付加平台补贴；是否含运费，看费率页的说明。\n例：计费金额200元，费率假设为5%，则200×5%＝10元；再按达人佣金率20%计，佣金40元，应结算约150元（未计其他项）。\n【常见疑问】\n1. 退款成功的订单，对应的服务费按比例退回。\n2. 活动或新商优惠有起止时间，需报名并在期内成交。\n3. 费率调整会提前在后台公告。\n4. 逐单核对：「资金 → 账单 → 订单明细」，可导出。\n仍对不上，请回复「转人工」，附订单号和您的计算过程，我们逐笔核对。',
    },
    en: {
      title: 'Commission and technical service rates',
      text: 'Separating the items makes the figures agree:\n1. Technical service fee: charged by category. See Back office → Funds → Rates; the rate at the time of sale counts.\n2. Creator commission: the share you set for promotion. It goes to the creator, not to the platform.\n3. Possibly also: payment fees, freight insurance premiums, your part of campaign subsidies. Advertising is paid from the ad account.\nHow it is worked out\nFee = chargeable amount × category rate. The chargeable amount is generally what the buyer paid plus platform subsidies; the rate page says whether carriage is included.\nExample: amount 200, assumed rate 5 %: fee 10. Creator commission of 20 %: 40. Left for you: about 150 before other items.\nFrequent questions\n1. When an order is refunded, its fee is returned in proportion.\n2. Campaign and newcomer rates have dates; sign up and sell within them.\n3. Changes are announced in the back office beforehand.\n4. Check each order under Funds → Bills → Order details; it can be exported.\nStill not equal? Reply "human agent" with order numbers and your calculation, and we go through it line by line.',
    },
  },
} satisfies Record<string, Record<'zh' | 'en', Source>>;

export type ArticleName = keyof typeof articles;
