import { writeFileSync } from 'node:fs';
import { stderr, stdout } from 'node:process';
import * as z from 'zod/mini';
import { loadOf } from '../../functions/domain/staffing/erlang.ts';
import { meanHandling, type Need, needsOf } from '../../functions/domain/staffing/requirements.ts';
import { rosterOf } from '../../functions/domain/staffing/roster.ts';
import { said, seatPlan } from '../../functions/domain/staffing/seat-plan.ts';
import { shippedRoster } from '../../functions/domain/staffing/shipped-plan.ts';
import { shownAt } from '../../functions/domain/zone.ts';
import { phase } from '../../local/progress.ts';
import { Forecast, NotEnough } from '../../schemas/forecast.ts';
import { DaysAhead } from '../../schemas/planning.ts';
import { Requirements, type Roster, RosterPlan, StaffingPlan } from '../../schemas/roster.ts';
import { factorOf, playedNeeds } from '../../functions/simulation/corrected-plan.ts';
import { command, CommandError, UsageError } from './command.ts';
import { correctedDays, correctionInWords } from './corrected.ts';
import { mustBeWritable } from './files.ts';
import { json as readAsJson, parsed, readInput, readJson } from './input.ts';
import { notEnough, platformStaffing } from './platform.ts';
import { blocks, svgOf } from './plot.ts';
import { loadScenario, ScenarioOptions } from './scenario-options.ts';
import { percent } from './words.ts';

const { handling: _handling, ...seatShape } = StaffingPlan.shape;
const Options = z.strictObject({
  ...z.partial(z.strictObject(seatShape)).shape,
  handlingSeconds: z.optional(StaffingPlan.shape.handling.def.element.shape.seconds),
  outsourceShare: z.optional(RosterPlan.shape.outsourceShare),
  plan: z.optional(z.string()),
  api: z.optional(z.string()),
  token: z.optional(z.string()),
  days: z.optional(DaysAhead),
  simulate: z._default(z.boolean(), false),
  scenario: z.optional(z.string()),
  seed: ScenarioOptions.shape.seed,
  threads: ScenarioOptions.shape.threads,
  svg: z.optional(z.string()),
  json: z._default(z.boolean(), false),
});

const PlanFile = z.strictObject({
  seats: z.optional(z.partial(StaffingPlan)),
  roster: z.optional(z.partial(RosterPlan)),
});
const Input = z.discriminatedUnion(
  'kind',
  [Forecast, NotEnough, Requirements],
  'must be what kefu forecast --json prints, or requirements',
);

/** Who has to be there, and when. */
export const staff = command({
  name: 'staff',
  summary: 'seats for every interval of a forecast, and a roster that covers them',
  about: `Reads what kefu forecast --json prints, from a file or standard input, counts the seats each interval needs (Erlang C, or Erlang A with
patience) and proposes shifts of least cost. It reads requirements of your own as well:
{"kind": "requirements", "timeZone": …, "intervalMinutes": 30, "intervals": [{"from": …, "agents": 12}, …]}.
With --api it asks a platform of yours: its forecast, and the handling times, patience and concurrency that it has measured.
Ends with 1 when no roster keeps every limit, and says which is in the way.`,
  options: {
    'handling-seconds': { value: 'N', says: 'an agent is busy with one conversation            [360]' },
    'target-seconds': { value: 'N', says: 'until which a conversation must be answered       [180]' },
    'service-level': { value: 'N', says: 'share answered within the target                  [0.95]' },
    'patience-seconds': { value: 'N', says: 'customers wait before they give up, on average' },
    'max-occupancy': { value: 'N', says: 'share of their time that agents may be busy' },
    concurrency: { value: 'N', says: 'conversations an agent holds at the same time     [1]' },
    shrinkage: { value: 'N', says: 'share of paid time on breaks, in training, absent [0.3]' },
    'bot-share': { value: 'N', says: 'share that the bot settles before people          [0]' },
    'plan-for': { value: 'WHAT', says: 'mean, or the upper end of within50, within80, within95 [mean]' },
    'outsource-share': { value: 'N', says: 'most of the hours that are outsourced, 0.3 to 0.6 [0.45]' },
    plan: {
      value: 'FILE',
      says: 'JSON {seats?, roster?}: handling times by intent, kinds of shifts, limits',
    },
    api: { value: 'URL', says: 'ask a platform of yours, by its own counts: no file' },
    token: { value: 'TOKEN', says: 'ID token of a lead, for --api                     [KEFU_TOKEN]' },
    days: { value: 'N', says: 'days ahead, for --api                                 [7]' },
    simulate: { says: 'plays the days and corrects the seats for skills, tiers and several chats at once' },
    scenario: { value: 'FILE', says: 'JSON as kefu simulate reads it: the team, what people write about' },
    seed: { value: 'N', says: 'another draw of the chances of --simulate             [1]' },
    threads: { value: 'N', says: 'threads of --simulate                                 [2]' },
    svg: { value: 'FILE', says: 'writes a plot of need and cover' },
    json: { says: 'one line of JSON, and nothing else' },
  },
  file: 'forecast.json',
  examples: [
    'forecast.json --target-seconds 15 --concurrency 3 --svg roster.svg',
    'forecast.json --plan plan.json --json',
    'forecast.json --simulate --scenario my-desk.json --target-seconds 60',
    '< requirements.json',
    '--api https://abc123.execute-api.eu-central-1.amazonaws.com --simulate',
  ],
  Shape: Options,
  async run({ json, svg, plan: planFile, api, token, days: ahead, simulate, scenario, ...options }, file) {
    const { seed, threads, outsourceShare, ...seatOptions } = options;
    if (ahead !== undefined && api === undefined)
      throw new UsageError('--days: is of --api; a file has its own');
    if (file !== undefined && api !== undefined) throw new UsageError('--api: takes no file');
    if (svg !== undefined) mustBeWritable('--svg', svg);
    const counted = api === undefined ? undefined : await platformStaffing({ api, token }, { days: ahead });
    for (const note of json ? [] : (counted?.notes ?? [])) stderr.write(`note: ${note}\n`);
    const input = counted?.forecast ?? inputFrom(file);
    const fromFile = planFile === undefined ? {} : readJson(PlanFile, planFile);
    const seats = seatPlan(seatOptions, { ...counted?.plan, ...fromFile.seats });
    const plan = rosterPlan(outsourceShare, fromFile.roster);
    const needs = input.kind === 'forecast' ? needsOf(input, seats) : undefined;
    if (simulate && input.kind === 'requirements')
      throw new UsageError(
        '--simulate: requirements say no customers; it plays what kefu forecast --json prints',
      );
    const play = async () =>
      simulate && needs && input.kind === 'forecast'
        ? correctedDays(needs, {
            forecast: input,
            scenario: loadScenario(scenario, { seed }, []),
            plan: seats,
            threads,
          })
        : undefined;
    const days =
      json || !simulate ? await play() : await phase('days played until they keep the promise', play);
    const played = needs && days && playedNeeds(needs, days, seats);
    const requirements: Requirements =
      input.kind === 'requirements'
        ? input
        : {
            kind: 'requirements',
            timeZone: input.timeZone,
            intervalMinutes: input.intervalMinutes,
            intervals: played
              ? played.map(({ from, played: { agents } }) => ({ from, agents }))
              : (needs ?? []).map(({ from, agents }) => ({ from, agents })),
          };
    const make = async () => {
      // 3.5 MB that no other command needs.
      const { highsSolver } = await import('../../functions/runtime/highs.ts');
      return rosterOf(requirements, plan, await highsSolver());
    };
    const roster = json ? await make() : await phase('roster of least cost', make);
    if (json)
      stdout.write(
        `${JSON.stringify({ ...(needs && { needs: played ?? needs }), ...(days && { factor: factorOf(days) }), roster })}\n`,
      );
    if (roster.kind === 'no-roster')
      throw new CommandError(`no roster keeps every limit:\n  ${roster.reasons.join('\n  ')}`);
    if (!json && days) stdout.write(`${correctionInWords(days, seats)}\n\n`);
    if (!json) stdout.write(report(roster, requirements, needs, seats));
    if (svg !== undefined) writeFileSync(svg, plotOf(roster, requirements));
  },
});

function inputFrom(file: string | undefined): Forecast | Requirements {
  const where = file ?? 'standard input';
  const input = parsed(Input, readAsJson(readInput(file), where), where);
  if (input.kind === 'not-enough-data') throw notEnough(input);
  return input;
}

/** What ships, then the file, then the option: the later wins. */
function rosterPlan(outsourceShare: number | undefined, fromFile: object = {}): RosterPlan {
  return parsed(RosterPlan, { ...shippedRoster, ...fromFile, ...said({ outsourceShare }) }, 'plan');
}

function report(
  roster: Roster,
  requirements: Requirements,
  needs: readonly Need[] | undefined,
  plan: StaffingPlan,
): string {
  const { cost, hours, outsourceShare, partTimeShare, people } = roster;
  return [
    ...(needs ? [needsInWords(needs, requirements, plan), ''] : []),
    shiftTable(roster, requirements),
    '',
    `cost ${cost.toFixed(1)} for ${hours.toFixed(1)} hours; ${percent(outsourceShare)} outsourced, ${percent(partTimeShare)} part-time`,
    `people, at five days a week: ${Object.entries(people)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ')}`,
    '',
    coverInWords(roster, requirements),
    '',
  ].join('\n');
}

function needsInWords(
  needs: readonly Need[],
  { intervalMinutes, timeZone }: Requirements,
  plan: StaffingPlan,
): string {
  const peak = needs.reduce((a, b) => (b.agents > a.agents ? b : a));
  const handlingSeconds = meanHandling(plan.handling);
  const load = loadOf({ arrivalsPerHour: (peak.conversations * 60) / intervalMinutes, handlingSeconds });
  return (
    `most at ${shown(peak.from, timeZone)}: ${peak.conversations.toFixed(1)} conversations in ${intervalMinutes} min, ${load.toFixed(1)} erlang, ` +
    `${peak.seats} seats (${percent(peak.serviceLevel)} within ${plan.targetSeconds} s, ${percent(peak.occupancy)} busy), ${peak.agents} people on the roster`
  );
}

function shiftTable({ shifts }: Roster, { timeZone }: Requirements): string {
  const days = Map.groupBy(shifts, ({ date }) => date);
  const rows = [...days].flatMap(([date, all]) =>
    all.map(
      ({ name, start, end, people }, at) =>
        `${(at === 0 ? date : '').padEnd(12)}${shown(start, timeZone).slice(11)} to ${shown(end, timeZone).slice(11)}  ${String(people).padStart(6)}  ${name}`,
    ),
  );
  return ['date        shift           people  kind', ...rows].join('\n');
}

/** Need and cover by the day, in blocks: an hour each, its busiest interval. */
function coverInWords({ cover }: Roster, { timeZone }: Requirements): string {
  const greatest = Math.max(...cover.flatMap(({ needed, covered }) => [needed, covered]));
  const days = Map.groupBy(cover, ({ from }) => shown(from, timeZone).slice(0, 10));
  return [...days]
    .flatMap(([date, intervals]) => {
      const hours = [...Map.groupBy(intervals, ({ from }) => shown(from, timeZone).slice(11, 13)).values()];
      const line = (of: 'needed' | 'covered') =>
        blocks(
          hours.map((all) => Math.max(...all.map((it) => it[of]))),
          greatest,
        );
      const spare = intervals.reduce((sum, it) => sum + it.covered - it.needed, 0);
      const needed = intervals.reduce((sum, it) => sum + it.needed, 0);
      const over = needed > 0 ? `${spare >= 0 ? '+' : ''}${((spare / needed) * 100).toFixed(0)} %` : '';
      return [`${date}  needed   ${line('needed')}`, `            covered  ${line('covered')}  ${over}`];
    })
    .join('\n');
}

function plotOf({ cover }: Roster, { timeZone, intervalMinutes }: Requirements): string {
  const dates = cover.map(({ from }) => shown(from, timeZone).slice(0, 10));
  return svgOf({
    title: `People needed and on the roster, by ${intervalMinutes} minutes, ${timeZone}`,
    labels: dates.flatMap((text, at) => (text === dates[at - 1] ? [] : [{ at, text }])),
    marks: [
      {
        name: 'covered',
        colour: '#a9cbe8',
        high: cover.map(({ covered }) => covered),
        low: cover.map(() => 0),
        steps: true,
      },
      { name: 'needed', colour: '#0b3c6f', high: cover.map(({ needed }) => needed), steps: true },
    ],
  });
}

function shown(moment: string, timeZone: string): string {
  return new Date(shownAt(timeZone, Date.parse(moment))).toISOString().slice(0, 16).replace('T', ' ');
}
