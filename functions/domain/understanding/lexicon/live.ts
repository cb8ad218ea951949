import type { Lexicon } from '../cues.ts';

/** Cues about broadcasts: access, rules, faults, gifts, selling, disputes. */
export const live: Lexicon = {
  'live.access.permission': `
8 开直播
6 @live & 权限|条件|入口|多少粉|申请|资格|开通|年龄|满|岁|requirement*|eligib*|button|how many followers|permission|access|allowed|age|qualify|option
5 go live & cant|cannot|when|why|minimum
2 开播|go live
-6 小黄车|带货|卖|sell*
5 直播|开播|live & 申请|开不了|不能开|未成年|16|18|门槛|粉丝|实名|cant go|turn on|grayed|unlock|apply|conditions|years old
-4 小黄车|卖
6 开播|直播功能|新号|go live|live application|every stream|stream from pc & 刷脸|可以直播|被关|重新开|怎么|verification|face check|rejected|how|need`,
  'live.rules.violation': `
8 live got cut|停播|掐断
6 @live & @penal
5 直播|live|stream*|broadcast & 违规|封|禁|罚|抽烟|violation|banned|ban|appeal|removed|stopped by|rule*
4 禁播|断播
6 credit score deducted|stream was stopped|get my live back|broke the rules|pre-recorded|prerecorded|突然被封|信用分|封播|录播|挂机
5 播着|直播 & 被封|封了`,
  'live.stream.technical': `
8 stream keeps|stream key|推流失败|直播伴侣|推流码|obs|串流
6 @live|观众|viewers|画面 & 卡|黑|没声音|听不到|看不到|延迟|模糊|花屏|掉线|推不上|不同步|声画|闪|绿屏|回音|噪音|lag*|black|sound|audio|blurry|delay*|freez*|pixelat*|out of sync|mic|microphone|camera|drop*|echo|disconnect*
4 画面|摄像头|麦克风|连麦|pk|camera|microphone|mic|bitrate|encoder & 黑|失败|没|not work*|fail*|black|error|dead
2 obs|推流|stream
-4 gift*
5 直播|live|stream* & 卡|闪退|打不开|进不去|看不了|没画面|听不见|杂音|糊|choppy|stutter*|crash*|cant hear|cant see|buffering|not working|quality|froze
4 镜像|横屏|延迟高|开播就|掉帧|frames
6 live|直播|连麦|co-host|viewers|摄像头 & 转圈|连不上|打不开|buffer*|hear me|black screen|connect with|黑屏|听不见`,
  'live.gifts.problem': `
8 刷错|误送|误刷
6 @gift & 错|误|手滑|不小心|多送|没显示|不显示|没算|丢|撤回|accident*|mistake|wrong|didnt show|not count*|missing|revers*|slipped|disappear*
5 @gift & 退|还给我|返还|要回|refund*|back|return
3 礼物|打赏|嘉年华|gift*|rose|galaxy
-8 @child
-6 骗|promis*
-4 coins
-3 gift card
5 礼物|打赏|gift* & 怎么退|没到|扣了|没看到|多刷|冲动|喝醉|regret|drunk|didnt arrive|not shown|twice|undo|cancel
-4 收到
6 no gift appeared|sent too many|coins gone|没有特效|送多了|多送了|扣了币|币扣了
4 tipping|tipped|tip & regret|mistake|back|undo`,
  'live.selling.rules': `
8 挂链接|挂车|选品|样品
6 @live & 卖|带货|商品|购物车|讲解|链接|sell*|product*|cart|item*|goods|sample*
5 能卖|可以卖|不能说|极限词|话术|can i say|can i sell & 直播|live|带货|product*|room|stream|吗
4 带货|小黄车|cart|live room
-6 佣金
-5 买|假|bought
5 带货|小黄车|购物车|卖货|shopping cart|sell|product link & 权限|条件|规则|要求|几个粉|粉丝|怎么开|不能卖|资质|违禁|permission|rule*|requirement*|how|allowed|live|followers|sample*
4 寄样|挂不上|product sample*
-4 佣金
7 showcase permission|apply for showcase|promote goods|sell products|sell without|开通购物车|橱窗权限|橱窗在哪|橱窗被
6 全网最低|最低价|说第一|功效|广告词|禁用词|违禁品|原价|口播|lowest price|number one|forbidden words|original price|promote supplements|giveaways in live & 可以|会不会|怎么|不能|说|讲|can i|is|are|how|allowed|list|rule*
6 带货|能播|可以带|能带|直播间 & 吗|么|不
6 能不能说|可以说|怎么讲|怎么说 & 违规|功效|第一|价
4 alcohol|tobacco|supplements|烟酒|二手|奢侈品|保健品 & allowed|sell|能播|可以带|能卖|can i|are`,
  'live.dispute.anchor': `
8 streamer scammed|公会不给|违约金|退会|解约
6 主播|播主|streamer|broadcaster|host|anchor & 骗|承诺|答应|说好|不兑现|见面|骂|侮辱|翻脸|反悔|blocked|promis*|cheat*|insult*|lied|meet|broke
6 公会|工会|经纪|agency|guild|manager & 合同|底薪|工资|违约|分成|拖欠|扣|不让走|签约|contract|salary|leave|quit|unpaid|withh*|split|signed|penalty
3 公会|主播|agency|guild
-5 @child
-5 发货
5 主播|公会|host|streamer|agency|guild & 投诉|纠纷|骗|不认账|不退|没兑现|没给|没发|诱导|威胁我|complain*|dispute|fake|refuses|owe|promised|tricked|pressured
6 主播说|公会|agency|guild|streamer & 中奖|share|shamed|羞辱|publicly|欠`,
};
