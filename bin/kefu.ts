import { kefuApp } from '../lib/app.ts';
import { check } from '../lib/checks.ts';

const { app } = await kefuApp();
check(app);
app.synth();
