import type { Language } from '../../../schemas/understanding.ts';
import { foreignIn } from './foreign.ts';
import { isSimplified, isTraditional } from './traditional.ts';

/** The language of a text by its script, and by its words where the script is Latin; single loan words and names do not make it mixed. */
export function languageOf(text: string): Language {
  const letters = text.normalize('NFKC').match(/\p{L}/gu) ?? [];
  const han = letters.filter((it) => /\p{Script=Han}/u.test(it));
  const latin = letters.filter((it) => /\p{Script=Latin}/u.test(it)).length;
  const foreign = foreignIn(text);
  if (foreign) return foreign;
  if (han.length + latin === 0 || han.length + latin < letters.length / 2) return 'und';

  const words = englishWords(text);
  const english = words * 2;
  const chinese = han.length;
  if (chinese === 0 || (words >= 4 && chinese / (english + chinese) < mixedShare)) return 'en';
  if (words >= 2 && chinese >= 2 && english / (english + chinese) > mixedShare) return 'mixed';
  return han.filter(isTraditional).length > han.filter(isSimplified).length ? 'zh-Hant' : 'zh';
}

/** The smaller language must carry at least this share; an English word weighs as much as two characters. */
const mixedShare = 0.15;

/** Words that Chinese texts borrow without becoming English. */
const loanWords = new Set(
  (
    'app apps vip ok id pk wifi ios android iphone dou douyin tiktok obs live up mcn roi cpm gmv mv bgm ai ip qq kf ' +
    'otp sms email pin hr ktv dj cos pro max plus diy ppt pdf mp mov gb mb kb hi bug usb gps kol zrg rg'
  ).split(' '),
);

function englishWords(text: string): number {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[a-z']{2,}/g) ?? [];
  return words.filter((it) => !loanWords.has(it)).length;
}
