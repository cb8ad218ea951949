import { stem } from './stem.ts';

/**
 * Words that carry no fact: what an answer may add of its own when it joins sentences of an article. A word that could promise,
 * deny, name, count or date something is never here; one that only weakens what is said (`if`, `may`, `usually`) is.
 */
const chinese = `
请 您 你 的 时 了 吗 呢 吧 啊 哦 就 也 还 都 便 在 到 与 和 及 是 为 这 那 并 且 则 其 该 着 您的 你的
然后 接着 随后 同时 另外 此外 其中 以及 并且 而且 即可 就行 就好 例如 比如 也就是 就是 属于 这种 这种情况 这个 这样 这里 那里 这些 那些 进行 一下
首先 最后 其次 接下来 点击 选择 进入 查看 里 中 对于 关于 情况下 如果 若 若是 的话 可以 可 能 可能 一般 通常 多半 因此 所以 因为 由于 那么
`;

const english = `
a an the this that these it its it's is are be being was were am as at by for in of to
and so then also too next finally there here you your yours yourself please just
what where whether how such like about each means mean when if once can may usually mostly generally because
do does did tap go choose select see take
`;

const zh = new Set(chinese.trim().split(/\s+/));
const en = new Set(english.trim().split(/\s+/).map(stem));
const longest = Math.max(...[...zh].map((word) => word.length));

/** How many of the characters from here on are a joining word; 0 when none is. */
export function glueAt(characters: readonly string[], from: number): number {
  for (let length = Math.min(longest, characters.length - from); length > 0; length -= 1) {
    if (zh.has(characters.slice(from, from + length).join(''))) return length;
  }
  return 0;
}

/** Whether an English word, without its ending, only joins. */
export function isGlue(word: string): boolean {
  return en.has(word);
}

/** What may stand alone between commas: `so`, `然后`. A joining word such as `可以` may not, because alone it is an answer. */
export function isConnective(clause: string): boolean {
  return connectives.test(clause);
}

const connectives =
  /^(?:请|首先|然后|接着|随后|最后|其次|另外|此外|同时|因此|所以|那么|例如|比如|please|first|then|next|also|finally|so|for example)[.。]?$/;
