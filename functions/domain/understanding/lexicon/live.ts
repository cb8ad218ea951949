import type { Lexicon } from '../cues.ts';

export const live: Lexicon = {
  'live.access.permission': `
4 start a live|enable live|unlock live|开直播
3 @live & 权限|条件|入口|多少粉|申请|资格|开通|年龄|满|岁|requirement*|eligib*|button|how many followers|permission|access|allowed|age|qualify|option
2.5 go live|going live|live feature & need|cant|cannot|how|when|why|minimum
1 开播|go live
-3 小黄车|购物车|带货|橱窗|卖|cart|sell*|product*
-2.5 违规|断|禁播|violation|cut off|suspend*
-2 黑屏|卡|lag*|black
2.5 直播|开播|live & 申请|怎么开|开不了|不能开|未成年|16|18|门槛|粉丝|实名|cant go|cannot go|not able to go|turn on|grayed|unlock|apply|conditions|years old
-2 退款|打赏
-2 小黄车|卖
3 开播|直播功能|新号|go live|live application|every stream|stream from pc & 实名|刷脸|可以直播|被关|重新开|怎么|verification|face check|rejected|how|need|申请被拒`,
  'live.rules.violation': `
4 broadcast was cut|live was cut|live got cut|live ban|停播|掐断
3 @live & @penal
2 @live & @appeal
1.5 违规 & 播
-3 黑屏|没声音|lag*|black screen|推流码|freez*
-2.5 小黄车|购物车|cart
-2 收益|提现|withdraw|payout
-2 店铺|shop|store
-2 礼物|gift*|退还
-2 account is permanently
2.5 直播|live|stream*|broadcast & 警告|违规|封|禁|罚|低俗|抽烟|warning|violation|suspend*|banned|ban|appeal|removed|stopped by|rule*
2 禁播|断播
-2 卖
3 credit score deducted|stream was stopped|get my live back|broke the rules|pre-recorded|prerecorded|突然被封|信用分|封播|录播|挂机
2.5 播着|直播 & 被封|封了|违规`,
  'live.stream.technical': `
4 stream keeps|stream key|直播没声音|推流失败|直播伴侣|推流码|obs|串流
3 @live|观众|viewers|画面 & 卡|黑|没声音|听不到|看不到|延迟|模糊|花屏|掉线|推不上|不同步|声画|闪|绿屏|回音|噪音|lag*|black|sound|audio|video quality|blurry|delay*|freez*|pixelat*|out of sync|mic|microphone|camera|drop*|echo|disconnect*|no picture
2 画面|摄像头|麦克风|连麦|pk|camera|microphone|mic|bitrate|encoder & 黑|失败|不了|没|连不上|not work*|fail*|black|error|dead
1 obs|推流|stream
-3 违规|禁播|violation|suspend*|warning
-2 礼物|退|gift*
-2 限流|没人看|流量
2.5 直播|live|stream* & 卡|闪退|打不开|进不去|看不了|没画面|听不见|杂音|糊|wont load|keeps stopping|choppy|stutter*|disconnect*|crash*|cant hear|cant see|no sound|buffering|not working|quality|froze
2 美颜没效果|镜像|横屏|延迟高|开播就|掉帧|low bitrate|frames
-2 点赞|推荐
3 live|直播|连麦|co-host|viewers|摄像头 & 转圈|连不上|打不开|buffer*|hear me|black screen|connect with|黑屏|no sound|听不见`,
  'live.gifts.problem': `
4 刷错|误送|误刷
3 @gift & 错|误|手滑|不小心|多送|没显示|没收到|不显示|没算|丢|撤回|accident*|mistake|wrong|didnt show|not count*|missing|revers*|slipped|disappear*
2.5 @gift & 退|还给我|返还|要回|refund*|back|return|revers*
1.5 礼物|打赏|嘉年华|gift*|rose|galaxy
-4 @child
-3 拉黑|答应|说好|骗|见面|promis*|blocked me|cheat*|meet
-2 抖币|充值|coins
-1.5 gift card
2.5 礼物|打赏|gift* & 怎么退|能退|想退|没到|扣了|没看到|退款|多刷|冲动|喝醉|regret|drunk|didnt arrive|disappeared|not shown|didnt show|twice|still charged|undo|cancel
-2 赠品|收到|bought
3 no gift appeared|sent too many|coins gone|gift didnt|没有特效|送多了|多送了|扣了币|币扣了
2 tipping|tipped|tip & regret|mistake|back|undo`,
  'live.selling.rules': `
4 add products to my live|live shopping|电商权限|挂链接|挂车|选品|样品
3 @live & 卖|带货|商品|购物车|讲解|链接|sell*|product*|cart|item*|goods|sample*
2.5 能卖|可以卖|不能说|违禁词|极限词|话术|allowed to say|can i say|can i sell|prohibited words|words are allowed & 直播|live|带货|product*|room|stream|吗
2 带货|小黄车|cart|live room
-3 佣金|结算|收入|commission|paid
-2.5 买|退货|假|bought|refund*
-2 审核不过|下架|listing|主图
2.5 带货|小黄车|购物车|橱窗链接|卖货|shopping cart|sell|product link & 权限|条件|规则|要求|几个粉|粉丝|怎么开|不能卖|资质|违禁|话术|permission|rule*|requirement*|how|allowed|live|followers|sample*
2 寄样|样品申请|挂不上|上不了链接|free sample*|product sample*|prohibited words
-2 佣金|结算
3.5 showcase permission|apply for showcase|promote goods|sell products|sell without|开通购物车|橱窗权限|橱窗在哪|开通橱窗|申请橱窗|橱窗被
3 全网最低|最低价|说第一|第一品牌|功效|广告词|禁用词|违禁品|原价|口播|lowest price|number one|forbidden words|original price|promote supplements|giveaways in live|skincare effects & 可以|会不会|怎么|不能|说|讲|can i|is|are|how|allowed|list|rule*
3 带货|能播|可以带|能带|直播间 & 吗|么|营业执照|不
3 能不能说|可以说|怎么讲|怎么说 & 违规|功效|第一|价
2 alcohol|tobacco|supplements|烟酒|二手|奢侈品|保健品 & allowed|sell|promote|能播|可以带|能卖|can i|are`,
  'live.dispute.anchor': `
4 streamer scammed|agency refus*|公会不给|违约金|退会|解约
3 主播|播主|streamer|broadcaster|host|anchor & 拉黑|骗|承诺|答应|说好|不兑现|见面|骂|侮辱|翻脸|反悔|blocked|promis*|cheat*|insult*|lied|meet|never kept|broke
3 公会|工会|经纪|agency|guild|manager & 合同|底薪|工资|解约|违约|分成|拖欠|扣|不让走|签约|contract|salary|base pay|leave|quit|unpaid|withh*|split|signed|penalty
1.5 公会|主播|agency|guild
-2.5 @child
-2.5 质量|发货|假货|退货|没发|defect*|counterfeit
-2 合作|partner*|品牌
2.5 主播|公会|host|streamer|agency|guild & 投诉|纠纷|骗|不认账|不退|抽奖|没兑现|没给|没发|诱导|威胁我|complain*|dispute|fake|didnt send|refuses|owe|promised|tricked|pressured
-2 质量|快递|物流
3 主播说|公会|agency|guild|streamer & 中奖|不发货|share|wont pay|shamed|羞辱|publicly|欠`,
};
