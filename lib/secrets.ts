import { RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { SecretsEnvironment } from '../schemas/environment.ts';

/** The keys of the platform: one that session tokens are made with, one your own back end signs its customers' tokens with. */
export class Secrets extends Construct {
  readonly session: Secret;
  readonly host: Secret;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.session = generated(this, 'Session', 'Kefu: the key that session tokens are made with');
    this.host = generated(
      this,
      'Host',
      'Kefu: the key your back end signs its customers’ tokens with (HS256)',
    );
  }

  /** Lets the function read both keys. */
  grantRead(worker: LambdaFunction): void {
    const names: Record<keyof SecretsEnvironment, Secret> = {
      SESSION_SECRET: this.session,
      HOST_SECRET: this.host,
    };
    for (const [name, secret] of Object.entries(names)) {
      worker.addEnvironment(name, secret.secretArn);
      worker.addToRolePolicy(
        new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [secret.secretArn] }),
      );
    }
  }
}

function generated(scope: Construct, id: string, description: string): Secret {
  return new Secret(scope, id, {
    description,
    generateSecretString: { passwordLength: 64, excludePunctuation: true },
    removalPolicy: RemovalPolicy.RETAIN,
  });
}
