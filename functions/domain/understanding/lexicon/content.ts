import type { Lexicon } from '../cues.ts';

export const content: Lexicon = {
  'content.upload.failed': `
    4 上传失败|发布失败|传不上去|发不出去|传不了|上传不了|发布不了|发不了视频|upload failed|cant upload|wont upload|failed to upload|cannot upload|cant post|wont post|upload error
    3 上传|发布|传|发视频|转码|保存|合成|upload*|post|publish*|export|save & 失败|卡|不动|不了|不成功|进度|报错|一直|没反应|stuck|fail*|error|freeze*|wont|never finish*|hang*
    2.5 草稿|draft* & 没了|不见|丢|消失|找不到|gone|lost|disappear*|missing|vanish*
    2.5 99%|100%|mp4|mov|格式|分辨率|码率|gb|mb|format|resolution|file size|too large|percent & @video|上传|传|文件|file
    1 上传|草稿|upload*|draft
    -3 审核|违规|guideline*|搬运|copyright
    -2 身份证|人脸|id card
    -2 商品|主图|listing
    2.5 发不上去|发不上|传不上|不能发视频|发布按钮|上传慢|upload slow|uploading|too big|file too|文件太大|压缩|画质变|模糊 & 视频|作品|@video
    2 upload|上传|发布 & 慢|不清晰|模糊|problem|issue|trouble|slow|blurry|compress*|keeps
    2 保存不了|save the draft|cant save|定时发布|schedule*
    -2 身份|认证|id`,
  'content.review.rejected': `
    4 审核不通过|审核没过|作品审核|视频审核|视频违规|作品违规|仅自己可见|作品被下架|视频被下架|video removed|taken down my video|took down my|removed my video|removed my post|my video was removed|under review
    3 @video & @audit
    2.5 @audit & @slow
    2.5 @video & @pass
    2.5 @video & 违规|被删|删了|下架|仅自己|私密|屏蔽|violat*|removed|deleted|taken down|took down|took it down|hidden|guideline*
    2 社区规范|违反|误判|community guideline*|guideline*|breaks
    1.5 审核|moderat*
    -3 搬运|侵权|版权|copyright|高度相似|not original
    -3 dou+|投放|广告|千川|投流|ad|ads|campaign
    -3 商品|主图|listing|上架
    -2.5 店|入驻|营业执照|shop|store
    -2 直播间|禁播|断播|封号|banned
    -1.5 实名|身份证|verify my identity
    2.5 审核中|在审核|还没审|审核要|review take|in review|being reviewed|pending review|waiting for review & 视频|作品|@video|多久|how long|天|小时
    2.5 not eligible for recommendation|不适宜公开|不予推荐|看不到我的作品|别人看不到|only visible to me|only me can see|made private
    2 @video & 违规|申诉|驳回|删除|appeal|violat*|rule
    -2 照片一直|认证`,
  'content.reach.low': `
    4 限流|没流量|播放量低|播放低|没播放|零播放|0播放|没有播放|shadowban*|low views|no views|zero views|views dropped|views tanked
    3 @views & @low
    2.5 @video|@live & 没人看|没人|不推荐|不给流量|nobody sees|not recommended|no one watches|nobody watches|not pushed
    2 播放|views & 以前|之前|突然|最近|used to|suddenly|before|lately|recently|usually
    1.5 流量|推荐|播放量|views|fyp|algorithm
    -3 dou+|投了|投放|千川|推广|花了|campaign|ads|ad|spent|paid
    -2 扶持|激励|怎么算|收益|fund
    -2 商品|店铺|shop
    -2 load*|buffer*|加载
    2.5 @views & 没|不|为什么|掉|why|stop*|gone|bad|increase|improve|怎么提高|怎么涨|更多|more|poor|suddenly
    2.5 上热门|怎么火|没热度|不上推荐|get more views|go viral|algorithm|播放为0|views stuck|直播间没人|no one in my live
    -2 profile views|who viewed|看过我主页
    -1.5 手机流量|耗流量`,
  'content.copyright.flagged': `
    4 判搬运|判定搬运|说我搬运|被判搬运|判我搬运|被投诉侵权|说我侵权|判侵权|涉嫌搬运|视频消音|copyright strike|copyright claim|copyright violation|flagged as copied|flagged for copyright|muted for copyright|unoriginal
    3 搬运|侵权|抄袭|版权|高度相似|重复度|非原创|copyright*|unoriginal|not original|copied|plagiari* & 判|系统|说我|提示|不服|申诉|自己拍|误判|被投诉|我的|strike|dispute|appeal|licen*|flagged|claim*|my own|i made|permission
    2.5 music|song|音乐|bgm|声音 & 版权|侵权|静音|消音|muted|copyright|licen*|claim
    1.5 版权|侵权|copyright*|搬运|licen*
    -3 有人|别人搬|搬走|盗我|盗用我|someone|another account|stole my|stealing my|take them down|让他们下架
    -2 商品|店|listing
    2.5 原创证明|申诉原创|原创申诉|授权证明|版权授权|i have permission|have a license|have the rights|i own the|i bought the licence|not my video they say|proof of original
    2 @video & 搬运|原创|侵权|copyright*
    -2 让他|让她|告他|report`,
  'content.report.others': `
    4 我要举报|举报这个|举报他|举报视频|举报评论|举报一个|怎么举报|低俗|擦边|report a user|report this user|report this video|report someone|report a video|want to report|report him|report her|want him reported
    3 @other & 骂|辱骂|低俗|色情|擦边|造谣|谣言|暴力|虐待|虐|骚扰|引战|侮辱|网暴|人身攻击|恶评|喷|insult*|abus*|vulgar|harass*|hate|porn*|nude|bully*|threaten*|racist|obscene|false rumou*|misinformation|cruel*|dangerous|nasty|offensive
    2 举报|管不管|管管|你们管|report & @video|@other|评论|直播间|comment*|account|room
    1.5 举报|report|低俗|色情|骚扰|harass*|bully*
    -3 诈骗|骗|scam*|fraud*
    -2.5 搬运|盗用|copied|stole|我的照片|my pictures|my photos|冒充|impersonat*|fake profile
    -2.5 客服|agent|工单|ticket
    -2 假货|卖家|商家|seller|counterfeit
    -2 自杀|suicid*|@hurt
    -2 没人理|没处理
    2.5 举报|report & 怎么|how|结果|成功|匿名|恶意|this|user|video|comment|account|content|where|anonymous|inappropriate|spam
    2.5 骂我|辱骂我|喷我|骚扰我|网络暴力|私信骚扰|发黄图|keeps messaging me|stalk*|nasty|bullied|harassing me|hateful
    2 虚假信息|不实信息|谣言|misleading|fake news|spam
    -2.5 我被举报|was reported`,
  'content.creation.music-effects': `
    4 特效|滤镜|bgm|配乐|字幕|美颜|变声|剪映|剪辑|贴纸|合拍|图文模板|filter*|effect*|caption*|subtitle*|background music|green screen|sticker*|voice changer|duet|stitch|templates|template
    2.5 音乐|歌|模板|道具|慢动作|转场|倒放|music|song|sound*|slow motion|transition*|speed up|voiceover & @how|找|加|用|搜|不能用|没有|收藏|find|add|use|missing|gone|not available
    1.5 音乐|模板|道具|music|sound|edit*|slow motion
    -3 版权|侵权|静音|消音|copyright*|licen*|muted
    -2 上传|upload*|发布失败
    -2.5 直播间|stream|viewers|观众
    2.5 找不到|怎么用|怎么加|怎么拍|怎么做|怎么剪|how do i use|how to use|how to add|cant find|where is|how do i make|how to make & 音乐|歌|特效|滤镜|字幕|模板|music|song|sound|effect*|filter*|caption*|template*|video|text|拍同款|卡点
    2 收藏的音乐|原声|音量|配音|倍速|画中画|抠图|绿幕|text to speech|volume|crop|trim`,
};
