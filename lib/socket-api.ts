import { CfnOutput, Stack } from 'aws-cdk-lib';
import { CfnStage, WebSocketApi, WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketLambdaAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { SocketsEnvironment } from '../schemas/environment.ts';
import type { Parameters } from './parameters.ts';
import type { ServiceFunction } from './shared/service-function.ts';

const STAGE = 'live';

export interface SocketApiProps {
  readonly parameters: Parameters;
  /** Says who is at the other end, once, when the socket opens. */
  readonly authorizer: ServiceFunction;
  /** Deals with every message of a socket that is answered. */
  readonly worker: ServiceFunction;
  /** Hands on what is no part of the history. */
  readonly signals: ServiceFunction;
}

/** The WebSocket API: customers and desk, live. */
export class SocketApi extends Construct {
  private readonly stage: WebSocketStage;

  constructor(scope: Construct, id: string, { parameters, authorizer, worker, signals }: SocketApiProps) {
    super(scope, id);
    const integration = (name: string) => new WebSocketLambdaIntegration(name, worker.target);
    const api = new WebSocketApi(this, 'Api', {
      description: 'Kefu: customers and desk, live',
      connectRouteOptions: {
        integration: integration('Connect'),
        authorizer: new WebSocketLambdaAuthorizer('Authorizer', authorizer.target, {
          identitySource: ['route.request.querystring.token'],
        }),
      },
      disconnectRouteOptions: { integration: integration('Disconnect') },
      defaultRouteOptions: { integration: integration('Message'), returnResponse: true },
    });
    api.addRoute('seen', { integration: new WebSocketLambdaIntegration('Seen', signals.target) });
    const typing = api.addRoute('typing', {
      integration: new WebSocketLambdaIntegration('Typing', signals.target),
    });
    this.stage = new WebSocketStage(this, 'Stage', {
      webSocketApi: api,
      stageName: STAGE,
      autoDeploy: true,
      throttle: { rateLimit: parameters.socketRate, burstLimit: parameters.socketBurst },
    });
    // Typing has a narrower gate of its own: under load it is what is dropped first.
    const stage = this.stage.node.defaultChild;
    if (!(stage instanceof CfnStage)) throw new Error('the stage is not what it was');
    stage.routeSettings = {
      typing: { ThrottlingRateLimit: parameters.typingRate, ThrottlingBurstLimit: parameters.typingRate },
    };
    stage.node.addDependency(typing);
    new CfnOutput(Stack.of(this), 'SocketApiId', { value: api.apiId });
    new CfnOutput(Stack.of(this), 'SocketUrl', { value: this.stage.url });
  }

  /** Lets the function push to sockets, and tells it where they are. */
  grantPush(worker: LambdaFunction): void {
    const name: keyof SocketsEnvironment = 'SOCKETS_ENDPOINT';
    const { api } = this.stage;
    const { region, urlSuffix } = Stack.of(this);
    // Not the stage's own words for it: the stage waits for a route, which waits for the function.
    worker.addEnvironment(name, `https://${api.apiId}.execute-api.${region}.${urlSuffix}/${STAGE}`);
    const resource = Stack.of(this).formatArn({
      service: 'execute-api',
      resource: api.apiId,
      resourceName: `${STAGE}/POST/@connections/*`,
    });
    worker.addToRolePolicy(
      new PolicyStatement({ actions: ['execute-api:ManageConnections'], resources: [resource] }),
    );
  }
}
