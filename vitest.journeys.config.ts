import { defineConfig } from 'vitest/config';

/** Whole flows on the local cloud; `npm run test:journeys` starts it and says where it is. */
export default defineConfig({
  test: {
    include: ['tests/journeys/**/*.test.ts'],
    testTimeout: 90_000,
    hookTimeout: 60_000,
    // One desk, one queue: journeys take turns.
    fileParallelism: false,
  },
});
