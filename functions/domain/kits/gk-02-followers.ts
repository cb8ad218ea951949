import { ask, end, type Kit } from './kit.ts';
import { choice, count, date, orUnsure, yesNo } from './slots.ts';

/** GK-02: followers vanish. Tells the clean-up of false accounts from mass unfollowing and from strange actions on the account. */
export const followers: Kit = {
  id: 'GK-02',
  intents: ['account.profile.followers-dropped'],
  starts:
    /掉|少了|减少|变少|没了|不见|消失|降|取关|缩水|清零|只剩|drop|lost|losing|gone|vanish|disappear|decreas|missing|went down|fewer|fell/,
  article: () => 'followers-dropped',
  relies: { zh: ['反作弊', '登录设备管理'], en: ['bot accounts', 'Devices'] },
  opening: {
    zh: '粉丝数变动最常见的原因是平台反作弊清理了机器号和异常互动。是不是这种，问两个问题就清楚了。',
    en: 'The most common cause is the regular clean-up of bot accounts and abnormal activity. Two questions will tell whether that is it.',
  },
  reads: {
    odd: orUnsure(
      yesNo({
        yes: /(?:不是我|非本人|没(?:有)?操作过?).{0,4}(?:操作|点|关注|取关|发)|被盗|陌生设备|异地登录|莫名(?:其妙)?(?:关注|取关|点赞)|strange (?:device|login|activity)|not (?:done by )?me|hacked|unknown device/,
        no: /没(?:有)?(?:异常|奇怪|陌生)|一切正常|关注(?:列表)?(?:没变|正常)|nothing (?:strange|odd|unusual)|all normal/,
      }),
    ),
    pace: choice({
      sudden:
        /一(?:下子?|夜|晚上?|天)(?:之间|内|就)?|突然|瞬间|集中|同一天|今天一早|睡(?:一觉|醒)|sudden|overnight|at once|in (?:one|a) (?:day|night)|woke up/,
      gradual:
        /慢慢|逐渐|陆续|每天(?:都)?(?:掉|少)|一点点|持续|这几天一直|gradual|slowly|little by little|every day|day by day|over (?:the )?(?:past )?(?:days|weeks)/,
    }),
    lost: count(
      /个|粉|人|名|followers?|fans?|people/,
      /(?:少|掉|没|跌|降|减少?)(?:了|掉)*|(?:lost|down|dropped)(?: by| about| around)*/,
    ),
    when: date,
  },
  asks: {
    odd: {
      zh: [
        '「我的关注」有没有也莫名变少，或者出现过不是您本人的操作（比如关注、点赞、发作品）？',
        '请看一眼「我的关注」和最近的点赞、作品：都是您自己做的就回复「没有」，有不认识的就回复「有」。',
      ],
      en: [
        'Did your own following list shrink too, or was anything done (follows, likes, posts) that was not you?',
        'Please look at your following list, likes and posts: reply "no" if all of it is yours, "yes" if something is not.',
      ],
    },
    pace: {
      zh: [
        '粉丝是怎么少的？\n1. 一天之内集中少了一批\n2. 一段时间里慢慢减少',
        '回复 1（一下子少了一批）或 2（慢慢少的）就行；「数据中心 → 粉丝」里能看到每天的变化。',
      ],
      en: [
        'How did they go?\n1. Many within a day\n2. Little by little',
        'Just reply 1 (many at once) or 2 (slowly). Data centre → Followers shows each day.',
      ],
    },
    lost: {
      zh: [
        '大概少了多少粉丝？写个约数就行。',
        '写一个数字即可，例如「300」或「1.2万」；不清楚可以看「数据中心 → 粉丝」。',
      ],
      en: [
        'About how many followers are gone?',
        'A rough number is enough, such as "300" or "12k"; Data centre → Followers shows it.',
      ],
    },
    when: {
      zh: ['是哪一天发现减少的？', '写日期就行，例如「昨天」「上周三」或「3月5号」。'],
      en: [
        'On which day did you notice it?',
        'A date is enough, such as "yesterday", "last Wednesday" or "March 5".',
      ],
    },
  },
  ends: {
    secure: {
      label: '账号加固',
      zh: '有不是您本人的操作，先保护账号：\n1. 「设置 → 账号与安全 → 登录设备管理」移除不认识的设备。\n2. 立即修改密码。\n3. 取消不再使用的第三方授权。\n粉丝数请24小时后再看。',
      en: 'Something was done that was not you, so secure the account first:\n1. Settings → Account and security → Devices: remove what you do not know.\n2. Change the password now.\n3. Withdraw authorised apps you no longer use.\nThen look at the count again after 24 hours.',
    },
    cleanUp: {
      label: '反作弊清理说明',
      zh: '一天内集中减少，多半是反作弊清理：系统会定期清除机器号、买来的粉和异常互动，减少的多是无头像、无作品的账号，这部分不会恢复。真实粉丝不受影响；请不要用刷粉、互粉工具，以免影响推荐。',
      en: 'A drop within one day is mostly the clean-up of bots, bought followers and abnormal activity; those accounts usually have no picture and no posts, and they do not come back. Real followers stay. Please use no tools that sell or swap followers.',
    },
    trend: {
      label: '取关趋势说明',
      zh: '慢慢减少多半是真实用户取消关注。请到「数据中心 → 粉丝」看取关集中在哪几天，对照那几天是否换了方向、连发广告或有直播争议，再针对性调整。',
      en: 'A slow loss is mostly people unfollowing. Data centre → Followers shows on which days; compare with changes of topic, several ads in a row or a heated live session on those days.',
    },
    check: {
      zh: '我请同事核查是否有误清。',
      en: 'A colleague will check whether real followers were removed by mistake.',
      person: { zh: '粉丝减少，常见原因都不符', en: 'followers vanished, not explained by the usual causes' },
    },
  },
  next: ({ slots: { odd, pace, lost, when }, tried }) => {
    if (odd === undefined) return ask('odd');
    if (odd === true && !tried('secure')) return end('secure');
    if (pace === undefined) return ask('pace');
    const usual = pace === 'sudden' ? 'cleanUp' : 'trend';
    if (!tried(usual) && !tried('secure')) return end(usual);
    if (lost === undefined) return ask('lost');
    if (when === undefined) return ask('when');
    return end('check');
  },
};
