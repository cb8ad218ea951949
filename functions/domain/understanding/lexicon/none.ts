import type { Lexicon } from '../cues.ts';

/** What this desk cannot act on: general knowledge, homework, other companies' services. */
export const none: Lexicon = {
  none: `
8 tell me a joke|capital of|solve this|javascript|equation|homework|weather|recipe|python|写一篇|写首诗|写代码|数学题|历史上|天气|作文|论文|方程|首都|菜谱
8 instagram|facebook|netflix|spotify|amazon|uber|ebay|饿了么|拼多多|小红书|美团|滴滴|京东|淘宝|天猫|快手|电信
5 外卖|打车|火车票|机票|酒店|医院|挂号|感冒|发烧|flight|hotel|visa|doctor|headache|taxi
4 国王|皇帝|哪一年|president
5 how old is|when did|movie|football|nba|stock|restaurant|politic*
5 好吃|星座|高考|足球|油价|房价|股票|成立于`,
};
