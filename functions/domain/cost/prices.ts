/** Everything a ticket is billed for, in the unit AWS counts. */
export const billed = [
  'socketMessages',
  'connectionMinutes',
  'httpRequests',
  'writeUnits',
  'readUnits',
  'queueRequests',
  'busEvents',
  'lambdaRequests',
  'lambdaGbSeconds',
  'logGigabytes',
] as const;
export type Billed = (typeof billed)[number];

interface Price {
  /** US dollars for one unit, before free tiers. */
  dollars: number;
  unit: string;
  source: string;
}

/** List prices of us-east-1 on 2026-11-21, the first tier of each. */
export const prices: Record<Billed, Price> = {
  writeUnits: perMillion(
    0.625,
    'write units of 1 KB, on demand, each twice in a transaction',
    'dynamodb/pricing/on-demand/',
  ),
  readUnits: perMillion(
    0.125,
    'read units of 4 KB, on demand, half of one when eventually consistent',
    'dynamodb/pricing/on-demand/',
  ),
  httpRequests: perMillion(1, 'requests to an HTTP API, of 512 KB', 'api-gateway/pricing/'),
  socketMessages: perMillion(1, 'messages of a WebSocket API, in or out, of 32 KB', 'api-gateway/pricing/'),
  connectionMinutes: perMillion(0.25, 'minutes of an open WebSocket', 'api-gateway/pricing/'),
  queueRequests: perMillion(0.4, 'requests to a standard queue, of 64 KB', 'sqs/pricing/'),
  busEvents: perMillion(
    1,
    'events put on a bus of our own, of 64 KB; rules deliver free of charge',
    'eventbridge/pricing/',
  ),
  lambdaRequests: perMillion(0.2, 'invocations', 'lambda/pricing/'),
  lambdaGbSeconds: perMillion(13.3334, 'GB-seconds on arm64', 'lambda/pricing/'),
  logGigabytes: {
    dollars: 0.5,
    unit: 'GB of logs taken in',
    source: 'https://aws.amazon.com/cloudwatch/pricing/',
  },
};

/** Bytes that one unit pays for. */
export const WRITE_UNIT_BYTES = 1024;
export const READ_UNIT_BYTES = 4096;
export const QUEUE_REQUEST_BYTES = 64 * 1024;
export const SOCKET_MESSAGE_BYTES = 32 * 1024;

function perMillion(dollars: number, unit: string, page: string): Price {
  return { dollars: dollars / 1e6, unit, source: `https://aws.amazon.com/${page}` };
}
