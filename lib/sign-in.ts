import { CfnCondition, CfnOutput, CfnResource, Fn, RemovalPolicy, Stack, Token } from 'aws-cdk-lib';
import { CfnUserPoolGroup, UserPool, type UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct, type IConstruct } from 'constructs';
import { Role } from '../schemas/agent.ts';
import type { SignInEnvironment } from '../schemas/environment.ts';
import type { Parameters } from './parameters.ts';

/**
 * Where the desk signs in: a Cognito user pool with a group for each role, or, when the operator names an issuer, that
 * issuer and no pool at all (Regions without Cognito user pools, companies with their own sign-in).
 */
export class SignIn extends Construct {
  private readonly settings: Record<keyof SignInEnvironment, string>;

  constructor(scope: Construct, id: string, parameters: Parameters) {
    super(scope, id);
    const { oidcIssuer, oidcAudience, oidcJwksUri, oidcRolesClaim } = parameters;
    const ownPool = new CfnCondition(this, 'OwnPool', { expression: Fn.conditionEquals(oidcIssuer, '') });
    const pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { username: true, email: true },
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireSymbols: true,
        requireUppercase: true,
      },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const client = pool.addClient('Console', {
      authFlows: { userPassword: true, userSrp: true },
      preventUserExistenceErrors: true,
    });
    for (const role of Role.options) {
      new CfnUserPoolGroup(this, `Group${role}`, { userPoolId: pool.userPoolId, groupName: role });
    }
    onlyIf(ownPool, this);
    this.settings = settingsOf({
      ownPool,
      pool,
      client,
      oidcIssuer,
      oidcAudience,
      oidcJwksUri,
      oidcRolesClaim,
    });

    new CfnOutput(Stack.of(this), 'UserPoolId', { value: pool.userPoolId, condition: ownPool });
    new CfnOutput(Stack.of(this), 'UserPoolClientId', { value: client.userPoolClientId, condition: ownPool });
  }

  /** Tells the function whose sign-ins to trust. */
  inform(worker: LambdaFunction): void {
    for (const [name, value] of Object.entries(this.settings)) worker.addEnvironment(name, value);
  }
}

interface Settings {
  ownPool: CfnCondition;
  pool: UserPool;
  client: UserPoolClient;
  oidcIssuer: string;
  oidcAudience: string;
  oidcJwksUri: string;
  oidcRolesClaim: string;
}

function settingsOf({ ownPool, pool, client, ...oidc }: Settings): Record<keyof SignInEnvironment, string> {
  const { region, urlSuffix } = Stack.of(pool);
  const issuer = `https://cognito-idp.${region}.${urlSuffix}/${pool.userPoolId}`;
  const either = (own: string, theirs: string) =>
    Token.asString(Fn.conditionIf(ownPool.logicalId, own, theirs));
  return {
    OIDC_ISSUER: either(issuer, oidc.oidcIssuer),
    OIDC_AUDIENCE: either(client.userPoolClientId, oidc.oidcAudience),
    OIDC_JWKS_URI: either(`${issuer}/.well-known/jwks.json`, oidc.oidcJwksUri),
    OIDC_ROLES_CLAIM: oidc.oidcRolesClaim,
  };
}

/** Everything below a construct exists only under the condition. */
function onlyIf(condition: CfnCondition, below: IConstruct): void {
  for (const construct of below.node.findAll()) {
    if (CfnResource.isCfnResource(construct)) construct.cfnOptions.condition = condition;
  }
}
