/** Characters that ask, point or link: alone and in pairs with each other they say little of what a text is about. */
const characters = new Set(
  '的了是在有和与为何怎请问多少几个哪谁什么吗呢啊吧呀嘛哦这那此其之及或于从到由被把对以可能会要就都也还又很些样种里中上下时候称叫做我你您他她它们给让想去来说',
);

/** The same in English. */
const words = new Set(
  (
    'i me my mine we us our the a an to of for is it its in on and was were be been am are im ive do does did can could would ' +
    'should have has had will that this these those with at so but if when what which who whom whose why how you your from there ' +
    'not no get got as by or any up they them he she his her please just some then than about into out'
  ).split(' '),
);

/** Whether a character or word says little of what a text is about. */
export function isSlight(text: string): boolean {
  return characters.has(text) || words.has(text);
}
