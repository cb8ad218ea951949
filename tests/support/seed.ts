import fc from 'fast-check';

/** Every run tries the same random cases, so that a failure can be seen again; `SEED=7 npm run test:unit` tries others. */
fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 20_261_121) });
