import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { BotEnvironment, ClassificationEnvironment, PolicyEnvironment } from '../schemas/environment.ts';
import { reactions } from '../schemas/work-queues.ts';
import { Capacity } from './capacity.ts';
import { Dashboard } from './dashboard.ts';
import type { DataStack } from './data-stack.ts';
import { Reaction, TicketEvents } from './event-bus.ts';
import { Exports } from './exports.ts';
import { HttpApi } from './http-api.ts';
import { Insights } from './insights.ts';
import { LanguageModel } from './language-model.ts';
import { Parameters } from './parameters.ts';
import { PlanCheck } from './plan-check.ts';
import { planningFunctions, Simulations } from './planning.ts';
import { Live } from './live.ts';
import { Relay } from './relay.ts';
import { AlarmTopic, budgetAlarm, reviewAlarm, riskFilterAlarm, waitAlarm } from './shared/alarms.ts';
import { ServiceFunction, type ServiceFunctionProps } from './shared/service-function.ts';
import { WorkQueue } from './shared/work-queue.ts';
import { SignIn } from './sign-in.ts';
import { SocketApi } from './socket-api.ts';
import { Timers } from './timers.ts';

export interface ServiceStackProps extends StackProps {
  readonly data: DataStack;
}

/** Everything that works: functions, APIs, queues, timers, schedules. It holds no tickets and may be replaced; its user pool is kept. */
export class ServiceStack extends Stack {
  readonly parameters: Parameters;

  constructor(scope: Construct, id: string, { data, ...props }: ServiceStackProps) {
    super(scope, id, { description: 'Kefu: APIs, functions, queues and schedules', ...props });
    const { tickets, desk, knowledge, insights, secrets } = data;
    const parameters = new Parameters(this, 'Parameters');
    this.parameters = parameters;
    const pollers = parameters.pollersOffPeak;
    const make = (id: string, props: Omit<ServiceFunctionProps, 'logRetentionDays'>) =>
      new ServiceFunction(this, id, { logRetentionDays: parameters.logRetentionDays, ...props });

    const sessions = make('Sessions', { name: 'sessions', description: 'Customers become known' });
    const intake = make('Intake', {
      name: 'intake',
      description: 'What customers say over HTTPS',
      hot: true,
    });
    const deskFunction = make('DeskApi', { name: 'desk', description: 'What agents and leads do' });
    const knowledgeFunction = make('KnowledgeApi', {
      name: 'knowledge',
      description: 'What editors do',
      // A whole processor: writing an article makes the whole knowledge base ready to be searched.
      memorySize: 1769,
      timeout: Duration.seconds(29),
    });
    const safety = make('SafetyApi', { name: 'safety', description: 'What reviewers do' });
    const settings = make('SettingsApi', { name: 'settings', description: 'What supervisors set' });
    const contracts = make('Contracts', { name: 'contracts', description: 'Contracts, and unknown routes' });
    const authorizer = make('Authorizer', { name: 'authorizer', description: 'Who opens a socket' });
    const socket = make('Socket', { name: 'socket', description: 'What comes over sockets', hot: true });
    const signals = make('Signals', { name: 'signals', description: 'Who has read, who is writing' });
    const classification = make('Classification', {
      name: 'classification',
      description: 'Understands messages; the bot',
      memorySize: 1024,
    });
    const assignment = make('Assignment', {
      name: 'assignment',
      description: 'Brings tickets and seats together',
    });
    const escalation = make('Escalation', {
      name: 'escalation',
      description: 'Fires timers',
      timeout: Duration.seconds(6),
    });
    const sweep = make('Sweep', {
      name: 'sweep',
      description: 'Every minute: timers, absent agents, counts',
      timeout: Duration.seconds(50),
    });
    const survey = make('Survey', { name: 'survey', description: 'Offers surveys' });
    const questions = make('Questions', {
      name: 'questions',
      description: 'Collects what the bot could not answer',
    });
    const live = make('LiveReader', {
      name: 'live',
      description: 'Pushes to sockets, and counts how turns are answered',
      timeout: Duration.seconds(30),
    });
    const replies = make('Replies', { name: 'replies', description: 'Counts turns that were left' });
    const delivery = make('Delivery', { name: 'delivery', description: 'Pushes what was left' });
    const standby = make('Standby', { name: 'standby', description: 'Calls the standby pool in' });
    const relay = make('Relay', {
      name: 'relay',
      description: 'Hands on what was saved',
      timeout: Duration.seconds(30),
    });
    const capacity = make('Capacity', {
      name: 'capacity',
      description: 'Keeps the capacity that belongs to the moment',
      timeout: Duration.seconds(60),
    });
    const facts = make('Facts', { name: 'facts', description: 'Keeps what histories say in figures' });
    const rollUp = make('RollUp', {
      name: 'rollup',
      description: 'Adds up what is known of tickets',
      // A whole processor: the facts of an hour of a peak are tens of thousands.
      memorySize: 1769,
      timeout: Duration.seconds(280),
    });
    const insightsFunction = make('InsightsApi', {
      name: 'insights',
      description: 'What leads learn from all tickets',
      memorySize: 1769,
      timeout: Duration.seconds(29),
    });

    const { planning, roster, simulation } = planningFunctions(make);
    const exports = new Exports(this, 'Exports', { parameters, tickets, insights, make });

    const plan = make('Plan', { name: 'plan', description: 'Refuses capacity plans that cannot be' });
    new PlanCheck(this, 'PlanCheck', { worker: plan });

    const signIn = new SignIn(this, 'SignIn', parameters);
    const events = new TicketEvents(this, 'Events');
    const sockets = new SocketApi(this, 'SocketApi', {
      parameters,
      authorizer,
      worker: socket,
      signals,
    });
    new HttpApi(this, 'HttpApi', {
      parameters,
      functions: {
        sessions,
        intake,
        desk: deskFunction,
        knowledge: knowledgeFunction,
        safety,
        settings,
        insights: insightsFunction,
        planning,
        roster,
        exports: exports.api,
      },
      fallback: contracts,
    });

    const timers = new Timers(this, 'Timers', { worker: escalation, sweeper: sweep, pollers });
    const messages = new WorkQueue(this, 'Messages', { worker: classification, pollers });
    const seating = new Reaction(this, 'Seating', {
      worker: assignment,
      pollers,
      events,
      to: reactions.seating,
    });
    const surveys = new Reaction(this, 'Surveys', {
      worker: survey,
      pollers,
      events,
      to: reactions.surveys,
    });
    const collected = new Reaction(this, 'Collected', {
      worker: questions,
      pollers,
      events,
      to: reactions.collected,
    });
    const pushes = new WorkQueue(this, 'Pushes', { worker: delivery, pollers });
    const turns = new WorkQueue(this, 'Turns', { worker: replies, pollers });
    const reserve = new Reaction(this, 'Reserve', {
      worker: standby,
      pollers,
      events,
      to: reactions.reserve,
    });
    const figures = new Reaction(this, 'Figures', {
      worker: facts,
      pollers,
      events,
      to: reactions.figures,
    });
    new Insights(this, 'Insights', {
      table: insights,
      timeZone: parameters.timeZone,
      budget: parameters.budget,
      reviewAbove: parameters.reviewAbove,
      rollUp,
      api: insightsFunction,
      planners: [planning, roster, simulation],
    });
    new Simulations(this, 'Simulations', { worker: simulation, api: planning, table: insights, parameters });
    new Relay(this, 'RelayStream', { worker: relay, tickets, published: parameters.published });
    new Live(this, 'LiveStream', { worker: live, tickets, queues: { pushes, turns } });
    new Capacity(this, 'CapacityPlan', {
      worker: capacity,
      queues: [timers, messages, seating, surveys, collected, turns, pushes, reserve, figures],
      hotFunctions: [intake, socket],
    });

    const deciding = [
      intake,
      deskFunction,
      safety,
      socket,
      classification,
      assignment,
      escalation,
      survey,
      sweep,
    ];
    for (const { worker } of deciding) {
      tickets.grantDecide(worker);
      // A decision may free or take an agent's seat: the same transaction.
      desk.grant(worker, 'UpdateItem');
      promise(worker, parameters);
    }
    // The promises in force are settings.
    for (const { worker } of [socket, classification, escalation, survey, sweep]) desk.grant(worker, 'Query');
    desk.grant(settings.worker, 'GetItem', 'Query', 'PutItem');
    promise(settings.worker, parameters);
    for (const { worker } of [live, replies]) {
      desk.grant(worker, 'GetItem', 'Query', 'UpdateItem');
      promise(worker, parameters);
    }
    for (const { worker } of [intake, socket, classification, deskFunction, assignment])
      tickets.grantList(worker, 'byCustomer');
    const sureness: keyof BotEnvironment = 'BOT_SURE_FROM';
    classification.worker.addEnvironment(sureness, parameters.botSureFrom);
    desk.grant(classification.worker, 'GetItem');
    tickets.grantFind(intake.worker, 'byWork');
    desk.grant(intake.worker, 'GetItem', 'Query');
    for (const { worker } of [intake, socket, deskFunction]) {
      knowledge.grantArtefacts(worker);
      // What the filter did is remembered.
      desk.grant(worker, 'PutItem');
    }
    desk.grant(safety.worker, 'GetItem', 'PutItem', 'Query');
    knowledge.grantArtefacts(safety.worker, 'publish');
    desk.grant(sessions.worker, 'GetItem', 'PutItem');
    secrets.grantRead(sessions.worker);
    desk.grant(socket.worker, 'GetItem', 'DeleteItem');
    desk.grant(authorizer.worker, 'GetItem');
    tickets.grantList(deskFunction.worker, 'byWork');
    desk.grant(deskFunction.worker, 'GetItem', 'Query');
    tickets.grantList(assignment.worker, 'byWork');
    desk.grant(assignment.worker, 'GetItem', 'Query');
    knowledge.grantEdit(knowledgeFunction.worker);
    knowledge.grantRead(classification.worker);
    knowledge.grantCollect(questions.worker);
    tickets.grantRead(questions.worker);
    tickets.grantFind(sweep.worker, 'byDue');
    desk.grant(sweep.worker, 'GetItem', 'PutItem');
    // How many seats are taken.
    insights.grant(sweep.worker, 'PutItem');
    for (const { worker } of [live, delivery]) {
      tickets.grantRead(worker);
      tickets.grantList(worker, 'byWork');
      desk.grant(worker, 'GetItem', 'Query', 'DeleteItem');
    }
    tickets.grantRead(signals.worker);
    desk.grant(signals.worker, 'Query', 'UpdateItem', 'DeleteItem');
    desk.grant(standby.worker, 'UpdateItem');
    tickets.grantRead(facts.worker);
    desk.grant(facts.worker, 'GetItem', 'Query');
    insights.grant(facts.worker, 'PutItem', 'UpdateItem');
    desk.grant(capacity.worker, 'GetItem', 'PutItem', 'UpdateItem');
    tickets.grantList(capacity.worker, 'byWork');
    events.grantPublish(capacity.worker);
    // It tells of topics that burst.
    events.grantPublish(rollUp.worker);
    for (const { worker } of [live, delivery, signals]) sockets.grantPush(worker);
    for (const { worker } of [
      deskFunction,
      knowledgeFunction,
      safety,
      settings,
      insightsFunction,
      planning,
      roster,
      exports.api,
      authorizer,
    ])
      signIn.inform(worker);

    events.grantPublish(relay.worker);
    timers.grantSend(relay.worker);
    const name: keyof ClassificationEnvironment = 'CLASSIFICATION_QUEUE_URL';
    relay.worker.addEnvironment(name, messages.queue.queueUrl);
    messages.queue.grant(relay.worker, 'sqs:SendMessage');

    new LanguageModel(this, 'LanguageModel', { parameters, worker: classification });

    new Dashboard(this, 'Dashboard', {
      functions: { intake, socket, classification, assignment, live, relay, timers: escalation },
      queues: { timers, messages, seating, pushes },
    });
    riskFilterAlarm(this);
    waitAlarm(this, parameters.waitAlarm);
    for (const level of ['warning', 'critical'] as const) budgetAlarm(this, level);
    reviewAlarm(this);

    // Last, so that it hears of every alarm above.
    new AlarmTopic(this, 'Alarms');
  }
}

/** Tells a function what this installation promises. */
function promise(worker: LambdaFunction, { slaPolicy }: Parameters): void {
  const name: keyof PolicyEnvironment = 'SLA_POLICY';
  worker.addEnvironment(name, slaPolicy);
}
