import { defineConfig } from 'vitest/config';
import { defaultPolicy } from './lib/default-policy.ts';

export default defineConfig({
  test: {
    projects: [
      // Each process bundles all functions once, for all of its files.
      {
        extends: true,
        test: {
          name: 'infra',
          include: ['tests/infra/**/*.test.ts'],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/infra/**', 'tests/journeys/**'],
        },
      },
    ],
    // As it is, one core would stay idle.
    maxWorkers: '100%',
    // Property tests take seconds on a busy machine; nothing here is a statement about speed.
    testTimeout: 30_000,
    setupFiles: ['tests/support/seed.ts'],
    env: {
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      TICKETS_TABLE: 'tickets',
      DESK_TABLE: 'desk',
      KNOWLEDGE_TABLE: 'knowledge',
      INSIGHTS_TABLE: 'insights',
      TIME_ZONE: 'Asia/Shanghai',
      BUDGET: JSON.stringify({ monthly: 1000, notice: 100, warning: 110, critical: 125 }),
      REVIEW_ABOVE: '0.15',
      EXPORTS_BUCKET: 'exports',
      EXPORTS_QUEUE_URL: 'https://sqs.test/exports',
      EXPORT_FORMAT: 'jsonl',
      AWS_URL_SUFFIX: 'aws.test',
      EVENT_BUS: 'bus',
      PUSHES_QUEUE_URL: 'https://sqs.test/pushes',
      TURNS_QUEUE_URL: 'https://sqs.test/turns',
      PUBLISHED_EVENTS: 'subscribed',
      TIMERS_QUEUE_URL: 'https://sqs.test/timers',
      CLASSIFICATION_QUEUE_URL: 'https://sqs.test/classification',
      SIMULATIONS_QUEUE_URL: 'https://sqs.test/simulations',
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
