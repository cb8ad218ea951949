import { describe, expect, it } from 'vitest';
import {
  loadOf,
  loadsOfDay,
  loadsOfHour,
  loadsToPut,
  noLoad,
  sampleOf,
} from '../../../functions/domain/insights/load.ts';
import { summaryRows } from '../../../functions/domain/insights/summary.ts';
import { Agent } from '../../../schemas/agent.ts';
import type { LoadSample } from '../../../schemas/load.ts';
import { at, isoAt } from '../../support/builders.ts';
import { aProfile } from '../../support/memory.ts';

const timeZone = 'Asia/Shanghai';
const anAgent = (agentId: string, overrides: Partial<Agent> = {}): Agent =>
  Agent.parse({
    ...aProfile({ capacity: 3, team: '夜班' }),
    agentId,
    availability: 'available',
    leaseUntil: isoAt(3600),
    seats: [],
    idleSince: isoAt(0),
    ...overrides,
  });
const seats = (count: number) => Array.from({ length: count }, (_, at) => `KF-0000-0000-000${at}`);

describe('a look at who is at work', () => {
  it('notes seats taken and seats that can be, in the minute', () => {
    const agents = [
      anAgent('mei', { seats: seats(2) }),
      anAgent('lin', { availability: 'break', seats: seats(1) }),
      // More than a lead has allowed since.
      anAgent('tao', { capacity: 1, seats: seats(2) }),
    ];

    expect(sampleOf(agents, at(119.9))).toEqual([
      {
        minute: isoAt(60),
        part: 0,
        agents: [
          { agentId: 'mei', team: '夜班', held: 2, offered: 3 },
          { agentId: 'lin', team: '夜班', held: 1, offered: 1 },
          { agentId: 'tao', team: '夜班', held: 2, offered: 2 },
        ],
      },
    ]);
  });

  it('leaves out who is not: nothing is noted when nobody is', () => {
    const gone = [anAgent('mei', { availability: 'offline' }), anAgent('lin', { leaseUntil: isoAt(10) })];

    expect(sampleOf(gone, at(20))).toEqual([]);
  });

  it('is kept in parts that a row can hold', () => {
    const many = Array.from({ length: 4001 }, (_, number) => anAgent(`agent-${number}`));

    expect(sampleOf(many, at(0)).map(({ part, agents }) => [part, agents.length])).toEqual([
      [0, 2000],
      [1, 2000],
      [2, 1],
    ]);
  });
});

const sample = (minute: number, ...agents: LoadSample['agents']): LoadSample => ({
  minute: isoAt(minute * 60),
  part: 0,
  agents,
});
const samples = [
  sample(0, { agentId: 'mei', team: '夜班', held: 2, offered: 3 }, { agentId: 'lin', held: 0, offered: 3 }),
  sample(1, { agentId: 'mei', team: '夜班', held: 3, offered: 3 }),
];
const hour = at(0).getTime();

describe('the load of an hour', () => {
  it('is summed over its minutes, by agent, team and in total', () => {
    const rows = loadsOfHour(timeZone, hour, samples);

    expect(rows.map(({ dimension, value }) => `${dimension} ${value}`)).toEqual([
      'total all',
      'team 夜班',
      'agent lin',
      'agent mei',
    ]);
    expect(rows[0]).toEqual({
      level: 'hour',
      timeZone,
      day: '2026-11-21',
      start: isoAt(0),
      dimension: 'total',
      value: 'all',
      load: { minutes: 2, present: 3, held: 5, offered: 9, mostPresent: 2, mostHeld: 3 },
    });
  });

  it('is the same for parts of a minute as for all of it', () => {
    const [whole, other] = samples;
    const parts = (whole?.agents ?? []).map((agent, part) => ({ minute: isoAt(0), part, agents: [agent] }));

    expect(loadsOfHour(timeZone, hour, [...parts, ...(other ? [other] : [])])).toEqual(
      loadsOfHour(timeZone, hour, samples),
    );
  });

  it('adds up to the day', () => {
    const hours = [
      ...loadsOfHour(timeZone, hour, samples),
      ...loadsOfHour(timeZone, hour + 3_600_000, [sample(60, { agentId: 'lin', held: 1, offered: 3 })]),
    ];

    const [day] = loadsOfDay(timeZone, '2026-11-21', hours);

    expect(day).toMatchObject({ level: 'day', start: '2026-11-20T16:00:00.000Z', value: 'all' });
    expect(day?.load).toEqual({ minutes: 3, present: 4, held: 6, offered: 12, mostPresent: 2, mostHeld: 3 });
  });

  it('is written only where it differs', () => {
    const rows = loadsOfHour(timeZone, hour, samples);

    expect(loadsToPut(rows, rows)).toEqual([]);
    expect(loadsToPut(rows.slice(1), rows)).toEqual(rows.slice(0, 1));
    expect(loadOf([])).toEqual(noLoad);
  });
});

describe('a summary', () => {
  const shown = (...seen: LoadSample[]) =>
    summaryRows([], { granularity: 'total', timeZone }, loadsOfHour(timeZone, hour, seen)).filter(
      ({ value }) => value === 'all',
    );

  it('shows how busy people were, also those without a ticket', () => {
    expect(shown(...samples)).toMatchObject([
      {
        value: 'all',
        tickets: 0,
        load: {
          minutes: 2,
          present: 1.5,
          mostPresent: 2,
          held: 2.5,
          mostHeld: 3,
          chatsAtOnce: 5 / 3,
          occupancy: 5 / 9,
        },
      },
    ]);
  });

  it('has no occupancy where nobody could take anything, and no number that is none', () => {
    const [row] = shown(sample(0, { agentId: 'lin', held: 0, offered: 0 }));

    expect(row?.load).not.toHaveProperty('occupancy');
    expect(JSON.stringify(row)).not.toMatch(/null|NaN/);
  });
});
