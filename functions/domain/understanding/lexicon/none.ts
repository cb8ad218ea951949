import type { Lexicon } from '../cues.ts';

/** What this desk cannot act on: general knowledge, homework, other companies' services. */
export const none: Lexicon = {
  none: `
    4 天气|写一篇|作文|翻译一下|讲个笑话|写首诗|写代码|写个程序|论文|方程|数学题|历史上|首都|股票推荐|彩票号码|菜谱|怎么做饭|weather|capital of|write an essay|write a poem|write me|tell me a joke|solve this|equation|translate this|who is the president|recipe|homework|python|javascript|world cup|stock price
    4 美团|饿了么|滴滴|拼多多|京东|淘宝|天猫|快手|小红书|移动宽带|联通|电信|12306|高铁票|uber|amazon|ebay|netflix|instagram|facebook|airbnb|spotify|doordash
    2.5 外卖|打车|火车票|机票|酒店|医院|挂号|减肥|感冒|发烧|flight|hotel|train ticket|visa|doctor|headache|taxi
    2 加微信了解|代理招商|低价出售|点击链接领取|buy cheap|click here|best price guaranteed
    2 国王|皇帝|哪一年|多少公里|几岁了总统|star sign|horoscope|planet|population|president
    2.5 how tall|how old is|who invented|who wrote|when did|distance between|calories|movie|song lyrics|football|nba|stock|bitcoin price|restaurant|politic*|history of|meaning of life|definition of|spell
    2.5 电影推荐|好吃|旅游攻略|唐诗|诗人|几月几号|星座|高考|足球|油价|房价|股票|基金推荐|游戏攻略|谁发明|位于|成立于`,
};
