import type { Lexicon } from '../cues.ts';

/** Cues about the account: signing in, identity, bans, safety, privacy. */
export const account: Lexicon = {
  'account.login.forgot-password': `
8 忘密码
6 密码|password|pw & @forget
5 密码|password|passcode & 重设|重置|找回|改|设置|reset|new one|change|recover|update
2 密码|password|登不上|登不进
-5 被改|陌生
6 蜜码|pasword|passwrd|passward|passcode & @forget|reset|重置|找回|改
5 password|密码 & 错|不对|wrong|incorrect|not work*|doesnt work|invalid|not accept*
4 登不上|登不进|登录不了|cant log in
-5 wasnt me|有人`,
  'account.login.code-not-received': `
8 验证码发不出
6 @code & @notCome
5 @code & 失效|过期|错误|无效|太慢|延迟|invalid|expired|incorrect|late|not accepted
4 获取|发送|点了|resend|request* & @code
3 验证码|otp|verification code|短信
3 resend & text
-6 不是我|never asked & @code
6 验证马|验证码|code|sms|otp & 收不到|没有|不发|没来|呢|wrong|no|cant receive|waiting|resend|never|late|delayed|太多次|上限|limit|too many
5 发码|码呢
4 resend & nothing|still|again|times`,
  'account.login.phone-changed': `
8 换手机号|换绑|改绑
6 @number & 不用了|停用|注销了|丢了|回收|停机|欠费|过户|没了|不在了|换了|以前|no longer|cancelled|recycled|disconnected|lost|old|expired|dont have
5 @number & @change & 绑|新号|账号|挂|linked|tied|bound|registered|rebind|new
3 绑|linked|tied|bound|rebind & @number
-4 hack*
6 @number & 被别人|别人绑|已注册|已经注册|注册过|already registered|already used|someone else has|占用|用了
6 换号|换了号|新号|新买的号|changed my number|change my number|new number|change mobile|edit mobile|modify mobile|mobile number|phone number & 旧号|登录|怎么|注册|change|edit|update|modify|how|registered|login|log in|原来
4 换号|changed my number
-4 被人换|hack*`,
  'account.verification.real-name': `
8 id verification|verify my id|real name|kyc|实名
6 身份证|id card|passport|identity|证件 & 认证|验证|失败|不一致|不符|绑定|解绑|换绑|verif*|match|fail*|mismatch|scan|upload
6 人脸|刷脸|face|selfie & @pass
4 人脸|刷脸|face check|facial|face recognition|face scan
4 认证 & 改|解除|别人|换人|释放
2 身份证|认证|id card|verif*
-6 黄v|蓝v|badge
6 id check|id card|identity|identification|证件|认证 & not match|dont match|doesnt match|不清晰|不对|不通过|unclear|not clear|prove|documents|check|keeps|already used|update|new name|unlink|upload|照片|占用|上限
6 verified as someone else|registered on my id|details dont match|verify my account|预留手机号|我名下
4 identity|实名|证件|id card`,
  'account.restriction.ban-appeal': `
8 permanently banned|unban|永久封|封禁|禁言
6 @account & @ban
4 @ban & @appeal
3 不能评论|被限制|muted|cant comment|restricted
2 申诉|appeal|封
-5 直播|live|stream*
-5 店|shop
-4 balance
6 不让我|不能|无法|没法|被禁止|not allowed to|cant|cannot|unable to|wont let me & 私信|评论|点赞|发言|send messages|comment
6 how long does the mute|rule i broke|限制登录|封多久|处罚
5 申诉|appeal & 驳回|失败|被拒|不通过|结果|多久|rejected|denied|failed|result|how long
4 banned|封了|被封|suspended`,
  'account.security.stolen': `
8 account stolen|unknown device|compromised|hijack*|陌生设备|被盗
6 @account & 被改|改了|陌生|别人|不是我|异地|登了|登上|盗|stranger|someone else|somebody|not me|unknown|hacker|steal
6 没点|没操作|不是我|我没|never asked|unrequested|unexpected & @code
5 登录|登陆|登上|login|log in|logged in|signed in & 陌生|异地|不是我|外地|别的|不认识|在外省|strange|unknown|another country|not mine|not me|unfamiliar|foreign
5 密码|邮箱|手机号|绑定|password|email|phone|number & 被改|被人改|被换|改掉了|they changed|was changed|been changed
4 发的|自动|乱发|关注了|posted|follow*|sending|messag* & 不是我|莫名|自己|my profile|from my
4 黑客|黑了|hack
-4 my pictures|fake profile
-4 银行卡
6 access to my account|using my account|into my account|in my account|into my accnt|有人登|登我号|登了我
6 谁发的|我没发过|i didnt make|messaging my friends|asking for money|someone else logged|never been to|was not me|wasnt me & 号|视频|私信|account|profile|acc|login|log in|posts|password|city
6 绑定|密码|邮箱|password|email & 被人|给改了|wasnt me|was not me|without me
5 登录保护|login protection|two step verification|2fa|踢下线|devices that are logged|log out on|sign out on|kick other devices|账号保护|account safer|授权过的第三方|third party apps|风险|at risk
5 freeze my account|freeze it|挂失`,
  'account.lifecycle.delete': `
8 deactivate my account|remove my account|close my account|注销|销号
5 @account & 删除|删掉|不用了|彻底|撤回|取消|delet*|close|eras*|terminate|get rid of
3 不想玩了|不玩了|卸载|for good|permanently
-6 银行卡|卡注销|手机号
6 delet*|erase*|terminat*|remove & account|acc|everything|undo|option|get it back|regret|unfinished|request|后悔|撤销|恢复|几天|多久|失败|余额|名字|profile
5 quit and|want to quit
3 deletion|deleting|注销`,
  'account.profile.followers-dropped': `
8 follower count
6 粉|获赞|点赞数|关注|follower*|following|likes & 少|掉|没了|不见|清空|不对|异常|变成|缩水|消失|lost|drop*|gone|disappear*|vanish*|decreas*|wrong|missing|down
2 粉丝|follower*|掉了
-4 多少粉|how many followers|need
6 取关|unfollow* & 没|自动|显示|莫名|never|by itself|people|without me|自己
5 fans|following list|follower* & losing|lost|shrank|every day|fewer|dropping|fell
5 numbers on my profile`,
  'account.privacy.settings': `
8 make my account private|hide my|私密账号
6 不想|不让|隐藏|关掉|关闭|屏蔽|防止|禁止|dont want|hide|stop|prevent|without & 通讯录|看到|刷到|喜欢列表|定位|位置|访客|主页|找到我|同城|搜到|see|find|contacts|location|likes|visitors|suggested|following list
5 改|换|change|edit|update & 昵称|头像|名字|简介|性别|生日|抖音号|资料|ip属地|nickname|profile picture|bio|handle|birthday|avatar
4 通讯录|喜欢列表|访客|ip属地|定位|昵称|头像|contacts|likes list|private|visibility|visible|location
4 导出|copy|download|export & 个人信息|my data
2 隐私|privacy|设置
-6 someone
-4 孩子
6 改|换|edit|change & id|抖音号|用户名|次数|username|name
6 profile views|blocked still|搜不到我|让同事|黑名单|仅好友|不被|拉黑
-4 主播|streamer`,
};
