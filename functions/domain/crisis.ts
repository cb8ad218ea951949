import type { Understanding } from '../../schemas/understanding.ts';
import { despairs } from './risk/screening.ts';

const CRISIS = 'safety.harm.crisis';
/** How sure the intent must be when the words are urgent; low, because a missed one costs most. */
const suspected = 0.3;

/** Whether somebody may be harmed: the surest meaning, a likely one of an urgent message, or despair that the risk filter has seen. */
export function isCrisis({ intents, abstained, urgency, risks }: Understanding): boolean {
  if (despairs(risks)) return true;
  const [best] = intents;
  const { confidence = 0 } = intents.find((it) => it.id === CRISIS) ?? {};
  return (best?.id === CRISIS && !abstained) || (urgency.urgent && confidence >= suspected);
}

const threatened =
  /威胁|恐吓|打我|杀我|砍我|弄死我|家暴|跟踪|堵我|上门|绑架|threat|going to (?:hurt|kill) me|after me|hit me|beat(?:s|ing)? me|stalk|domestic violence/;

/**
 * What the bot says before a person takes over. Help lines: mainland China 12356 (national psychological aid line, since 2025),
 * 110 police, 120 ambulance; Taiwan 1925; Hong Kong 18111; United States and Canada 988; United Kingdom and Ireland 116 123.
 */
export function crisisText(normalized: string, language: 'zh' | 'en'): string {
  return words[language][threatened.test(normalized) ? 'threatened' : 'harm'];
}

const words = {
  zh: {
    harm: '谢谢您愿意说出来，这很不容易。您的安全比什么都重要，值班同事正在接入，您不用一个人扛着。\n如果现在就有危险，请马上拨打 110 或 120，并让身边的人来陪您。想找人说说话，全国心理援助热线是 12356（台湾 1925，香港 18111）。\n可以的话，请离可能伤害到自己的东西远一点，告诉我：现在有人陪着您吗？如果是别人有危险，请写下对方的账号、链接或所在的地方。',
    threatened:
      '谢谢您告诉我们，先保护好自己：请去有人的、安全的地方，有危险马上拨打 110（受伤打 120），不要独自赴约。值班同事正在接入。\n聊天记录、来电和对方账号都留着，先不要删除。可以的话，请写下对方的账号或链接；您现在安全吗？',
  },
  en: {
    harm: 'Thank you for telling me; that took courage. Your safety matters more than anything else, and a colleague is joining right now, so you need not carry this alone.\nIf there is danger at this moment, please call your local emergency number and ask somebody near you to come. To talk to someone: 988 in the US and Canada, 116 123 in the UK and Ireland, 12356 in mainland China; elsewhere your local crisis line.\nIf you can, move away from anything that could hurt you, and tell me: is anyone with you? If it is somebody else who is in danger, please write their account, link or place.',
    threatened:
      'Thank you for telling us. Please protect yourself first: go to a safe place with other people, call the police or your local emergency number if there is danger, and meet nobody alone. A colleague is joining right now.\nKeep chats, calls and their account; delete nothing. If you can, write their account or link. Are you safe at this moment?',
  },
} as const;
