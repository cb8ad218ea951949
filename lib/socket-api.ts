import { CfnOutput, Stack } from 'aws-cdk-lib';
import { WebSocketApi, WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketLambdaAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { SocketsEnvironment } from '../schemas/environment.ts';
import type { Parameters } from './parameters.ts';
import type { ServiceFunction } from './shared/service-function.ts';

export interface SocketApiProps {
  readonly parameters: Parameters;
  /** Says who is at the other end, once, when the socket opens. */
  readonly authorizer: ServiceFunction;
  /** Deals with every message of a socket. */
  readonly worker: ServiceFunction;
}

/** The WebSocket API: customers and desk, live. */
export class SocketApi extends Construct {
  private readonly stage: WebSocketStage;

  constructor(scope: Construct, id: string, { parameters, authorizer, worker }: SocketApiProps) {
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
    this.stage = new WebSocketStage(this, 'Stage', {
      webSocketApi: api,
      stageName: 'live',
      autoDeploy: true,
      throttle: { rateLimit: parameters.socketRate, burstLimit: parameters.socketBurst },
    });
    new CfnOutput(Stack.of(this), 'SocketApiId', { value: api.apiId });
    new CfnOutput(Stack.of(this), 'SocketUrl', { value: this.stage.url });
  }

  /** Lets the function push to sockets, and tells it where they are. */
  grantPush(worker: LambdaFunction): void {
    const name: keyof SocketsEnvironment = 'SOCKETS_ENDPOINT';
    worker.addEnvironment(name, this.stage.callbackUrl);
    const { api, stageName } = this.stage;
    const resource = Stack.of(this).formatArn({
      service: 'execute-api',
      resource: api.apiId,
      resourceName: `${stageName}/POST/@connections/*`,
    });
    worker.addToRolePolicy(
      new PolicyStatement({ actions: ['execute-api:ManageConnections'], resources: [resource] }),
    );
  }
}
