import type { RoutingRule, RoutingSettings } from '../../schemas/routing.ts';
import { isWithin } from './eligibility.ts';
import type { Fault } from './errors.ts';
import { isNode, queueIds } from './understanding/taxonomy.ts';

/** What is wrong with routing settings as a whole; nothing when they can be put into force. */
export function routingFaults(settings: RoutingSettings): Fault[] {
  const { rules } = settings;
  return [
    ...rules.flatMap((rule, at) => [...ruleFaults(rule, `rules.${at}`), ...orderFaults(rules, at)]),
    ...reachFaults(rules),
    ...gateFaults(settings),
    ...weightFaults(settings),
  ];
}

function ruleFaults({ when, steps }: RoutingRule, path: string): Fault[] {
  return [
    ...intentFaults(when.intents ?? [], `${path}.when.intents`),
    ...steps.flatMap(({ afterSeconds }, at) => {
      const before = steps[at - 1]?.afterSeconds;
      const ascends = before === undefined ? afterSeconds === 0 : afterSeconds > before;
      const rule = before === undefined ? 'the first step must begin at 0' : `must be more than ${before}`;
      return ascends ? [] : [{ field: `${path}.steps.${at}.afterSeconds`, rule }];
    }),
    ...endFaults(steps, path),
  ];
}

/** In the end everybody of the queue who speaks the language may be asked, or a ticket could wait for ever. */
function endFaults(steps: RoutingRule['steps'], path: string): Fault[] {
  const at = `${path}.steps.${steps.length - 1}`;
  const last = steps.at(-1);
  const narrow = last?.skills.filter((skill) => skill === 'topic' || skill === 'segment') ?? [];
  return [
    ...(last?.minimumTier === undefined || last.minimumTier === 'outsource'
      ? []
      : [{ field: `${at}.minimumTier`, rule: 'the last step must be open to every tier' }]),
    ...narrow.map((skill) => ({
      field: `${at}.skills`,
      rule: `the last step must not ask for the ${skill}`,
    })),
  ];
}

function orderFaults(rules: readonly RoutingRule[], at: number): Fault[] {
  const rule = rules[at];
  if (!rule) return [];
  const earlier = rules.slice(0, at);
  const same = earlier.some(({ id }) => id === rule.id);
  const shadow = earlier.find((other) => covers(other.when, rule.when));
  return [
    ...(same ? [{ field: `rules.${at}.id`, rule: 'must be another than those before' }] : []),
    ...(shadow ? [{ field: `rules.${at}`, rule: `is never reached: ${shadow.id} comes first` }] : []),
  ];
}

/** Whether every ticket that the second holds for is taken by the first. */
function covers(first: RoutingRule['when'], second: RoutingRule['when']): boolean {
  const within = <T>(a: readonly T[] | undefined, b: readonly T[] | undefined) =>
    !a || (b?.every((value) => a.includes(value)) ?? false);
  const intents =
    !first.intents ||
    (second.intents?.every((id) => first.intents?.some((node) => isWithin(id, node))) ?? false);
  return (
    intents &&
    within(first.segments, second.segments) &&
    within(first.languages, second.languages) &&
    within(first.priorities, second.priorities) &&
    within(first.channels, second.channels)
  );
}

/** Every ticket has a rule, and every queue some ticket. */
function reachFaults(rules: readonly RoutingRule[]): Fault[] {
  const last = rules.at(-1);
  if (!last || Object.keys(last.when).length > 0)
    return [{ field: `rules.${rules.length - 1}.when`, rule: 'the last rule must hold for every ticket' }];
  if (rules.some(({ queue }) => queue === undefined)) return [];
  const led = new Set(rules.map(({ queue }) => queue));
  return queueIds
    .filter((queueId) => !led.has(queueId))
    .map((queueId) => ({ field: 'rules', rule: `no rule leads to the queue ${queueId}` }));
}

function gateFaults({ gates, exams }: RoutingSettings): Fault[] {
  return Object.entries(gates).flatMap(([queueId, gate]) =>
    (gate.exams ?? []).flatMap((exam, at) =>
      exams.includes(exam) ? [] : [{ field: `gates.${queueId}.exams.${at}`, rule: 'is not among the exams' }],
    ),
  );
}

function weightFaults({ priority: { urgency, money } }: RoutingSettings): Fault[] {
  const falls = [
    ['high', urgency.high > urgency.urgent],
    ['normal', urgency.normal > urgency.high],
    ['low', urgency.low > urgency.normal],
  ] as const;
  return [
    ...intentFaults(money.intents, 'priority.money.intents'),
    ...falls
      .filter(([, higher]) => higher)
      .map(([priority]) => ({
        field: `priority.urgency.${priority}`,
        rule: 'must not be above the more urgent one',
      })),
  ];
}

function intentFaults(intents: readonly string[], path: string): Fault[] {
  return intents.flatMap((id, at) =>
    isNode(id) ? [] : [{ field: `${path}.${at}`, rule: `${id} is no intent of the taxonomy` }],
  );
}
