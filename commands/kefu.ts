import { argv } from 'node:process';
import { runKefu } from './kefu/run.ts';

process.exitCode = await runKefu(argv.slice(2));
