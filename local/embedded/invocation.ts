import type { APIGatewayRequestAuthorizerEvent, Context } from 'aws-lambda';

/** What Lambda says of an invocation. */
export const invocation: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'embedded',
  functionVersion: '1',
  invokedFunctionArn: 'arn:aws:lambda:local:000000000000:function:embedded',
  memoryLimitInMB: '512',
  awsRequestId: 'embedded',
  logGroupName: 'embedded',
  logStreamName: 'embedded',
  getRemainingTimeInMillis: () => 10_000,
  /* eslint-disable @typescript-eslint/no-deprecated -- the type still demands them */
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
  /* eslint-enable @typescript-eslint/no-deprecated */
};

/** What API Gateway asks the authorizer before a socket opens. */
export function authorizerRequest(
  query: APIGatewayRequestAuthorizerEvent['queryStringParameters'],
  methodArn = 'arn:aws:execute-api:local:000000000000:embedded/live/$connect',
): APIGatewayRequestAuthorizerEvent {
  return {
    type: 'REQUEST',
    methodArn,
    resource: '',
    path: '/live',
    httpMethod: 'GET',
    headers: null,
    multiValueHeaders: null,
    pathParameters: null,
    queryStringParameters: query,
    multiValueQueryStringParameters: null,
    stageVariables: null,
    requestContext: {
      accountId: '000000000000',
      apiId: 'embedded',
      authorizer: undefined,
      protocol: 'HTTP/1.1',
      httpMethod: 'GET',
      identity: {
        accessKey: null,
        accountId: null,
        apiKey: null,
        apiKeyId: null,
        caller: null,
        clientCert: null,
        cognitoAuthenticationProvider: null,
        cognitoAuthenticationType: null,
        cognitoIdentityId: null,
        cognitoIdentityPoolId: null,
        principalOrgId: null,
        sourceIp: '127.0.0.1',
        user: null,
        userAgent: null,
        userArn: null,
      },
      path: '/live',
      requestId: 'embedded',
      requestTimeEpoch: 0,
      resourceId: 'embedded',
      resourcePath: '/live',
      stage: 'live',
    },
  };
}
