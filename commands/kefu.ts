import { argv, exit, stdout } from 'node:process';
import { runKefu } from './kefu/run.ts';

// Whoever reads, such as head, may have had enough.
stdout.on('error', (error: NodeJS.ErrnoException) => exit(error.code === 'EPIPE' ? 0 : 1));

process.exitCode = await runKefu(argv.slice(2));
