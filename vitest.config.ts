import { defineConfig } from 'vitest/config';
import { defaultPolicy } from './lib/default-policy.ts';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Property tests take seconds on a busy machine; nothing here is a statement about speed.
    testTimeout: 30_000,
    setupFiles: ['tests/support/seed.ts'],
    exclude: ['tests/journeys/**'],
    env: {
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      TICKETS_TABLE: 'tickets',
      DESK_TABLE: 'desk',
      KNOWLEDGE_TABLE: 'knowledge',
      INSIGHTS_TABLE: 'insights',
      TIME_ZONE: 'Asia/Shanghai',
      EVENT_BUS: 'bus',
      TIMERS_QUEUE_URL: 'https://sqs.test/timers',
      CLASSIFICATION_QUEUE_URL: 'https://sqs.test/classification',
      SOCKETS_ENDPOINT: 'https://sockets.test/live',
      SESSION_SECRET: 'session-secret',
      HOST_SECRET: 'host-secret',
      OIDC_ISSUER: 'https://issuer.test',
      OIDC_AUDIENCE: 'kefu-console',
      OIDC_ROLES_CLAIM: 'cognito:groups',
      OIDC_JWKS_URI: 'https://issuer.test/jwks.json',
      SLA_POLICY: JSON.stringify(defaultPolicy),
      BOT_SURE_FROM: JSON.stringify({ peak: 0.6, 'off-peak': 0.6 }),
      BOT_WRITER: JSON.stringify({
        use: 'off',
        modelId: 'amazon.nova-lite-v1:0',
        callsPerHour: 600,
        timeoutMs: 2500,
      }),
      CAPACITY_PLAN: JSON.stringify({
        timeZone: 'Asia/Shanghai',
        windows: '20:30-23:00',
        leadMinutes: 10,
        peak: { pollers: 50, batchSize: 5, provisioned: 2, standbyOpen: true },
        'off-peak': { pollers: 5, batchSize: 10, provisioned: 0, standbyOpen: false },
        standby: { openAfterSeconds: 60, closeAfterMinutes: 10 },
        eventSourceMappings: ['mapping-1', 'mapping-2'],
        hotFunctions: [{ functionName: 'intake', alias: 'live' }],
      }),
    },
    coverage: {
      provider: 'v8',
      include: ['functions/domain/**'],
      exclude: ['**/lexicon/**'],
      reporter: ['text-summary'],
      thresholds: { branches: 95 },
    },
  },
});
