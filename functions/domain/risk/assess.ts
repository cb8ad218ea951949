import {
  RiskCategory,
  RiskDirection,
  type RiskExcuse,
  type RiskFinding,
  type RiskMode,
  type RiskPolicy,
  RiskSeverity,
} from '../../../schemas/risk.ts';
import { companyOf, excuseOf, isBare, isHarmless, isOffered, type Scene, sceneOf } from './context.ts';
import { findWords, type Hit } from './find.ts';
import { read } from './fold.ts';
import type { Rule } from './list/book.ts';
import { likenessOf, listedOf, looksRisky, type RiskModel } from './learnt.ts';
import type { RiskList } from './list/load.ts';
import {
  defaultPolicy,
  evidenceWeights,
  excusesFor,
  excuseWeights,
  OFFER_WEIGHT,
  toldByTopic,
  traded,
} from './policy.ts';

/** What to know of a text besides its words. */
export interface Speaking {
  readonly direction: RiskDirection;
  readonly policy?: RiskPolicy;
  /** The learnt part; it looks at what people write, and not at the bot's own words. */
  readonly model?: RiskModel;
}

/** Most findings for one text; the gravest stay. */
const MAX_FINDINGS = 20;
/** So many different light words of one category weigh like one of medium severity. */
const MANY = 3;

/** What is risky in a text and what is to be done, in the order of the text; empty when all is well. */
export function assessRisk(
  text: string,
  list: RiskList,
  { direction, policy, model }: Speaking,
): RiskFinding[] {
  const reading = read(text);
  const scene = sceneOf(list, reading, findWords(list, reading));
  const suspicions = scene.found.hits.flatMap((hit) => suspect(scene, hit, direction));
  const modes = (policy ?? defaultPolicy)[direction];
  const listed = raiseMany(merge(suspicions)).flatMap((it): RiskFinding[] => {
    const action = actionOf(modes[it.category][it.severity], it.excuse);
    return action ? [findingOf(scene, it, action)] : [];
  });
  const findings =
    model && direction !== 'bot' ? weighWhole(listed, { scene, model, direction, modes }) : listed;
  return findings
    .sort((a, b) => gravity(b) - gravity(a) || a.span[0] - b.span[0])
    .slice(0, MAX_FINDINGS)
    .sort((a, b) => a.span[0] - b.span[0] || gravity(b) - gravity(a));
}

interface Whole {
  readonly scene: Scene;
  readonly model: RiskModel;
  readonly direction: RiskDirection;
  readonly modes: RiskPolicy[RiskDirection];
}

/** Holds a text that looks risky though no word decides, and lets through what looks honest although one does, unless that is grave. */
function weighWhole(findings: RiskFinding[], { scene, model, direction, modes }: Whole): RiskFinding[] {
  const text = scene.reading.original;
  if (!looksRisky(model, text, listedOf(findings), direction))
    return findings.map((it) => (it.severity === 'high' ? it : { ...it, action: 'flag' }));
  // Whoever may be in despair is not held back by a guess.
  if (findings.some(({ action, category }) => action !== 'flag' || category === 'self-harm')) return findings;
  return [...findings, ...likely(text, model, modes)];
}

/** What the text looks most like; it waits for a person at most. */
function likely(text: string, model: RiskModel, modes: RiskPolicy[RiskDirection]): RiskFinding[] {
  const likeness = likenessOf(model, text);
  if (!likeness) return [];
  const { category, terms } = likeness;
  const action = actionOf(modes[category].medium, undefined);
  if (!action) return [];
  return [
    {
      category,
      severity: 'medium',
      action: action === 'block' ? 'review' : action,
      span: [0, text.length],
      terms,
      learnt: true,
    },
  ];
}

/** A word that counts, before the policy is asked. */
interface Suspicion {
  readonly category: RiskCategory;
  readonly severity: RiskSeverity;
  readonly start: number;
  readonly end: number;
  readonly places: readonly (readonly [number, number])[];
  readonly excuse?: RiskExcuse;
  readonly disguise?: Hit['disguise'];
}

function suspect(scene: Scene, hit: Hit, direction: RiskDirection): Suspicion[] {
  return hit.rules.flatMap((rule) => {
    const [category, severity] = [RiskCategory.options[rule[0]], RiskSeverity.options[rule[1]]];
    if (!category || !severity || !concerns(rule, direction)) return [];
    if (isHarmless(scene, hit, rule[0])) return [];
    const company = companyOf(scene, hit, rule);
    if (!company) return [];
    const offered = isOffered(scene, hit);
    const { start, end, disguise } = hit;
    const excuse = weigh(scene, hit, { category, severity, offered, direction });
    return [
      {
        category,
        severity: severity === 'low' && counts(scene, category, offered, direction) ? 'medium' : severity,
        start,
        end,
        places: [[start, end] as const, ...company],
        ...(excuse && { excuse }),
        ...(disguise && { disguise }),
      },
    ];
  });
}

/** Whether a light word counts more: beside an offer, or when the text has nothing else to say. */
function counts(scene: Scene, category: RiskCategory, offered: boolean, direction: RiskDirection): boolean {
  if (offered && traded.includes(category)) return true;
  return direction === 'customer' && toldByTopic.includes(category) && isBare(scene);
}

/** The strongest excuse, when all excuses together outweigh the words. */
function weigh(
  scene: Scene,
  hit: Hit,
  is: { category: RiskCategory; severity: RiskSeverity; offered: boolean; direction: RiskDirection },
): RiskExcuse | undefined {
  let strongest: RiskExcuse | undefined;
  let most = 0;
  let total = 0;
  for (const excuse of excusesFor(is.category, is.severity, is.direction)) {
    const strength = excuseWeights[excuse] * excuseOf(scene, hit, excuse, is.category);
    total += strength;
    if (strength > most) [strongest, most] = [excuse, strength];
  }
  const evidence = evidenceWeights[is.severity] + (is.offered ? OFFER_WEIGHT : 0);
  return total >= evidence ? strongest : undefined;
}

function concerns([, , directions]: Rule, direction: RiskDirection): boolean {
  return ((directions >>> RiskDirection.options.indexOf(direction)) & 1) === 1;
}

/** Of suspicions of one category that overlap, the gravest that is not excused. */
function merge(suspicions: readonly Suspicion[]): Suspicion[] {
  const kept: Suspicion[] = [];
  const last = new Map<RiskCategory, number>();
  for (const it of [...suspicions].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const index = last.get(it.category);
    const before = index === undefined ? undefined : kept[index];
    if (index === undefined || !before || before.end <= it.start) {
      last.set(it.category, kept.push(it) - 1);
    } else {
      const graver = weight(it) > weight(before) ? it : before;
      kept[index] = { ...graver, start: before.start, end: Math.max(before.end, it.end) };
    }
  }
  return kept;
}

function weight({ severity, excuse }: Suspicion): number {
  return RiskSeverity.options.indexOf(severity) * 2 + (excuse ? 0 : 5);
}

function raiseMany(suspicions: readonly Suspicion[]): Suspicion[] {
  const light = new Map<RiskCategory, Set<string>>();
  for (const it of suspicions) {
    if (it.severity !== 'low' || it.excuse) continue;
    const places = light.get(it.category) ?? new Set();
    light.set(it.category, places.add(`${it.start}`));
  }
  return suspicions.map((it) =>
    it.severity === 'low' && !it.excuse && (light.get(it.category)?.size ?? 0) >= MANY
      ? { ...it, severity: 'medium' }
      : it,
  );
}

function actionOf(mode: RiskMode, excuse: RiskExcuse | undefined): RiskFinding['action'] | undefined {
  if (mode === 'off') return undefined;
  return excuse ? 'flag' : mode;
}

function findingOf({ reading }: Scene, it: Suspicion, action: RiskFinding['action']): RiskFinding {
  const { category, severity, excuse, disguise } = it;
  const textOf = ([start, end]: readonly [number, number]) =>
    String.fromCharCode(...reading.codes.slice(start, end));
  return {
    category,
    severity,
    action,
    span: [reading.from[it.start] as number, reading.to[it.end - 1] as number],
    terms: [...new Set(it.places.map(textOf))],
    ...(excuse && { excuse }),
    ...(disguise && { disguise }),
  };
}

const gravities: Record<RiskFinding['action'], number> = { flag: 0, review: 1, block: 2 };

function gravity({ action, severity }: RiskFinding): number {
  return gravities[action] * 3 + RiskSeverity.options.indexOf(severity);
}
