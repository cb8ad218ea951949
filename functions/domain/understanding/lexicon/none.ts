import type { Lexicon } from '../cues.ts';

/** What this desk cannot act on: general knowledge, homework, other companies' services. */
export const none: Lexicon = {
  none: `
4 who is the president|write an essay|tell me a joke|translate this|write a poem|stock price|capital of|solve this|javascript|world cup|write me|equation|homework|weather|recipe|python|翻译一下|讲个笑话|写个程序|股票推荐|彩票号码|怎么做饭|写一篇|写首诗|写代码|数学题|历史上|天气|作文|论文|方程|首都|菜谱
4 instagram|facebook|doordash|netflix|spotify|amazon|airbnb|12306|移动宽带|uber|ebay|饿了么|拼多多|小红书|高铁票|美团|滴滴|京东|淘宝|天猫|快手|联通|电信
2.5 外卖|打车|火车票|机票|酒店|医院|挂号|减肥|感冒|发烧|flight|hotel|train ticket|visa|doctor|headache|taxi
2 加微信了解|代理招商|低价出售|点击链接领取|buy cheap|click here|best price guaranteed
2 国王|皇帝|哪一年|多少公里|几岁了总统|star sign|horoscope|planet|population|president
2.5 how tall|how old is|who invented|who wrote|when did|distance between|calories|movie|song lyrics|football|nba|stock|bitcoin price|restaurant|politic*|history of|meaning of life|definition of|spell
2.5 电影推荐|好吃|旅游攻略|唐诗|诗人|几月几号|星座|高考|足球|油价|房价|股票|基金推荐|游戏攻略|谁发明|位于|成立于`,
};
