import { ForeignLanguage, type Language } from '../../../schemas/understanding.ts';

/**
 * Which language a text is in when it is neither Chinese nor English; undefined when it is one of those, or too little to tell.
 * Another script tells by itself. A Latin text is told by its common words, by letters and by pieces of words: only when several
 * words speak for the language, and they outweigh what is English.
 */
export function foreignIn(text: string): ForeignLanguage | undefined {
  return byScript(text) ?? (/\p{Script=Han}/u.test(text) ? undefined : byWords(text));
}

/** Whether it is a language of people and not of the bot. */
export function isForeign(language: Language): language is ForeignLanguage {
  return ForeignLanguage.options.some((it) => it === language);
}

/** Another script must carry at least this share of the letters. */
const SCRIPT_SHARE = 0.3;

function byScript(text: string): ForeignLanguage | undefined {
  if (!otherScript.test(text)) return undefined;
  const letters = text.match(/\p{L}/gu) ?? [];
  for (const { script, language, neighbour } of scripts) {
    const own = letters.filter((it) => script.test(it));
    if (own.length < 2 || own.length / letters.length < SCRIPT_SHARE || own.every((it) => it === 'の'))
      continue;
    return neighbour?.marks.test(text) ? neighbour.language : language;
  }
  return undefined;
}

const latinWord = /\p{Script=Latin}[\p{Script=Latin}\p{M}]*/gu;
/** Words looked at; more say nothing new. */
const READ = 60;
/** What a common word weighs, a short one, a letter and a piece of a word. */
const WEIGHT = { word: 2, short: 1.2, letter: 1.5, piece: 0.6 };
/** The least evidence, in all and for each word. */
const LEAST = { all: 3.5, each: 0.45 };

function byWords(text: string): ForeignLanguage | undefined {
  const written = text.normalize('NFC').toLowerCase().match(latinWord) ?? [];
  const words = [...new Set(written.slice(0, READ))].map((word) => ({ word, plain: withoutMarks(word) }));
  const native = words.reduce((sum, { plain }) => sum + (english.has(plain) ? weightOf(plain) : 0), 0);
  if (native >= words.length) return undefined;
  let best: { language: ForeignLanguage; score: number } | undefined;
  for (const { language, known, letters, pieces } of latin) {
    if (!words.some(({ plain }) => known.has(plain))) continue;
    let score = 0;
    for (const { word, plain } of words) {
      const common = known.has(plain);
      score += common ? weightOf(plain) : pieces.test(plain) ? WEIGHT.piece : 0;
      if (word !== plain && letters.test(word)) score += common ? WEIGHT.piece : WEIGHT.letter;
    }
    if (score > (best?.score ?? 0)) best = { language, score };
  }
  if (!best || best.score < LEAST.all || best.score / words.length < LEAST.each) return undefined;
  return best.score > native && !words.every(({ plain }) => pinyin.test(plain)) ? best.language : undefined;
}

function weightOf(word: string): number {
  return word.length > 2 ? WEIGHT.word : WEIGHT.short;
}

/** `số` becomes `so`: many leave the marks away. */
function withoutMarks(word: string): string {
  if (/^[a-z]*$/.test(word)) return word;
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đłıøßæœ]/g, (it) => plainLetters[it] ?? it);
}

/** A language a line: its words without marks, its letters, endings of its words. */
const latin = read(
  `
es de y la que el en los se por es del las con una para lo como mas pero este todo ya cuando ser hay fue muy porque eso tiene puede desde hasta hacer donde ahora hace nada mi mis tu su al un le cuenta pedido dinero ayuda gracias hola quiero necesito tengo puedo pueden compra vendedor numero cambiar porfa cuanto tiempo estoy usted llego nunca sin|ñáéíóú|cion ando iendo ieron aron rme aste
pt de que em da para nao um uma com se na por os eu como mais mas foi ao voce voces tem ser meu minha sua esta isso ja tambem quando muito pelo ate pode ele ela fazer quem sem agora entre meus aqui dinheiro conta pedido ajuda obrigado obrigada oi ola quero preciso comprei vendedor consigo trocar quanto tempo ninguem ainda dos nas pra demora nunca|ãõçáéíóúâêôà|cao coes mente inha lho nha ei
fr de la le les et est en des un que pas une du il pour dans je qui sur ce ne avec mais ou vous elle tout fait nous bien faire aux sont ont mon ma mes suis avoir encore quand tres apres comment pourquoi quelqu compte argent aide bonjour merci veux voudrais besoin toujours jours vendeur rembourser remboursement depuis votre svp colis ete ca cest jai au ton|éèêàçùâîôûëœ|eur eux ment tion ais ait ement quoi
de der und das ich ist nicht zu den von mit es ein auf fur sie eine sich auch dem dass bei wie aber hat aus sind nach noch wir nur wenn oder wird werden einen haben schon kann uber da habe ja mehr mir mich bis ihr immer jetzt keine muss uns unter gibt geht mein meine meinen konto geld bestellung paket hilfe hallo danke bitte warum mochte brauche angekommen seit verkaufer lange wurde soll machen zuruck konnen sprechen|äöüß|ung lich keit sch eit cht gen
it di che il non un per una con della sono ma al ho piu se dei nel mi anche lo gli delle questo ci dal solo essere nella perche era quando tutti cosa fatto sempre fare ancora molto senza mai mio mia miei posso ordine soldi aiuto ciao grazie voglio vorrei bisogno arrivato pacco venditore rimborso numero cambiare quanto tempo avete potete favore parlare stato due volte|àèéìòù|zione ato ata are ere ggi gli tto
nl de van het een en op ik dat voor je te met niet zijn als er maar om aan ook naar uit bij dan dit wat heeft nog deze hebben meer geen mijn wel wordt heb worden kunnen hoe na waar goed gaat onze wil doen hier dus alleen jullie moet mij geld bestelling pakket hulp hallo bedankt graag waarom kan verkoper terug aangekomen helpen spreken twee keer krijg kapot|ëïé|ij aa oe oo ee cht uu
pl nie z w na sie ze jest jak ale co tak za od po dla tym czy przez tego tylko juz moze bo ten bardzo byc jego jesli tez mam jeszcze jestem nawet teraz cos wiec zeby kiedy gdzie moje moj moja konto konta pieniadze pieniedzy pomoc pomocy dzien dobry dziekuje prosze chce dlaczego sprzedawca zwrot zwrotu paczka zmienic ktos nikt mi mnie dni odpowiada odpowiedzi ile czekac zrobic|ąćęłńóśźż|cz sz rz ow iej nie dzi
tr ve bir bu icin de cok da ile ne daha en gibi kadar olan ben var ama mi sonra yok iyi degil sadece zaman iki su nasil benim tum artik gore seni beni oldu hic hesabim hesabima param parami yardim merhaba selam lutfen tesekkurler istiyorum neden kargo kargom satici iade gelmedi gun mesaj cevap vermiyor kimse geri para lazim edin eder bana urun ya geldi|ığşçöü|yor lar ler mak mek dim lik iniz
vi la co va cua duoc mot cac trong khong cho nay da nguoi de nhung voi nam cung toi thi con ve lam den khi nhu minh em anh chi noi se ra ngay bi qua phai viec nhieu tai khoan don hang tien giup xin chao cam muon sao mua ban rut doi dien thoai hoi lay nhan vien sai vay chua bao lau roi loi|ăđơưâêôạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹãõ|ng nh ươ iê kh uo
id yang dan di ini dari untuk dengan itu bisa aku ada tidak akan adalah dalam pada kita orang ke juga saya ya kamu lebih apa sudah mereka tapi karena atau jadi harus lagi seperti banyak kalau belum mau saja sampai akun pesanan uang tolong bantu halo terima kasih kenapa penjual barang kembali nomor ganti min kak dong sih gimana nggak gak ga kok udah mohon dana rekening bagaimana berapa lama datang rusak padahal tak boleh nak dah buat akaun duit awak macam tukar nombor mesej cakap tiada telah|é|nya kan ber meng men kah an
tl sa ng ang na mga ay isang hindi ito ko kung ni si ako pa para siya mo pag lang naman ano rin din kaya wala po nang kay ngayon nga yung dito kasi kami gusto bakit pera ba salamat paano aking tulong patulong sana kayo nyo niyo kailan araw nag may tao ilang opo kuya ate hanggang sira yun nila|ñ|ng nag mag ang ako pin
ro de si sa la din ca pe cu nu mai un este care pentru se au ce fost va al sunt fi sau daca dupa ar cand prin cum dar mult doar foarte noi pana imi mea meu contul comanda bani banii buna multumesc vreau trebuie vanzator inapoi unde coletul rog vorbesc cat numar schimb primit fac om nimeni raspunde|ăâîșțşţ|ul lui ului esc ii
cs se na je ze si jsem ale tak pro ve jako po uz od jsou mi kdyz jen nebo byl bude ktery neni aby jeste pak pri tam toho kde pred protoze co jak muze nic proc moc jste kdo dobry den muj moje ucet uctu penize penez pomoc prosim dekuji chci prodejce zbozi balik cislo nemuzu dnu nekdo mluvit mam delat|ěščřžýáíéůúďťň|ch ova ani ost ky
sv det att och jag pa en inte som har med av om du till den ett kan vi men var ska nar vad fran mig bara eller vara hur kommer vill bra finns skulle ut min mitt mina hade mycket varfor kontot konto pengar hjalp hej tack snalla paket saljaren nagon svarar tillbaka ni fa gora ga prata kom lang tid tar blivit trasig|åäö|ar na ade het lig
`,
);

/** English words that are common, or that other languages borrow: they count against every other language. */
const english = new Set(
  (
    'the and you that is it for are of to in was with have this be not my me we they from has had but on at so can an if or as by what when how why who where there their your our his her ' +
    'all any been being would could should will do does did done get got just now out up no yes please pls help need want know been still more some than then them these into only also about after again because ' +
    'i im ive id dont cant wont didnt isnt its u ur plz ok okay hi hello hey thanks thank money account order refund payment card phone number video videos live message password log login app shop seller item back ' +
    'time day days week been never send sent pay paid buy bought change open close work works working make made use see say said tell told go going come came like one two first new old good bad a am he she were'
  ).split(' '),
);

interface Script {
  readonly script: RegExp;
  readonly language: ForeignLanguage;
  /** Told by letters of its own. */
  readonly neighbour?: { readonly language: ForeignLanguage; readonly marks: RegExp };
}

/** What a script alone tells. */
const scripts: readonly Script[] = [
  { script: /[\p{Script=Hiragana}\p{Script=Katakana}]/u, language: 'ja' },
  { script: /\p{Script=Hangul}/u, language: 'ko' },
  { script: /\p{Script=Cyrillic}/u, language: 'ru', neighbour: { language: 'uk', marks: /[іїєґ]/iu } },
  { script: /\p{Script=Arabic}/u, language: 'ar', neighbour: { language: 'fa', marks: /[پچژگکی]/u } },
  { script: /\p{Script=Thai}/u, language: 'th' },
  { script: /\p{Script=Devanagari}/u, language: 'hi' },
];
const otherScript = new RegExp(scripts.map(({ script }) => script.source).join('|'), 'u');

const plainLetters: Readonly<Record<string, string>> = {
  đ: 'd',
  ł: 'l',
  ı: 'i',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};

/** A syllable, or several, of Chinese written in Latin letters. */
const pinyin =
  /^(?:(?:[bpmfdtnlgkhjqxzcsryw]|[zcs]h)?(?:i?ao|[iu]?a[in]?|[iu]?ang|ei?|e[nr]|eng|i[enu]?|ing|i?ong|o|ou|u[oein]?|ua[in]|ve?))+$/;

function read(table: string) {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [words = '', letters = '', pieces = ''] = line.split('|');
      const [language, ...known] = words.split(' ');
      return {
        language: ForeignLanguage.parse(language),
        known: new Set(known),
        letters: new RegExp(`[${letters}]`),
        pieces: new RegExp(`(?:${pieces.trim().replaceAll(' ', '|')})$`),
      };
    });
}
