/** Tells the stores where their tables are; they read it when they are loaded. */
export function reachDynamoDB(endpoint: string): void {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    TICKETS_TABLE: 'tickets',
    DESK_TABLE: 'desk',
    KNOWLEDGE_TABLE: 'knowledge',
    INSIGHTS_TABLE: 'insights',
  });
}
