import { kefuApp } from '../lib/app.ts';

const { app } = await kefuApp();
app.synth();
