import type { Lexicon } from '../cues.ts';

/** Cues about creators’ income and growth. */
export const creator: Lexicon = {
  'creator.income.incentive-plan': `
8 incentive plan|创作者计划|激励计划|创作激励|中视频
6 计划|plan|program|programme|fund & 加入|条件|资格|清退|怎么算|退出|单价|踢|播放|creator|join*|eligib*|removed|calculat*|qualif*|earn*|rpm
5 收益|赚钱|单价|earn|rpm|paid|monetis*|monetiz* & 播放|计算|怎么算|变低|views|calculat*
3 monetiz*|monetis*|激励|收益
-6 提不|withdraw*|pending
-5 badge
5 收益|赚|钱|money|earn*|paid|income & 视频|播放|创作|怎么算|少|为什么|plan|views|program*|how much|video*
4 加入计划|make money|earn money|get paid
-4 提`,
  'creator.income.commercial-orders': `
8 sponsorship*|brand deal*|affiliate*|showcase|接广告|广告单|星图|商单|橱窗
5 佣金|commission & 什么时候|结算|少|带货|达人|联盟|creator|earn*|when|promot*
4 接单|达人|带货|brand|sponsor* & 怎么|开通|条件|粉|creator|how|open|apply|get
-6 费率
5 联盟|带货|brand*|sponsor* & 怎么|开通|条件|佣金|报价|押金|结算|没单|接|how|open|join|apply|commission|price|order*|earn*|when
-4 橱窗权限|apply for showcase|橱窗在哪|showcase permission`,
  'creator.earnings.withdraw': `
8 cant withdraw|音浪
6 收益|收入|工资|稿费|激励金|分成|earning*|income|payout|revenue|diamonds & @withdraw|冻结|处理中|没到|税|少了|结算|不对|pending|frozen|tax*|missing|delay*|less|settle*|greyed|grayed|hold|held
5 @withdraw & 失败|不了|审核|处理中|还没到|手续费|税|fail*|pending|reject*|days|weeks|stuck|tax*|processing
3 提现|withdraw*|payout|cash out
-5 货款|店铺|我店
-5 余额|wallet
-5 @child
5 提现|withdraw*|cash out & 直播|主播|创作|多久|最低|到账|creator|earn*|live|gifts|minimum|fee|how long|not arrived|bank
4 个税|扣税|结算单|tax form|withholding`,
  'creator.growth.traffic-policy': `
8 verification badge|checkmark|扶持计划|信用分|黄v|蓝v|加v|橙v
6 扶持|等级|认证|badge|tick|level|support & 创作者|达人|新人|怎么|条件|申请|乡村|地区|政策|creator*|newcomer*|requirement*|how|programme|program|apply|policy|regional
3 扶持|黄标|等级|badge
-6 实名|identity
5 认证|badge|verified|等级|扶持|incubat*|newcomer|新手|冷启动 & 怎么|申请|条件|掉|多少|没了|创作|how|get|apply|lost|creator|account|requirement*|support
4 加流量|流量券`,
};
