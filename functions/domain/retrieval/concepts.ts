/**
 * Words that customers use for the same thing, in English and Chinese, a line a concept; two English words are joined by `_`. It is
 * general knowledge of service talk, kept small: a word stands in one line only, and only where it nearly always means that.
 */
const lines = `
lost lose loses losing missing misplaced disappeared vanished gone 丢 丢了 丢失 弄丢 不见 不见了 没了 消失 遗失
stolen stole steal theft robbed 被盗 盗号 盗刷 偷 偷走 被偷 盗
broken damaged cracked faulty defective damage 坏 坏了 破损 损坏 破了 碎了 烂 有问题
fail failed fails failing failure unsuccessful unable 失败 不成功 没成功 办不了
error wrong incorrect inaccurate mistake mistakenly 错 错误 出错 报错 不对 弄错 搞错
problem problems issue issues trouble 问题 毛病 故障
declined decline reject rejected rejects refuse refused refuses denied deny 拒绝 驳回 被拒 不通过 没通过 没过 不给过 打回
refund refunds refunded refunding reimburse reimbursed reimbursement money_back 退款 退钱 退回 返还 还钱 退还
cancel cancels canceled cancelled cancelling cancellation revert reverted reverse reversed undo call_off 取消 撤销 撤回 撤单
fee fees charges cost costs commission pricing 手续费 费用 收费 佣金 服务费 抽成 扣点
charged charge debited deducted billed 扣 扣款 扣钱 扣了 被扣 扣费
pay paid paying payment payments 付款 付钱 支付 付 结账 买单
buy bought buying purchase purchases purchased 买 购买 买了 下单 拍下 拍
transfer transfers transferred transferring send sent sending wire wired 转账 转 转出 汇款 打款
receive received receiving arrive arrived arrives arriving come_through credited 收到 到账 到了 到货 入账
delivery deliver delivered delivers shipping shipped ship ships shipment dispatch dispatched 发货 送货 配送 派送 寄 寄出
parcel package packages parcels courier mail mailed post 快递 包裹 物流 运单
pending processing processed process 处理中 审核中 待处理 进行中 审核
wait waited waiting 等 等待 等了
long soon fast quick quickly slow slowly 多久 多长时间 几天 啥时候 什么时候 何时 慢 好久
verify verified verifying verification confirm confirmed confirmation authenticate 验证 核验 认证 核实 校验 确认
identity id passport license documents document paperwork real_name 身份 身份证 实名 证件 护照
code codes otp 验证码 码 动态码 校验码
password passwords passcode pin 密码 口令
forgot forgotten forget remember 忘 忘了 忘记 不记得 想不起来
login log_in sign_in logged_in signing_in logging_in signin logon 登录 登陆 登不上 登 上号
limit limits limited maximum max minimum restricted restriction restrictions threshold 限制 上限 额度 限额 门槛
country countries abroad overseas foreign international travel travelling traveling 国外 境外 海外 国际 出国
exchange_rate rate rates conversion currency currencies 汇率 货币 外币
atm cash_machine cashpoint 取款机
withdraw withdrawal withdrawals withdrew withdrawing withdrawn cash_out payout payouts 提现 取现 取款 取出来 提出来 取钱
top_up topup topping_up topped_up recharge recharged recharging add_money load_money 充值 充钱 充 充了
account accounts 账号 帐号 账户 号
profile avatar nickname bio 资料 头像 昵称 主页
change changed changing update updated edit modify amend 改 修改 更改 变更 换 更换
address addresses moved 地址 搬家
ban banned suspended suspension block blocked locked lock frozen freeze restricted_account 封 封号 被封 封禁 冻结 锁定 锁 禁言 限制使用
unblock unlock unban unfreeze lift 解封 解禁 解冻 解锁
activate activated activation activating enable enabled turn_on 开通 激活 启用 打开 开启
apply applied applying application request requested requesting obtain 申请 办理 报名
card cards visa mastercard 卡 银行卡 信用卡 借记卡
contactless tap wireless 闪付
phone mobile cell smartphone number 手机 手机号 电话 号码
device tablet computer 设备 电脑 平板
app application_crash software 软件 应用
child children kid kids son daughter minor teenager underage 孩子 小孩 儿子 女儿 未成年 未成年人 娃 孙子
delete deleted deleting remove removed close closing terminate deactivate 删除 删 注销 关闭 销号
twice double duplicate duplicated two_times 两次 重复 双倍 两遍 多次
unknown unrecognised unrecognized recognise recognize unfamiliar strange suspicious unauthorised unauthorized 陌生 不认识 不明 可疑 未授权 不是我
additional extra another second 额外 另外 再
where find locate track tracking whereabouts 哪里 在哪 哪儿 查 查询 找
why reason explain 为什么 为啥 凭什么 咋回事 怎么回事 原因
shop store seller sellers merchant merchants vendor 商家 店铺 卖家 店家 小店 店
customer buyer client 买家 客户 顾客 消费者
salary wage income earnings revenue 工资 收入 收益 钱
settle settled settlement 结算 结款 货款
balance wallet 余额 钱包
coins diamonds credits 抖币 金币 钻石 音浪
gift gifts tip tips tipping 礼物 打赏 刷礼物
hacked compromised hijacked 黑了 入侵 异地登录
scam scammed fraud fraudulent phishing scammer cheat cheated 诈骗 被骗 骗子 骗 骗局 骗钱
fake counterfeit knockoff imitation replica 假货 假的 假 仿品 高仿 冒牌
impersonate impersonating pretending posing pretends 冒充 假冒 冒名
return returning returned send_back ship_back 退货 退换 寄回 退回去
exchange swap replace replacement 换货 调换
insurance insured 运费险 保险 理赔 赔付
compensation compensate compensated 赔 赔偿 补偿 赔钱
order orders ordered 订单 单子 单
invoice invoices receipt vat 发票 开票 抬头 税号
coupon coupons discount voucher promo promotion_code 优惠券 优惠 券 红包 满减 折扣
price prices cheaper drop dropped 价格 降价 差价 保价 价保 便宜
upload uploads uploaded uploading publish publishing posted post_video 上传 发布 发视频 发作品
video videos clip clips 视频 作品 短视频
live stream streaming broadcast livestream live_room 直播 开播 直播间
lag laggy lagging stutter freezes buffering choppy 卡 卡顿 掉帧 卡死
crash crashes crashed crashing 闪退 崩溃 黑屏 白屏
views view reach impressions exposure plays 播放 播放量 流量 曝光 浏览量
shadowban shadowbanned throttled suppressed 限流 降权 没流量
followers follower fans subscribers following 粉丝 关注 掉粉 涨粉
review reviewed moderation approved approval 过审 机审
violation violate violations penalty penalised penalized strike guidelines 违规 处罚 扣分 违反 判罚
appeal appeals appealing dispute contest 申诉 上诉 申辩
report reported reporting 举报 投诉
copyright infringement plagiarised plagiarized copied reposted 侵权 版权 搬运 盗用 抄袭
portrait likeness defame defamation slander 肖像 隐私 名誉 诽谤 造谣
harass harassment bully bullying threaten threatened 骚扰 网暴 威胁 辱骂
agent representative human_agent operator support_staff 客服 人工
notification notifications notify alerts push 通知 推送 提醒 消息
message messages dm chat inbox 私信 聊天 站内信
network connection internet wifi signal offline 网络 网 信号 断网 连不上
music song sound audio bgm 音乐 配乐 声音 歌
effect effects filter filters sticker stickers 特效 滤镜 贴纸 美颜
ads ad advert advertising advertisement campaign promote promotion dou 广告 投放 投流 推广 千川
deposit bond 保证金 押金
commission_rate service_rate 费率 扣点率
qualification qualifications licence certificate 资质 营业执照 执照 证书
brand brands 品牌 商标
cooperate cooperation partnership collaborate collaboration partner 合作 商务 对接
activity event challenge lottery draw prize reward rewards 活动 抽奖 奖励 奖品 中奖
agency guild mcn 公会 机构 经纪
privacy private hide hidden visible visibility 隐藏 可见 私密 公开
draft drafts 草稿 草稿箱
suggestion suggest feature idea 建议 功能 希望
`;

const concepts = new Map<string, string>();
for (const line of lines.trim().split('\n')) {
  const words = line.split(' ').map((it) => it.replaceAll('_', ' '));
  for (const word of words) if (!concepts.has(word)) concepts.set(word, words[0] ?? word);
}

/** The concept a word stands for, named by its first word; nothing for most words. */
export function conceptOf(word: string): string | undefined {
  return concepts.get(word);
}
