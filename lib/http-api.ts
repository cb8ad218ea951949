import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CorsHttpMethod,
  HttpApi as Api,
  HttpMethod,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { apis, type ApiName } from '../schemas/api.ts';
import type { Operation } from '../schemas/operation.ts';
import type { Parameters } from './parameters.ts';
import type { ServiceFunction } from './shared/service-function.ts';

export interface HttpApiProps {
  readonly parameters: Parameters;
  /** The function that answers each contract. */
  readonly functions: Record<ApiName, ServiceFunction>;
  /** Serves the contracts, and answers what nobody else knows. */
  readonly fallback: ServiceFunction;
}

/** One line per request: enough to join it with the functions' logs, and nothing about who asked. */
const accessLog = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    at: '$context.requestTimeEpoch',
    route: '$context.routeKey',
    status: '$context.status',
    milliseconds: '$context.responseLatency',
    error: '$context.error.message',
    integrationError: '$context.integrationErrorMessage',
  }),
);

/** The HTTP API: a route for every operation of every contract, and one answer for all others. */
export class HttpApi extends Construct {
  constructor(scope: Construct, id: string, { parameters, functions, fallback }: HttpApiProps) {
    super(scope, id);
    const api = new Api(this, 'Api', {
      description: 'Kefu: customers and desk over HTTPS',
      createDefaultStage: false,
      defaultIntegration: new HttpLambdaIntegration('Fallback', fallback.target),
      corsPreflight: {
        allowOrigins: parameters.corsOrigins,
        allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.POST, CorsHttpMethod.PUT],
        allowHeaders: ['authorization', 'content-type'],
        maxAge: Duration.hours(1),
      },
    });
    const names = Object.keys(apis) as ApiName[];
    for (const name of names) {
      const integration = new HttpLambdaIntegration(name, functions[name].target);
      const operations: Operation[] = Object.values<Operation>(apis[name]);
      for (const { method, path } of operations) {
        api.addRoutes({ path, methods: [HttpMethod[method]], integration });
      }
    }
    const contracts = new HttpLambdaIntegration('contracts', fallback.target);
    for (const path of ['/v1/openapi.json', '/v1/asyncapi.json']) {
      api.addRoutes({ path, methods: [HttpMethod.GET], integration: contracts });
    }
    const logs = new LogGroup(this, 'AccessLogs', {
      retention: parameters.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const stage = api.addStage('Stage', {
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: parameters.apiRate, burstLimit: parameters.apiBurst },
      accessLogSettings: { destination: new LogGroupLogDestination(logs), format: accessLog },
    });
    new CfnOutput(Stack.of(this), 'HttpApiId', { value: api.apiId });
    new CfnOutput(Stack.of(this), 'ApiUrl', { value: stage.url });
  }
}
