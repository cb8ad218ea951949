import type { Lexicon } from '../cues.ts';

export const content: Lexicon = {
  'content.upload.failed': `
4 cannot upload|cant upload|cant post|传不上去|发不出去
3 发布|传|发视频|转码|保存|合成|upload*|post|publish*|export|save & 失败|卡|不动|不了|不成功|进度|报错|一直|没反应|stuck|fail*|error|freeze*|wont|never finish*|hang*
2.5 草稿|draft* & 没了|不见|丢|消失|找不到|gone|lost|disappear*|missing|vanish*
2.5 99%|100%|mp4|mov|格式|分辨率|码率|gb|mb|format|resolution|file size|too large|percent & @video|传|文件|file
1 上传|草稿|upload*|draft
-3 审核|违规|guideline*|搬运|copyright
-2 身份证|人脸|id card
-2 商品|主图|listing
2.5 发不上|传不上|不能发视频|发布按钮|上传慢|upload slow|uploading|too big|file too|文件太大|压缩|画质变|模糊 & @video
2 upload|上传|发布 & 慢|不清晰|模糊|problem|issue|trouble|slow|blurry|compress*|keeps
2 保存不了|save the draft|cant save|定时发布|schedule*
-2 身份|认证|id
3 formats are supported|format not supported|maximum length|progress bar|maximum size|transcod*|max size|支持什么格式|多大的视频|最大能传|格式支持|进度条|发不了|转码
3 草稿|draft* & 打不开|没声音|清|发出去|open|sound|post|cache|recover|restore|恢复
2 mov|mp4|gb video|4k & 能不能|发|传|reject*|支持|support*|post`,
  'content.review.rejected': `
4 my video was removed|taken down my video|removed my video|removed my post|video removed|took down my|under review|审核不通过|仅自己可见|视频被下架|审核没过
3 @video & @audit
2.5 @audit & @slow
2.5 @video & @pass
2.5 @video & 违规|被删|删了|下架|仅自己|私密|屏蔽|violat*|removed|deleted|taken down|took down|took it down|hidden|guideline*
2 社区规范|违反|误判|guideline*|breaks
1.5 审核|moderat*
-3 搬运|侵权|版权|copyright|高度相似
-3 dou+|广告|千川|ad|campaign
-3 商品|主图|listing|上架
-2.5 店|入驻|营业执照|shop|store
-2 直播间|禁播|断播|封号|banned
-1.5 实名|身份证|verify my identity
2.5 审核中|在审核|还没审|审核要|review take|in review|being reviewed|pending review|waiting for review & @video|多久|how long|天|小时
2.5 not eligible for recommendation|不适宜公开|不予推荐|看不到我的作品|别人看不到|only visible to me|only me can see|made private
2 @video & 违规|申诉|驳回|删除|appeal|violat*|rule
-2 照片一直|认证
3 further distribution|low quality content|take down my post|violate anything|didnt violate|not suitable|不适合继续传播|only me|只有自己|没违规|低质
2 别人能发|others post the same|同样视频
-2 直播|live|stream*|店`,
  'content.reach.low': `
4 shadowban*|no views|没有播放|零播放|0播放|限流
3 @views & @low
2.5 @video|@live & 没人|不推荐|不给流量|nobody sees|not recommended|no one watches|nobody watches|not pushed
2 播放|views & 以前|之前|突然|最近|used to|suddenly|before|lately|recently|usually
1.5 流量|推荐|播放量|views|fyp|algorithm
-3 dou+|投了|千川|花了|campaign|ad|spent|paid
-2 扶持|激励|怎么算|收益|fund
-2 商品|店铺|shop
-2 load*|buffer*
2.5 @views & 没|不|为什么|掉|why|stop*|gone|bad|increase|improve|怎么提高|怎么涨|更多|more|poor|suddenly
2.5 上热门|怎么火|没热度|不上推荐|get more views|go viral|algorithm|播放为0|views stuck|直播间没人|no one in my live
-2 profile views
-1.5 耗流量
3 pay for promotion to get|best time to post|completion rate|for you page|downrank*|get views|几十个播放|发布时间|完播率|几点发|降权`,
  'content.copyright.flagged': `
4 copyright violation|muted for copyright|unoriginal|涉嫌搬运
3 搬运|侵权|抄袭|版权|高度相似|重复度|非原创|copyright*|unoriginal|not original|copied|plagiari* & 判|系统|说我|提示|不服|申诉|自己拍|被投诉|我的|strike|dispute|appeal|licen*|flagged|claim*|my own|i made|permission
2.5 music|song|音乐|bgm|声音 & 版权|侵权|静音|消音|muted|copyright|licen*|claim
1.5 版权|侵权|copyright*|搬运|licen*
-3 有人|搬走|someone|another account|stole my|take them down|让他们下架
-2 商品|店|listing
2.5 原创证明|申诉原创|原创申诉|授权证明|版权授权|i have permission|have a license|have the rights|i own the|i bought the licence|not my video they say|proof of original
2 @video & 搬运|原创|侵权|copyright*
-2 让他|report
3 infringement notice|accused of stealing|duplicate content|flagged for music|for infringement|movie clips|投诉版权|版权投诉|授权书|消音|混剪
-2 someone|有人`,
  'content.report.others': `
4 want him reported|want to report|report him|我要举报|举报这个|举报一个|低俗|擦边
3 @other & 骂|低俗|色情|擦边|造谣|谣言|暴力|虐|骚扰|引战|侮辱|网暴|人身攻击|恶评|喷|insult*|abus*|vulgar|harass*|hate|porn*|nude|bully*|threaten*|racist|obscene|false rumou*|misinformation|cruel*|dangerous|nasty|offensive
2 举报|管不管|管管|你们管|report & @video|@other|评论|直播间|comment*|account|room
1.5 举报|report|低俗|色情|骚扰|harass*|bully*
-3 骗|scam*|fraud*
-2.5 搬运|copied|stole|我的照片|my pictures|fake profile
-2.5 客服|agent|工单|ticket
-2 假货|卖家|商家|seller|counterfeit
-2 @hurt
-2 没人理
2.5 举报|report & 怎么|how|结果|成功|匿名|恶意|this|user|video|comment|account|content|where|anonymous|inappropriate|spam
2.5 骂我|喷我|骚扰我|网络暴力|私信骚扰|发黄图|keeps messaging me|stalk*|nasty|bullied|harassing me|hateful
2 虚假信息|不实信息|谣言|misleading|fake news|spam
-2.5 was reported
3 reported it|cyberbully*|reported a|spreading|fake news|举报了|举报没|假消息|发广告|带节奏|网暴|刷屏`,
  'content.creation.music-effects': `
4 background music|voice changer|green screen|subtitle*|caption*|sticker*|template|filter*|effect*|stitch|图文模板|duet|bgm|特效|滤镜|配乐|字幕|美颜|变声|剪映|剪辑|贴纸|合拍
2.5 音乐|歌|模板|道具|慢动作|转场|倒放|music|song|sound*|slow motion|transition*|speed up|voiceover & @how|找|加|用|搜|没有|收藏|find|add|use|missing|gone|not available
1.5 音乐|模板|道具|music|sound|edit*|slow motion
-3 版权|侵权|消音|copyright*|licen*|muted
-2 上传|upload*|发布失败
-2.5 直播间|stream|viewers|观众
2.5 找不到|怎么用|怎么加|怎么拍|怎么做|怎么剪|how do i use|how to use|how to add|cant find|where is|how do i make|how to make & 音乐|歌|特效|滤镜|字幕|模板|music|song|sound|effect*|filter*|caption*|template*|video|text|拍同款|卡点
2 收藏的音乐|原声|音量|配音|倍速|画中画|抠图|绿幕|text to speech|volume|crop|trim
2.5 同款|特效道具|音乐不能用|remix`,
};
