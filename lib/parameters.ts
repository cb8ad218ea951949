import { type CfnParameterProps, CfnRule, Fn, type ICfnRuleConditionExpression } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { SURE } from '../functions/domain/knowledge/coefficients.ts';
import { Published } from '../schemas/environment.ts';
import { DailyFormat } from '../schemas/export.ts';
import { Priority } from '../schemas/ticket-facts.ts';
import { budgetPlan } from './budget-parameters.ts';
import { planCapacity, planSeats, POLLERS } from './capacity-parameters.ts';
import { defaultPolicy } from './default-policy.ts';
import { parameter, refuseUnknown } from './shared/parameter.ts';

/** Seconds, whole numbers, up to 30 days. */
const SECONDS = { type: 'Number', minValue: 1, maxValue: 2_592_000 };

type PerPriority = { [P in Priority]: number };

/** Everything an operator tunes without touching code: `cdk deploy --parameters KefuService:<name>=<value>`. */
export class Parameters extends Construct {
  readonly logRetentionDays = this.number('LogRetentionDays', 'Days that logs are kept', {
    default: '30',
    allowedValues: ['1', '3', '5', '7', '14', '30', '60', '90', '180', '365', '731', '1827'],
  });
  readonly apiRate = this.number('ApiRateLimit', 'Requests a second the HTTP API admits', {
    default: 500,
    minValue: 1,
  });
  readonly apiBurst = this.number('ApiBurstLimit', 'Requests the HTTP API admits at once', {
    default: 1000,
    minValue: 1,
  });
  readonly socketRate = this.number('SocketRateLimit', 'Messages a second the WebSocket API admits', {
    default: 1000,
    minValue: 1,
  });
  readonly socketBurst = this.number('SocketBurstLimit', 'Messages the WebSocket API admits at once', {
    default: 2000,
    minValue: 1,
  });
  readonly typingRate = this.number('TypingRateLimit', 'Signs of typing a second; more are dropped', {
    default: 200,
    minValue: 1,
  });
  readonly waitAlarm = this.number(
    'WaitAlarmSeconds',
    'Seconds that somebody waits for a person, three minutes on end, until the alarm',
    { default: 300, minValue: 1, maxValue: 86_400 },
  );
  readonly corsOrigins = parameter(this.stack, 'CorsOrigins', {
    type: 'CommaDelimitedList',
    default: '*',
    description: 'Web origins that may call the API, separated by commas',
  }).valueAsList;

  readonly published = this.text(
    'PublishedEvents',
    'Which events of tickets go on the event bus: those this stack subscribes to, or every one, for listeners of your own',
    { default: 'subscribed', allowedValues: Published.options },
  );

  readonly exportFormat = this.text(
    'ExportFormat',
    'What the tickets, messages and events of yesterday, and once more a week later, are exported as every night; none: only on demand',
    { default: 'none', allowedValues: DailyFormat.options },
  );
  readonly exportDays = this.number('ExportDays', 'Days that exported files are kept', {
    default: 30,
    minValue: 1,
    maxValue: 3650,
  });

  /** Clock of the peak windows, and of the hours and days that insights count. */
  readonly timeZone = this.text(
    'TimeZone',
    'Time zone of the business: of the peak windows and of insights, as in the IANA database',
    {
      default: 'Asia/Shanghai',
      allowedPattern: '^[A-Za-z_]+(/[A-Za-z_+-]+[0-9]*){0,2}$',
    },
  );

  /** What a month may cost, as `rollup` and `insights` read it. */
  readonly budget = budgetPlan(this.stack);
  readonly reviewAbove = this.number(
    'ReviewAbove',
    'Share of bad reviews among ratings, and of repeated complaints among complaints, above which a quality review is opened',
    { default: 0.15, minValue: 0.01, maxValue: 0.99 },
  );

  readonly pollersOffPeak = this.number(
    'OffPeakPollers',
    'Most batches of each work queue at the same time, off peak',
    { default: 10, ...POLLERS },
  );

  readonly oidcIssuer = this.text(
    'OidcIssuer',
    'Issuer of your own sign-in; empty: a Cognito user pool is made',
    {
      default: '',
      allowedPattern: '^(https://[^ ]+)?$',
    },
  );
  readonly oidcAudience = this.text('OidcAudience', 'Client id that your issuer puts into tokens', {
    default: '',
  });
  readonly oidcJwksUri = this.text('OidcJwksUri', 'Where your issuer publishes its keys', {
    default: '',
    allowedPattern: '^(https://[^ ]+)?$',
  });
  readonly oidcRolesClaim = this.text('OidcRolesClaim', 'Claim that lists a member’s roles', {
    default: 'cognito:groups',
  });

  /** What `classification` reads: from where on the bot is sure, by profile. */
  readonly botSureFrom = Fn.sub(
    JSON.stringify({
      peak: this.sureness('PeakBotSureFrom', 'in peak; lower answers more, and more of it wrongly'),
      'off-peak': this.sureness('BotSureFrom', 'off peak'),
    }).replace(/"(\$\{\w+\})"/g, '$1'),
  );

  /** `language-model.ts` puts these into the function's settings by name. */
  readonly botWriter = this.text(
    'BotWriter',
    'What a language model on Bedrock does for the bot; off: nothing is allowed, called or billed',
    { default: 'off', allowedValues: ['off', 'answers', 'intents', 'both'] },
  );
  readonly botWriterModelId = this.text('BotWriterModelId', 'Model that is invoked in this Region', {
    default: 'amazon.nova-lite-v1:0',
    allowedPattern: '^[a-z0-9-]+[.][a-zA-Z0-9.:-]+$',
  });
  readonly botWriterModelArns = parameter(this.stack, 'BotWriterModelArns', {
    type: 'CommaDelimitedList',
    default: '',
    allowedPattern: '^(arn:[a-zA-Z0-9./:-]+)?$',
    description:
      'Instead of BotWriterModelId: an inference profile, and after it its model in every Region it routes to',
  }).valueAsList;
  readonly botWriterCallsPerHour = this.number(
    'BotWriterCallsPerHour',
    'Calls of the model an hour at most',
    {
      default: 600,
      minValue: 1,
      maxValue: 1_000_000,
    },
  );
  readonly botWriterTimeout = this.number(
    'BotWriterTimeoutMs',
    'Milliseconds the model may take before the bot answers without it',
    { default: 2500, minValue: 500, maxValue: 5000 },
  );

  /** The promises as the functions read them: JSON with every parameter's value in its place. */
  readonly slaPolicy = Fn.sub(
    JSON.stringify({
      reached: this.perPriority('Reached', 'until a person has taken over', defaultPolicy.reached),
      firstReply: this.perPriority(
        'FirstReply',
        'until a person first writes, from the wish for one',
        defaultPolicy.firstReply,
      ),
      nextReply: this.perPriority('NextReply', 'until a person answers a message', defaultPolicy.nextReply),
      resolution: this.perPriority('Resolution', 'until the matter is settled', defaultPolicy.resolution),
      warnShare: this.placeholder('SlaWarnShare', 'Share of a target after which people are warned', {
        type: 'Number',
        default: defaultPolicy.warnShare,
        minValue: 0.1,
        maxValue: 0.95,
      }),
      rung: this.perPriority(
        'Rung',
        'from one rung of the escalation ladder to the next',
        defaultPolicy.rung,
      ),
      offer: this.perPriority('Offer', 'that an offer waits for the agent to accept', defaultPolicy.offer),
      bot: this.placeholder('BotSeconds', 'Seconds the bot may take before a person is asked', {
        ...SECONDS,
        default: defaultPolicy.bot,
      }),
      silence: this.placeholder(
        'SilenceSeconds',
        'Seconds of silence after which an answered customer counts as helped',
        {
          ...SECONDS,
          default: defaultPolicy.silence,
        },
      ),
      autoClose: this.placeholder(
        'AutoCloseSeconds',
        'Seconds from resolution to closing when nobody rates',
        {
          ...SECONDS,
          default: defaultPolicy.autoClose,
        },
      ),
    }).replace(/"(\$\{\w+\})"/g, '$1'),
  );

  constructor(scope: Construct, id: string) {
    super(scope, id);
    planCapacity(this.stack);
    planSeats(this.stack);
    refuseUnknown(this.stack);
    new CfnRule(this.stack, 'OwnIssuer', {
      ruleCondition: isGiven(this.oidcIssuer),
      assertions: [
        {
          assert: isGiven(this.oidcAudience),
          assertDescription: 'OidcIssuer needs OidcAudience: the client id in its tokens',
        },
        {
          assert: isGiven(this.oidcJwksUri),
          assertDescription: 'OidcIssuer needs OidcJwksUri: where its keys are',
        },
      ],
    });
  }

  private get stack(): Construct {
    return this.node.scope ?? this;
  }

  private perPriority(target: string, until: string, defaults: PerPriority): Record<Priority, string> {
    const entries = Priority.options.map((priority) => {
      const id = `${priority.charAt(0).toUpperCase()}${priority.slice(1)}${target}Seconds`;
      const description = `${priority} tickets: seconds ${until}`;
      return [
        priority,
        this.placeholder(id, description, { ...SECONDS, default: defaults[priority] }),
      ] as const;
    });
    return Object.fromEntries(entries) as Record<Priority, string>;
  }

  private placeholder(id: string, description: string, props: CfnParameterProps): string {
    parameter(this.stack, id, { description, ...props });
    return `\${${id}}`;
  }

  private number(id: string, description: string, props: CfnParameterProps): number {
    return parameter(this.stack, id, { type: 'Number', description, ...props }).valueAsNumber;
  }

  private text(id: string, description: string, props: CfnParameterProps): string {
    return parameter(this.stack, id, { type: 'String', description, ...props }).valueAsString;
  }

  private sureness(id: string, when: string): string {
    return this.placeholder(
      id,
      `How likely the right article must be for the bot to answer with it, ${when}`,
      {
        type: 'Number',
        default: SURE,
        minValue: 0.3,
        maxValue: 0.99,
      },
    );
  }
}

function isGiven(parameter: string): ICfnRuleConditionExpression {
  return Fn.conditionNot(Fn.conditionEquals(parameter, ''));
}
