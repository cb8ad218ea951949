import type { TicketEvent } from '../../schemas/events.ts';
import type { DailyFormat, ExportWork } from '../../schemas/export.ts';
import type { ShippedSeconds, SlaSettings } from '../../schemas/sla.ts';
import type { SimulationRequest } from '../../schemas/simulation.ts';
import type { Timer } from '../../schemas/timer.ts';
import type { ClassificationRequest } from '../../schemas/work.ts';
import { hiddenSeconds, type ReactionName } from '../../schemas/work-queues.ts';
import { SURE } from '../domain/knowledge/coefficients.ts';
import { delayOf } from '../domain/timer-plan.ts';
import { classify } from '../use-cases/classify.ts';
import { keptEpoch } from '../use-cases/epoch.ts';
import { exportWork } from '../use-cases/export-work.ts';
import { hotIncident, hotPolicy, hotRouting } from '../use-cases/hot-settings.ts';
import type { Platform } from '../use-cases/platform.ts';
import { handOnAbsent } from '../use-cases/presence.ts';
import { hotReader } from '../use-cases/reader.ts';
import { eventsIn, relay, type Written } from '../use-cases/relay.ts';
import { live } from '../use-cases/live.ts';
import { addUpReplies } from '../use-cases/count-replies.ts';
import { keepLoad, rollUpLoads } from '../use-cases/loads.ts';
import { watchQuality } from '../use-cases/quality-reviews.ts';
import { rollUp } from '../use-cases/roll-up.ts';
import { screening } from '../use-cases/screening.ts';
import { playSimulation } from '../use-cases/simulations.ts';
import { sweep, timerDue } from '../use-cases/timers.ts';
import { watchBursts } from '../use-cases/watch-bursts.ts';
import { memoryAgents } from './agents.ts';
import { memoryArtefacts } from './artefacts.ts';
import { memoryBus } from './bus.ts';
import type { Clock } from './clock.ts';
import { counted } from './counted.ts';
import { memoryDecisions } from './decisions.ts';
import {
  memoryCapacity,
  memoryConnections,
  memoryCursors,
  memorySessions,
  memorySettings,
  memorySweeps,
} from './desk-rows.ts';
import { memoryExports, memoryFiles } from './exports.ts';
import { attempt, type FaultProfile, Faults } from './faults.ts';
import { memoryInsights } from './insights.ts';
import { memoryLoads } from './loads.ts';
import { memoryArticles, memoryCorrections, memoryQuestions } from './knowledge.ts';
import { seededRandom } from './random.ts';
import { reactions } from './reactions.ts';
import { memoryReplies } from './replies.ts';
import { memoryRisks } from './risks.ts';
import { memorySimulations } from './simulations.ts';
import { MemorySockets } from './sockets.ts';
import { Stream } from './stream.ts';
import { memoryTickets } from './tickets.ts';
import { WorkQueue } from './work-queue.ts';

/** What understands and filters texts: the models that ship, or something lighter in their place. */
export type Models = Pick<Platform, 'shippedRisk' | 'shippedModel' | 'meaningOf'> &
  Partial<Pick<Platform, 'reader' | 'screen' | 'languageModel'>>;

export interface MemorySettings {
  clock: Clock;
  /** Makes chance repeat: who is drawn, and what goes wrong. */
  seed: number;
  /** The promises until somebody saves others. */
  policy: SlaSettings;
  /** The seconds of the stack parameters, which simulations start from; without them orders are not played. */
  shipped?: ShippedSeconds;
  /** What everything numbered belongs to; another one after a restore. @default 0 */
  epoch?: string;
  models: Models;
  /** The clock of the business: whose hours and days are counted. @default Asia/Shanghai */
  timeZone?: string;
  /** What yesterday is exported as. @default none */
  dailyFormat?: DailyFormat;
  /** What goes wrong; nothing, and at no cost, unless given. */
  faults?: FaultProfile;
  log?: Platform['log'];
  /** Counts every call of a store or gateway by its name, such as `tickets.save`; only without faults. */
  calls?: Map<string, number>;
  /** What everybody gets in place of the stores and gateways, such as the same ones with a meter. */
  over?: (platform: Platform) => Platform;
}

/** The whole platform in this process. */
export type MemoryPlatform = ReturnType<typeof memoryPlatform>;

const quiet: Platform['log'] = () => undefined;
const SWEEP_MS = 60_000;
const ROLL_UP_MS = 300_000;
/** As the stack parameter `ReviewAbove` ships. */
const REVIEW_ABOVE = 0.15;

/**
 * Every store and gateway in memory, with every use case behind the queue, stream or schedule that the handlers have on
 * AWS. Nothing runs before `clock` does; `start` begins the schedules.
 */
export function memoryPlatform(wanted: MemorySettings) {
  const {
    clock,
    seed,
    policy: shippedPolicy,
    shipped,
    models,
    faults: profile,
    epoch = '0',
    timeZone = 'Asia/Shanghai',
    dailyFormat = 'none',
    log = quiet,
    calls,
    over = (platform) => platform,
  } = wanted;
  const faults = profile && new Faults({ seed: seed + 1, clock, profile });
  const open = <T extends object>(name: string, part: T): T => {
    if (faults) return faults.over(name, part);
    return calls ? counted(name, part, calls) : part;
  };
  const failed = (error: unknown) => {
    log('warn', 'will be tried again', { error: error instanceof Error ? error.name : String(error) });
  };
  const sockets = new MemorySockets(faults);
  const { agents, seats } = memoryAgents();
  const written = (ticketId: string, rows: readonly Written[]) => {
    for (const stream of streams) stream.append(ticketId, rows);
  };
  const queueOf = <T>(work: (body: T) => Promise<unknown>, visibilitySeconds: number = hiddenSeconds.usual) =>
    new WorkQueue<T>({ clock, work, visibilitySeconds, faults, failed });

  const artefacts = open('artefacts', memoryArtefacts());
  const settings = open('settings', memorySettings());
  const now = () => clock.now();
  const filtering = { ...models, artefacts, now, log };
  const tickets = memoryTickets({ seats, written });
  const files = memoryFiles();
  const gateways: Gateways = {
    sendTimers: async (timers, time) => {
      for (const timer of timers) queues.timers.send(timer, delayOf(timer, time));
    },
    requestClassification: async (requests) => {
      for (const request of requests) queues.messages.send(request);
    },
    requestSimulation: async (request) => queues.simulations.send(request),
    publish: (events) => publish(events),
    tell: async (name, events) => {
      for (const event of events) queues[name].send(event);
    },
    push: sockets.push,
    sendExportWork: async (all, delaySeconds) => {
      for (const work of all) queues.exporting.send(work, delaySeconds);
    },
  };
  const platform = over({
    tickets: open('tickets', tickets),
    agents: open('agents', agents),
    articles: open('articles', memoryArticles()),
    artefacts,
    questions: open('questions', memoryQuestions()),
    corrections: open('corrections', memoryCorrections()),
    risks: open('risks', memoryRisks()),
    replies: open('replies', memoryReplies()),
    sessions: open('sessions', memorySessions()),
    connections: open('connections', memoryConnections()),
    cursors: open('cursors', memoryCursors()),
    settings,
    epoch: keptEpoch({ readEpoch: async () => epoch, now }),
    capacity: open('capacity', memoryCapacity()),
    insights: open('insights', memoryInsights()),
    decisions: open('decisions', memoryDecisions()),
    loads: open('loads', memoryLoads()),
    simulations: open('simulations', memorySimulations()),
    exports: open('exports', memoryExports()),
    files: open('files', files),
    sweeps: open('sweeps', memorySweeps()),
    ...spread(open('gateways', gateways)),
    published: 'subscribed',
    reader: hotReader(filtering),
    screen: screening(filtering),
    ...models,
    log,
    policy: hotPolicy({ settings, shippedPolicy, now, log }),
    routing: hotRouting({ settings, now, log }),
    incident: hotIncident({ settings, now, log }),
    sureFrom: async () => SURE,
    now,
    random: seededRandom(seed),
    pause: (milliseconds) => clock.sleep(milliseconds),
  });

  const reacting = reactions(platform);
  const reactionQueues: Record<ReactionName, WorkQueue<TicketEvent>> = {
    seating: queueOf(reacting.seating),
    surveys: queueOf(reacting.surveys),
    collected: queueOf(reacting.collected),
    turns: queueOf(reacting.turns),
    pushes: queueOf(reacting.pushes),
    reserve: queueOf(reacting.reserve),
    figures: queueOf(reacting.figures),
  };
  const queues = {
    ...reactionQueues,
    timers: queueOf<Timer>(timerDue(platform), hiddenSeconds.timers),
    messages: queueOf<ClassificationRequest>(classify(platform)),
    simulations: queueOf<SimulationRequest>(
      shipped ? playSimulation({ ...platform, shipped, timeZone }) : async () => undefined,
    ),
    exporting: queueOf<ExportWork>(exportWork({ ...platform, timeZone, dailyFormat }), hiddenSeconds.exports),
  };
  const publish = memoryBus(reactionQueues);
  const atOnce = live(platform);
  /** The table's readers. */
  const streams = [relay(platform), (rows: readonly Written[]) => atOnce(eventsIn(rows))].map(
    (work) => new Stream({ clock, work, faults, failed }),
  );

  const addUp = rollUp({ ...platform, timeZone });
  const addLoads = rollUpLoads({ ...platform, timeZone });
  // Nobody outside listens here: bursts and reviews are found in their lists.
  const unheard = async () => undefined;
  const watch = watchBursts({ ...platform, timeZone, announce: unheard });
  const watchReviews = watchQuality({
    ...platform,
    timeZone,
    reviewAbove: REVIEW_ABOVE,
    announceReview: unheard,
  });
  const figuresNow = async () => {
    await addUp();
    await addLoads();
    await watch();
    await watchReviews();
  };
  const sendNear = sweep(platform);
  const handOn = handOnAbsent(platform);
  const noteLoad = keepLoad(platform);
  const addUpTurns = addUpReplies(platform);
  const sweepNow = async () => {
    await sendNear();
    await noteLoad(await handOn());
    await addUpTurns();
  };
  const everyFrom = (time: number, period: number, work: () => Promise<void>): void =>
    clock.at(time, async () => {
      everyFrom(time + period, period, work);
      await attempt(work, { faults, failed });
    });

  return {
    platform,
    timeZone,
    queues,
    streams,
    sockets,
    faults,
    /** Lets go of a closed ticket. */
    archive: tickets.archive,
    files,
    /** Begins the sweep of every minute, and the roll-up of every five. */
    start: () => {
      const begin = clock.now().getTime();
      everyFrom(begin, SWEEP_MS, sweepNow);
      everyFrom(begin, ROLL_UP_MS, figuresNow);
    },
  };
}

/** The functions by name, read once: what reads them each time would have to go through every fault again. */
function spread({
  sendTimers,
  requestClassification,
  requestSimulation,
  publish,
  tell,
  push,
  sendExportWork,
}: Gateways): Gateways {
  return { sendTimers, requestClassification, requestSimulation, publish, tell, push, sendExportWork };
}
type Gateways = Pick<
  Platform,
  | 'sendTimers'
  | 'requestClassification'
  | 'requestSimulation'
  | 'publish'
  | 'tell'
  | 'push'
  | 'sendExportWork'
>;
