import type { Lexicon } from '../cues.ts';

/** Cues about posting, review, reach, copyright and reporting. */
export const content: Lexicon = {
  'content.upload.failed': `
8 cant upload|cant post|传不上去|发不出去
6 发布|传|发视频|转码|保存|合成|upload*|post|publish*|export|save & 失败|卡|不动|不了|不成功|报错|一直|没反应|stuck|fail*|error|freeze*|wont|hang*
5 草稿|draft* & 没了|不见|丢|消失|找不到|gone|lost|disappear*|missing|vanish*
5 99%|100%|mp4|mov|格式|分辨率|码率|gb|mb|format|resolution|file size|percent & @video|传|文件|file
2 上传|草稿|upload*|draft
5 发不上|传不上|uploading|压缩|画质变|模糊 & @video
4 upload|上传|发布 & 慢|不清晰|模糊|problem|issue|trouble|blurry|compress*|keeps
4 schedule*
-4 认证
6 formats are supported|format not supported|progress bar|transcod*|多大的视频|最大能传|进度条|发不了|转码
6 草稿|draft* & 打不开|没声音|清|发出去|open|sound|post|cache|recover|restore|恢复
4 mov|mp4|4k & 发|reject*|支持|support*|post`,
  'content.review.rejected': `
8 took down my|under review|审核不通过|仅自己可见|审核没过
6 @video & @audit
5 @audit & @slow
5 @video & @pass
5 @video & 违规|被删|删了|下架|仅自己|私密|屏蔽|violat*|removed|deleted|taken down|took down|hidden|guideline*
4 违反|误判|guideline*|breaks
3 审核|moderat*
-6 侵权
-6 dou+|广告|ad
-6 商品|主图|上架
-5 店|入驻|shop
5 还没审 & @video
5 not eligible for recommendation
4 @video & 违规|驳回|删除|violat*|rule
6 further distribution|low quality content|take down my post|violate anything|didnt violate|not suitable|不适合继续传播|only me|没违规|低质
4 别人能发|others post the same|同样视频
-4 直播|live|店`,
  'content.reach.low': `
8 shadowban*|no views|零播放|0播放|限流
6 @views & @low
5 @video|@live & 没人
4 播放|views & 以前|之前|突然|最近|used to|before|lately|recently|usually
3 流量|推荐|播放量|views|fyp|algorithm
-6 dou+
-4 扶持
-4 店铺
5 @views & 没|不|为什么|掉|why|stop*|gone|bad|increase|improve|更多|more|poor|suddenly
5 上热门|怎么火|没热度|algorithm
-4 profile views
6 pay for promotion to get|best time to post|completion rate|for you page|downrank*|get views|几十个播放|完播率|几点发|降权`,
  'content.copyright.flagged': `
8 unoriginal
6 搬运|侵权|抄袭|版权|高度相似|重复度|非原创|copyright*|copied|plagiari* & 判|系统|说我|提示|不服|申诉|自己拍|被投诉|我的|strike|dispute|appeal|licen*|flagged|claim*|my own|i made|permission
5 music|song|音乐|bgm|声音 & 版权|侵权|静音|muted|copyright|licen*|claim
3 版权|侵权|copyright*|搬运|licen*
-6 搬走|让他们下架
5 原创证明
4 @video & 搬运|侵权|copyright*
-4 让他
6 infringement notice|accused of stealing|duplicate content|flagged for music|for infringement|movie clips|投诉版权|授权书|消音|混剪`,
  'content.report.others': `
8 want him reported|want to report|report him|我要举报|举报这个|举报一个|低俗|擦边
6 @other & 骂|色情|造谣|谣言|暴力|虐|骚扰|引战|侮辱|恶评|喷|insult*|abus*|vulgar|harass*|hate|porn*|nude|bully*|threaten*|racist|obscene|misinformation|cruel*|dangerous|offensive
4 举报|管不管|管管|你们管|report & @video|@other|评论|直播间|comment*|account|room
3 举报|report|低俗|色情|骚扰|harass*|bully*
-6 fraud*
-4 counterfeit
-4 @hurt
5 举报|report & 怎么|how|结果|成功|匿名|恶意|this|user|where|anonymous|inappropriate
5 骂我|喷我|骚扰我|私信骚扰|发黄图|stalk*|nasty|bullied|hateful
4 谣言|misleading|fake news|spam
6 reported it|cyberbully*|spreading|fake news|举报了|举报没|假消息|发广告|带节奏|网暴|刷屏`,
  'content.creation.music-effects': `
8 background music|voice changer|subtitle*|caption*|sticker*|template|filter*|effect*|stitch|duet|bgm|特效|滤镜|配乐|字幕|美颜|变声|剪映|剪辑|贴纸|合拍
5 音乐|歌|模板|道具|慢动作|转场|倒放|music|song|sound*|slow motion|transition*|speed up|voiceover & @how|找|加|用|搜|没有|收藏|find|add|use|missing|gone|not available
3 音乐|模板|道具|music|sound|edit*|slow motion
-6 侵权|copyright*|licen*
5 找不到|怎么用|怎么加|怎么拍|怎么做|怎么剪|how do i use|how to use|how to add|where is|how do i make|how to make & 歌|song|sound|拍同款
4 原声|音量|配音|倍速|画中画|抠图|绿幕|volume|crop|trim
5 同款|remix`,
};
