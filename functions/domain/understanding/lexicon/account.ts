import type { Lexicon } from '../cues.ts';

export const account: Lexicon = {
  'account.login.forgot-password': `
4 忘密码
3 密码|password|pw & @forget
2.5 密码|password|passcode & 重设|重置|找回|改|设置|reset|new one|change|recover|update
1 密码|password|登不上|登不进
-3 payment pin|wallet
-2.5 被改|被盗|hack*|陌生
3 蜜码|pasword|passwrd|passward|passcode|登录密码 & @forget|reset|重置|找回|改
2.5 password|密码 & 错|不对|wrong|incorrect|not work*|doesnt work|invalid|not accept*
2 登不上|登不进|登录不了|登陆不了|无法登录|cant log in|cant login|cant sign in|cannot log in|unable to log in
1.5 log in|login|sign in|登录 & instead|用手机号|验证码登录|another way|其他方式
-2.5 wasnt me|not me|不是我|有人|someone`,
  'account.login.code-not-received': `
4 验证码发不出
3 @code & @notCome
2.5 @code & 失效|过期|错误|无效|太慢|延迟|invalid|expired|incorrect|late|wrong code|not accepted
2 获取|发送|点了|resend|send it again|request* & @code
1.5 验证码|otp|verification code|短信
1.5 resend & text|code|sms
-3 不是我|never asked & @code
-2 举报|快递|退款|客服说|银行卡里
3 验证马|验证码|code|sms|otp & 收不到|没有|不发|没来|呢|wrong|no|cant receive|waiting|resend|not getting|wont send|doesnt come|never|late|delayed|太多次|上限|limit|too many
2.5 发码|码呢|收不到码|语音验证码|voice code
2 resend & nothing|still|again|times
-2 券|coupon|promo code|取件码`,
  'account.login.phone-changed': `
4 new phone number|new sim|换手机号|解绑手机|旧手机号|换绑|改绑
3 @number & 不用了|停用|注销了|销号|丢了|回收|停机|欠费|过户|没了|不在了|换了|以前|no longer|cancelled|recycled|disconnected|lost|old|expired|gave up|dont have
2.5 @number & @change & 绑|新号|账号|挂|account|linked|tied|bound|registered|rebind|new
1.5 绑|linked|tied|bound|rebind & @number
-2 hack*|被盗|不是我
3 @number & 被别人|别人绑|已注册|已经注册|注册过|already registered|already linked|already used|someone else has|took back|占用|用了|bound to another
3 换号|换了号|换手机号|新号|新买的号|changed my number|change my number|new number|change mobile|update my number|edit mobile|modify mobile|mobile number|phone number & 老号|旧号|登录|怎么|注册|change|edit|update|modify|how|registered|login|log in|原来
2 换了手机号|换号|changed my number|my old phone number
-2 被人换|不是我|hack*`,
  'account.verification.real-name': `
4 id verification|verify my id|real name|kyc|实名
3 身份证|id card|passport|identity|证件 & 认证|验证|失败|不一致|不符|绑定|解绑|换绑|verif*|match|fail*|mismatch|scan|upload
3 人脸|刷脸|face|selfie & @pass
2 人脸|刷脸|face check|facial|face recognition|face scan
2 认证 & 改|注销|解除|别人|换人|释放
1 身份证|认证|id card|verif*
-3 黄v|蓝v|badge|营业执照|店
3 id check|id card|identity|identification|证件|认证|verification photo|id photo|real name & fail*|not match|dont match|doesnt match|不清晰|不对|不通过|unclear|not clear|prove|proof|documents|check|keeps|already used|update|new name|unlink|upload|照片|占用|上限
3 verified as someone else|registered on my id|details dont match|verify my account|预留手机号|认证信息|名下账号|我名下
2 identity|实名|证件|id card`,
  'account.restriction.ban-appeal': `
4 permanently banned|unban|永久封|封禁|禁言
3 @account & @ban
2 @ban & @appeal
1.5 @appeal & @account
1.5 不能评论|不能点赞|不能私信|被限制|功能受限|muted|cant comment|restricted
1 申诉|appeal|封
-2.5 直播|禁播|断播|broadcast|live|stream*
-2.5 店|shop|store|商品
-2 广告|ad|campaign
-2 货款|资金|收益|balance
3 不让我|不能|无法|没法|被禁止|not allowed to|cant|cannot|unable to|wont let me & 私信|评论|点赞|关注别人|发言|send messages|comment|follow people|like posts|message people
3 how long does the mute|how long is the ban|account status|rule i broke|appeal was|ban last*|什么时候解|限制登录|登录受限|封多久|处罚
2.5 申诉|appeal & 驳回|失败|被拒|不通过|结果|多久|rejected|denied|failed|result|how long|again
2 banned|封了|被封|suspended
-2 上传
-2.5 工单|ticket|case
-1.5 降权|downrank*`,
  'account.security.stolen': `
4 account was stolen|account stolen|unknown device|compromised|taken over|hijack*|异常登录|陌生设备|被人登录|别人登录|被盗
3 @account & 被改|改了|陌生|别人|不是我|异地|登了|登上|盗|stranger|someone else|somebody|not me|unknown|hacker|steal
3 没点|没操作|不是我|我没|didnt ask|didnt request|never asked|unrequested|unexpected|out of nowhere & @code
2.5 登录|登陆|登上|login|log in|logged in|sign in|signed in & 陌生|异地|不是我|外地|别的|不认识|在外省|strange|unknown|another country|other country|not mine|not me|unfamiliar|foreign
2.5 密码|邮箱|手机号|绑定|password|email|phone|number & 被改|被人改|被换|改掉了|changed by|they changed|was changed|been changed|got changed
2 发了|发的|自动|乱发|关注了|posting|posted|follow*|sending|messag* & 不是我|莫名|自己|my account|my profile|from my
2 黑客|黑了|hack
-2 照片|my pictures|fake profile
-2 银行卡|扣了
3 access to my account|accessed my account|using my account|into my account|in my account|into my accnt|into my acc|got into my|有人在用我的号|有人登|登我号|登了我
3 谁发的|我没发过|不是我发的|i didnt post|i didnt make|i never posted|messaging my friends|asking for money|给我朋友借钱|找我好友借钱|someone else logged|never been to|was not me|wasnt me & 号|视频|私信|account|profile|acc|login|log in|posts|password|city
3 绑定|密码|邮箱|password|email & 被人|给改了|wasnt me|was not me|without me
2.5 登录保护|login protection|two step verification|two factor|2fa|踢下线|登录设备|devices that are logged|devices logged|log out on|sign out on|kick other devices|账号安全|账号保护|account safer|account secure|protect my account|授权过的第三方|third party apps|风险|at risk
2.5 freeze my account|freeze it|冻结账号|冻结我的账号|挂失`,
  'account.lifecycle.delete': `
4 deactivate my account|remove my account|close my account|注销|销号
2.5 @account & 删除|删掉|不要了|不用了|彻底|撤回|取消|delet*|close|eras*|terminate|get rid of
1.5 不想玩了|不玩了|卸载|quit the platform|leave the platform|for good|permanently
-3 银行卡|卡注销|实名|手机号
-2 店|shop|store
3 delet*|erase*|注销|terminat*|remove & account|acc|everything|undo|option|get it back|regret|unfinished|request|后悔|撤销|恢复|几天|多久|失败|余额|名字|profile
2.5 shut down my account|quit and|delete everything|want to quit|get out of this
1.5 deletion|deleting|注销
-2.5 video|视频|comment|评论|post|draft`,
  'account.profile.followers-dropped': `
4 follower count|粉丝清零
3 粉|获赞|点赞数|关注|follower*|following|likes & 少|掉|没了|不见|清空|不对|异常|变成|缩水|消失|lost|drop*|gone|disappear*|vanish*|decreas*|wrong|missing|down
1 粉丝|follower*|掉了
-2 投了|dou+|ads|campaign
-1.5 播放|views
-2 多少粉|how many followers|need
3 取关|取消关注|unfollow* & 没|自动|显示|莫名|never|by itself|people|without me|自己
2.5 fans|following list|follower* & losing|lost|shrank|every day|fewer|dropping|fell
2.5 numbers on my profile|主页数据|数据不对|粉丝不涨|获赞变少`,
  'account.privacy.settings': `
4 make my account private|privacy setting*|private account|who can see|hide my|隐私设置|私密账号|设为私密
3 不想|不让|隐藏|关掉|关闭|屏蔽|防止|禁止|dont want|hide|stop|prevent|without & 通讯录|看到|刷到|喜欢列表|点赞列表|定位|位置|访客|主页|可能认识|找到我|同城|搜到|关注列表|see|find|contacts|location|likes|visitors|suggested|following list
2.5 改|换|change|edit|update & 昵称|头像|名字|简介|性别|生日|抖音号|资料|ip属地|主页背景|username|nickname|profile picture|bio|handle|display name|birthday|avatar
2 通讯录|喜欢列表|点赞列表|访客|ip属地|定位|昵称|头像|contacts|likes list|private|visibility|visible|location
2 下载|导出|copy|download|export & 个人数据|个人信息|我的数据|my data|personal data
1 隐私|privacy|设置
-3 有人|发我|someone|exposed
-2 孩子|child|kid
-2 审核|流量|封
3 改|换|edit|change & id|抖音号|用户名|次数|username|name|头像
3 profile views|blocked still|block someone|online status|blocked list|only friends|who viewed|看过我主页|关闭推荐给|搜不到我|谁看过我|在线状态|可见范围|让同事|黑名单|仅好友|不被|拉黑
-2 主播|streamer|申请退款`,
};
