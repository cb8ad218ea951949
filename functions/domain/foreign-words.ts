import type { ForeignLanguage } from '../../schemas/understanding.ts';
import { botWords } from './bot-words.ts';

/** "One moment please, a colleague who speaks your language is coming." */
const sentences: Readonly<Partial<Record<ForeignLanguage, string>>> = {
  ar: 'لحظة من فضلك، سيرد عليك زميل يتحدث لغتك.',
  de: 'Einen Moment bitte, jemand, der Ihre Sprache spricht, meldet sich gleich.',
  es: 'Un momento, por favor: le atenderá una persona que habla su idioma.',
  fr: 'Un instant, s’il vous plaît : une personne parlant votre langue va vous répondre.',
  hi: 'कृपया प्रतीक्षा करें, आपकी भाषा जानने वाला सहकर्मी आपसे बात करेगा।',
  id: 'Mohon tunggu sebentar, rekan kami yang berbahasa Anda akan segera membantu.',
  it: 'Un momento, per favore: le risponderà una persona che parla la sua lingua.',
  ja: '少々お待ちください。日本語のわかる担当者におつなぎします。',
  ko: '잠시만 기다려 주세요. 한국어가 가능한 상담원을 연결해 드리겠습니다.',
  nl: 'Een moment alstublieft, een collega die uw taal spreekt helpt u zo verder.',
  pl: 'Proszę chwilę poczekać, odpowie osoba mówiąca w Pana/Pani języku.',
  pt: 'Um momento, por favor: uma pessoa que fala o seu idioma vai atender você.',
  ru: 'Минуту, пожалуйста: вам ответит сотрудник, говорящий на вашем языке.',
  th: 'กรุณารอสักครู่ เจ้าหน้าที่ที่พูดภาษาของคุณจะมาช่วยเหลือ',
  tl: 'Sandali lang po, may kasamahan kaming nagsasalita ng inyong wika na tutulong sa inyo.',
  tr: 'Bir dakika lütfen, dilinizi konuşan bir arkadaşımız size yardımcı olacak.',
  vi: 'Vui lòng chờ trong giây lát, nhân viên nói ngôn ngữ của bạn sẽ hỗ trợ bạn.',
};

/** That a person who speaks the language will come: in that language where we have the words, in English and in Chinese. */
export function personWillCome(language: ForeignLanguage): string {
  const own = sentences[language];
  const [english] = botWords.en.foreign;
  const [chinese] = botWords.zh.foreign;
  return [...(own === undefined ? [] : [own]), english, chinese].join('\n');
}
