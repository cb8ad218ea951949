/** One way through a guided kit: what starts it, the customer's replies as people type them, and where it must end. */
export interface Way {
  /** The case the first message surely means. */
  about: string;
  says: readonly [string, ...string[]];
  /** The end it leads to, by its name in the kit. */
  end: string;
}

const realName = 'account.verification.real-name';
const followers = 'account.profile.followers-dropped';
const upload = 'content.upload.failed';
const reach = 'content.reach.low';
const quality = 'buyer.quality.defect';
const freight = 'buyer.return.freight';
const ban = 'account.restriction.ban-appeal';
const refused = 'buyer.refund.refused';
const rejected = 'content.review.rejected';
const portrait = 'safety.rights.portrait-privacy';
const pickUp = 'buyer.return.process';
const anchor = 'live.dispute.anchor';
const fake = 'safety.fraud.fake-agent';

/** Every branch of every kit, by the kit's id. */
export const ways: Readonly<Record<string, readonly Way[]>> = {
  'GK-01': [
    { about: realName, says: ['实名认证一直不通过', '呃 上个月到期了好像'], end: 'expired' },
    { about: realName, says: ['身份证过期了 实名失败'], end: 'expired' },
    { about: realName, says: ['实名老是失败', '没过期', '换过号了'], end: 'bankPhone' },
    { about: realName, says: ['提示该身份已认证其他账号 实名不了'], end: 'used' },
    { about: realName, says: ['实名报错 说次数太多'], end: 'tries' },
    { about: realName, says: ['人脸一直过不了'], end: 'face' },
    { about: realName, says: ['实名不通过', '有效', '嗯嗯 一样的', '第一个'], end: 'mismatch' },
    { about: realName, says: ['实名不通过', '不清楚', '一样', '其他'], end: 'check' },
    {
      about: realName,
      says: ['my verification keeps failing', 'still valid', 'nope, old number'],
      end: 'bankPhone',
    },
  ],
  'GK-02': [
    { about: followers, says: ['粉丝突然掉了', '有的 好多不是我关注的'], end: 'secure' },
    { about: followers, says: ['一夜之间粉丝少了两千', '木有'], end: 'cleanUp' },
    { about: followers, says: ['粉丝越来越少 掉粉', '没有啊', '慢慢少的'], end: 'trend' },
    { about: followers, says: ['粉丝掉了', '没', '1', '没用 我没刷过', '三百多个', '上周三'], end: 'check' },
    { about: followers, says: ['my followers are gone', 'no', 'little by little'], end: 'trend' },
  ],
  'GK-03': [
    { about: upload, says: ['avi的视频一直传不上去'], end: 'format' },
    { about: upload, says: ['视频传不上去', 'mp4', '4个多G'], end: 'tooLarge' },
    { about: upload, says: ['视频传不上去', 'mov', '800兆', '进度条不动'], end: 'network' },
    { about: upload, says: ['视频卡在99%', 'mp4', '不清楚'], end: 'converting' },
    { about: upload, says: ['上传失败提示分辨率 mp4的 1g'], end: 'resolution' },
    { about: upload, says: ['传不上去 老闪退', '不知道', '1.2G'], end: 'phone' },
    { about: upload, says: ['传不上去', 'mp4', '500m', '1', '还是不行'], end: 'web' },
    { about: upload, says: ['传不上去', 'mp4', '500m', '1', '没用', '还是不行啊'], end: 'check' },
    { about: upload, says: ['upload fails', "it's a MOV", '2 gb', 'the last one'], end: 'phone' },
  ],
  'GK-04': [
    { about: reach, says: ['播放量好低', '有个违规提示'], end: 'restricted' },
    { about: reach, says: ['播放量好低', '没有', '两百多', '凌晨两点'], end: 'hour' },
    { about: reach, says: ['没有违规但播放很低', '1000', '晚上8点'], end: 'polish' },
    { about: reach, says: ['怎么没人看 播放低', '木有', '3个'], end: 'check' },
    { about: reach, says: ['views are so low', 'nope', 'about 200', 'not sure'], end: 'polish' },
  ],
  'GK-05': [
    { about: quality, says: ['吃了你们买的东西拉肚子了'], end: 'unwell' },
    { about: quality, says: ['杯子碎了', '还没申请', '拍了'], end: 'apply' },
    { about: quality, says: ['收到东西有问题', '第二个', '1', '没拍'], end: 'apply' },
    { about: quality, says: ['少发了一件', '申请了 等商家'], end: 'waiting' },
    { about: quality, says: ['衣服破的 商家不理我', '6921234567890123456'], end: 'platform' },
    { about: quality, says: ['the cup is broken', 'not yet', 'yes i took photos'], end: 'apply' },
  ],
  'GK-06': [
    { about: freight, says: ['花了15运费险只赔了8', '质量问题', '10块', '不清楚'], end: 'underpaid' },
    { about: freight, says: ['运费险赔少了', '1', '有', '十五', '10元', '保额12'], end: 'workedOut' },
    { about: freight, says: ['运费没赔给我', '不喜欢', '没有'], end: 'uninsured' },
    { about: freight, says: ['运费自己出的', '质量问题', '没买运费险', '12块'], end: 'uninsured' },
    { about: freight, says: ['运费险没赔', '2', '18', '还不清楚'], end: 'rules' },
    { about: freight, says: ['运费险没赔', '2', '18', '不知道', '没解决'], end: 'person' },
    {
      about: freight,
      says: ['insurance paid less', 'changed my mind', '15 yuan', '8', 'not sure'],
      end: 'workedOut',
    },
  ],
  'GK-07': [
    { about: ban, says: ['我被封号了', '说我搬运', '是误判', '自己拍的有原片', '上周三'], end: 'appeal' },
    { about: ban, says: ['账号被禁言', '骂人', '确实是我发的'], end: 'admitted' },
    {
      about: ban,
      says: ['why am i banned', 'spam they say', 'i never posted that', 'no evidence', 'yesterday'],
      end: 'appeal',
    },
  ],
  'GK-08-disputes': [
    {
      about: refused,
      says: ['商家拒绝退款', '6921234567890123456', '说我穿过', '开箱视频', '退全款'],
      end: 'handOver',
    },
    {
      about: 'merchant.violation.points',
      says: ['店铺被扣分不服', '找不到', '说我虚假发货', '底单', '撤销扣分'],
      end: 'handOver',
    },
    {
      about: 'merchant.dispute.buyer',
      says: [
        'buyer refund fraud, unfair',
        'AS1234567890123',
        'says empty box',
        'packing video',
        'take it back',
      ],
      end: 'handOver',
    },
  ],
  'GK-08-appeals': [
    { about: rejected, says: ['作品审核中三天了没结果', '上周发的那条做饭的'], end: 'chase' },
    { about: rejected, says: ['审核不通过', 'v.douyin.com/abc', '说低俗', '没有'], end: 'appeal' },
    {
      about: 'content.copyright.flagged',
      says: ['被判搬运', '那条跳舞的', '重复内容', '原片'],
      end: 'appeal',
    },
    {
      about: 'safety.rights.work-copied',
      says: ['有人盗我视频', '链接在这 abc', '首发链接'],
      end: 'complaint',
    },
  ],
  'GK-09': [
    {
      about: 'account.security.stolen',
      says: ['收到不是我点的验证码', '登不上了'],
      end: 'locked',
    },
    { about: 'account.security.stolen', says: ['有陌生设备登录', '能', '有 少了200'], end: 'loss' },
    { about: 'account.security.stolen', says: ['异地登录提醒', '还能登', '没有'], end: 'secured' },
    { about: portrait, says: ['有人曝光我', '2'], end: 'private' },
    { about: portrait, says: ['有人用我照片冒充我', '他叫小红帽2'], end: 'rights' },
  ],
  'GK-10': [
    { about: pickUp, says: ['上门取件没人来'], end: 'nobody' },
    { about: pickUp, says: ['上门取件我想改时间'], end: 'change' },
    { about: pickUp, says: ['快递员上门要收钱'], end: 'money' },
    { about: pickUp, says: ['取件取走了没单号'], end: 'number' },
    { about: pickUp, says: ['上门取件', '第五个'], end: 'option' },
    { about: pickUp, says: ['上门取件没人来', '还是没人来', '找不到订单号'], end: 'follow' },
    { about: freight, says: ['courier did not come for the pick-up'], end: 'nobody' },
  ],
  'GK-11': [
    { about: anchor, says: ['主播骗我', '上周说送手机没送', '不承认', '兑现'], end: 'mediate' },
    { about: anchor, says: ['有纠纷', '2', '分成不给', '不回消息', '结清'], end: 'mediate' },
  ],
  'GK-12': [
    { about: fake, says: ['有人冒充客服', '转了 五千'], end: 'paid' },
    { about: fake, says: ['冒充客服打电话', '没有转', '验证码告诉他了'], end: 'exposed' },
    { about: fake, says: ['客服让我共享屏幕', '没转', '没有'], end: 'verdict' },
    { about: 'safety.fraud.prize-scam', says: ['说我中奖了', 'no', 'nope', '3'], end: 'verdict' },
  ],
};
