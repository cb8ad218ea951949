import { describe, expect, it } from 'vitest';
import { FaultyInputError } from '../../../functions/domain/errors.ts';
import {
  erlangB,
  erlangC,
  loadOf,
  performanceOf,
  seatsFor,
} from '../../../functions/domain/staffing/erlang.ts';
import type { Demand } from '../../../schemas/staffing.ts';

/** The load at which a share of arrivals is lost or waits, as traffic tables are printed. */
function loadAt(shareOf: (load: number, slots: number) => number, slots: number, share: number): number {
  let [low, high] = [0, slots * 1.5];
  if (shareOf === erlangC) high = slots * (1 - 1e-12);
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2;
    if (shareOf(middle, slots) < share) low = middle;
    else high = middle;
  }
  return low;
}

/** A printed figure is right when it is the nearest of its four digits, or the next: tables round down or up. */
function isPrinted(value: number, printed: number): boolean {
  const lastDigit = 10 ** (Math.floor(Math.log10(printed)) - 3);
  return Math.abs(value - printed) < lastDigit;
}

describe('Erlang B', () => {
  // The table of traffic offered to trunks by grade of service, as textbooks print it: R. L. Freeman, Fundamentals of Telecommunications
  // (Wiley); V. K. Garg, IS-95 CDMA and cdma2000 (Prentice Hall 2000), appendix A. Figures of four digits.
  const printed: Record<string, readonly (readonly [slots: number, load: number])[]> = {
    0.001: [
      [4, 0.4393],
      [5, 0.7621],
      [6, 1.146],
      [7, 1.579],
      [8, 2.051],
      [9, 2.558],
      [10, 3.092],
      [20, 9.412],
    ],
    0.01: [
      [1, 0.0101],
      [2, 0.1526],
      [3, 0.4555],
      [4, 0.8694],
      [5, 1.361],
      [6, 1.909],
      [7, 2.501],
      [8, 3.128],
      [9, 3.783],
      [10, 4.461],
      [15, 8.108],
      [20, 12.03],
      [30, 20.34],
      [50, 37.9],
      [100, 84.06],
    ],
    0.02: [
      [2, 0.2235],
      [3, 0.6022],
      [4, 1.092],
      [5, 1.657],
      [6, 2.276],
      [7, 2.935],
      [8, 3.627],
      [9, 4.345],
      [10, 5.084],
      [15, 9.01],
      [20, 13.18],
      [30, 21.93],
      [50, 40.26],
      [100, 87.97],
    ],
    0.05: [
      [2, 0.3813],
      [3, 0.8994],
      [4, 1.525],
      [5, 2.218],
      [6, 2.96],
      [7, 3.738],
      [8, 4.543],
      [9, 5.37],
      [10, 6.216],
      [20, 15.25],
      [50, 44.53],
      [100, 95.24],
    ],
  };
  const rows = Object.entries(printed).flatMap(([share, all]) =>
    all.map(([slots, load]) => ({ share: Number(share), slots, load })),
  );

  it.each(rows)('carries $load erlang on $slots slots when $share is lost', ({ share, slots, load }) => {
    expect(isPrinted(loadAt(erlangB, slots, share), load)).toBe(true);
  });

  it('loses nobody without a load', () => {
    expect(erlangB(0, 5)).toBe(0);
  });
});

describe('Erlang C', () => {
  // J. Dunlop, D. Girma and J. Irvine, Digital Mobile Communications and the TETRA System (Wiley 1999), A.4, worked example: 8 channels
  // with 5 % delayed carry 3.87 erlang, 10 channels with 1 % carry 4.08.
  it.each([
    { slots: 8, share: 0.05, load: 3.87 },
    { slots: 10, share: 0.01, load: 4.08 },
  ])('carries $load erlang on $slots slots when $share waits', ({ slots, share, load }) => {
    expect(loadAt(erlangC, slots, share)).toBeCloseTo(load, 2);
  });

  // Computed with 40 digits by mpmath from the definition.
  it.each([
    { slots: 3, share: 0.01, load: 0.4291 },
    { slots: 5, share: 0.01, load: 1.259 },
    { slots: 20, share: 0.01, load: 10.97 },
    { slots: 50, share: 0.01, load: 34.8 },
    { slots: 2, share: 0.05, load: 0.3422 },
    { slots: 15, share: 0.05, load: 9.044 },
    { slots: 30, share: 0.05, load: 21.25 },
    { slots: 2, share: 0.1, load: 0.5 },
    { slots: 10, share: 0.1, load: 5.986 },
    { slots: 50, share: 0.1, load: 40.42 },
  ])('carries $load erlang on $slots slots when $share waits, computed', ({ slots, share, load }) => {
    expect(isPrinted(loadAt(erlangC, slots, share), load)).toBe(true);
  });

  it('is the load itself with one slot, as in M/M/1', () => {
    expect(erlangC(0.37, 1)).toBeCloseTo(0.37, 12);
  });

  it('holds for thousands of slots', () => {
    // mpmath, 40 digits: C(10000, 9900).
    expect(erlangC(9900, 10_000)).toBeCloseTo(0.2228, 4);
  });
});

describe('performance of a queue', () => {
  // O. Garnett, A. Mandelbaum and M. Reiman, "Designing a call center with impatient customers", M&SOM 4(3), 2002, table 1: 50 agents, 48
  // calls a minute, a minute each; patience 2 minutes, or none.
  it('is that of the published comparison, without patience', () => {
    const queue = performanceOf({ arrivalsPerHour: 2880, handlingSeconds: 60 }, 50, 20);

    expect(queue.averageWaitSeconds).toBeCloseTo(20.8, 1);
    expect((queue.averageWaitSeconds * 2880) / 3600).toBeCloseTo(17, 0);
    expect(queue.occupancy).toBeCloseTo(0.96, 2);
  });

  it('is that of the published comparison, with patience', () => {
    const queue = performanceOf({ arrivalsPerHour: 2880, handlingSeconds: 60, patienceSeconds: 120 }, 50, 20);

    expect(queue.averageWaitSeconds).toBeCloseTo(3.7, 1);
    expect(queue.abandonment).toBeCloseTo(0.031, 3);
    expect((queue.averageWaitSeconds * 2880) / 3600).toBeCloseTo(3, 0);
    expect(queue.occupancy).toBeCloseTo(0.93, 2);
  });

  // Computed with 40 digits by mpmath: the birth-death chain summed term by term, and the density of the offered wait integrated.
  it.each([
    [10, 8, 360, 120, 20, 0.824328, 0.227039, 9.24859, 0.738343, 0.0770715],
    [10, 10, 360, 120, 20, 0.656063, 0.423418, 18.9032, 0.842473, 0.157527],
    [10, 14, 300, 60, 30, 0.5156, 0.661515, 20.1293, 0.930316, 0.335489],
    [1, 0.5, 360, 600, 15, 0.600507, 0.411476, 106.229, 0.411476, 0.177048],
    [60, 48, 360, 300, 15, 0.973329, 0.0510255, 0.990259, 0.797359, 0.00330086],
    [52, 48, 360, 300, 15, 0.802823, 0.288765, 8.29941, 0.89754, 0.0276647],
    [48, 48, 360, 300, 15, 0.617965, 0.497383, 18.0271, 0.93991, 0.0600903],
    [100, 120, 240, 180, 20, 0.24258, 0.950069, 30.331, 0.997793, 0.168506],
    [5, 4, 600, 30, 60, 0.812262, 0.22605, 5.51813, 0.65285, 0.183938],
    [200, 190, 300, 120, 10, 0.922239, 0.194965, 1.69451, 0.936585, 0.014121],
    [3, 1, 180, 900, 180, 0.985021, 0.0875278, 6.69497, 0.330854, 0.00743885],
    [1000, 1000, 300, 300, 20, 0.9698, 0.504205, 3.78438, 0.987385, 0.0126146],
  ])(
    'is Erlang A for %i slots, %d erlang of %i s, patience %i s, target %i s',
    (slots, load, handlingSeconds, patienceSeconds, targetSeconds, ...expected) => {
      const demand = { arrivalsPerHour: (load * 3600) / handlingSeconds, handlingSeconds, patienceSeconds };

      const queue = performanceOf(demand, slots, targetSeconds);

      const { serviceLevel, waitProbability, averageWaitSeconds, occupancy, abandonment = NaN } = queue;
      const got = [serviceLevel, waitProbability, averageWaitSeconds, occupancy, abandonment];
      for (const [at, value] of got.entries()) expect(value / (expected[at] ?? NaN)).toBeCloseTo(1, 5);
    },
  );

  it('comes near Erlang C when customers are patient for a day', () => {
    const demand = { arrivalsPerHour: 480, handlingSeconds: 360 };

    const patient = performanceOf({ ...demand, patienceSeconds: 86_400 }, 60, 15);
    const endless = performanceOf(demand, 60, 15);

    expect(patient.serviceLevel).toBeCloseTo(endless.serviceLevel, 3);
    expect(patient.averageWaitSeconds).toBeCloseTo(endless.averageWaitSeconds, 1);
  });

  it.each([
    { arrivalsPerHour: 1_000_000, patienceSeconds: 300, slots: 90_000 },
    // Here A(x, y) is far beyond the greatest number there is.
    { arrivalsPerHour: 100_000, patienceSeconds: 86_400, slots: 9000 },
  ])('stays finite in overload: %o', ({ slots, ...demand }) => {
    const queue = performanceOf({ ...demand, handlingSeconds: 360 }, slots, 15);

    // Those who cannot be served give up: 1 − slots / load.
    expect(queue.abandonment).toBeCloseTo(0.1, 3);
    expect(queue.occupancy).toBeCloseTo(1, 6);
    expect(queue.serviceLevel).toBeGreaterThanOrEqual(0);
  });

  it.each([undefined, 300])('is idle when nobody comes (patience %s)', (patienceSeconds) => {
    const demand = { arrivalsPerHour: 0, handlingSeconds: 360, ...(patienceSeconds && { patienceSeconds }) };

    expect(performanceOf(demand, 3, 15)).toMatchObject({
      serviceLevel: 1,
      occupancy: 0,
      averageWaitSeconds: 0,
    });
  });
});

describe('seats for a goal', () => {
  // The worked table of the product's requirements: six minutes of handling, 95 % within 15 s and within 3 min.
  it.each([
    [60, 11, 9],
    [240, 33, 28],
    [480, 60, 53],
    [960, 111, 101],
  ])('for %i arrivals an hour are %i within 15 s and %i within 3 min', (arrivalsPerHour, urgent, normal) => {
    const seats = [15, 180].map(
      (targetSeconds) =>
        seatsFor({ arrivalsPerHour, handlingSeconds: 360 }, { targetSeconds, serviceLevel: 0.95 }).seats,
    );

    expect(seats).toEqual([urgent, normal]);
  });

  it.each<{ demand: Demand; targetSeconds: number; serviceLevel: number }>([
    { demand: { arrivalsPerHour: 3, handlingSeconds: 200 }, targetSeconds: 15, serviceLevel: 0.99 },
    { demand: { arrivalsPerHour: 700, handlingSeconds: 300 }, targetSeconds: 30, serviceLevel: 0.8 },
    {
      demand: { arrivalsPerHour: 700, handlingSeconds: 300, patienceSeconds: 90 },
      targetSeconds: 30,
      serviceLevel: 0.8,
    },
    { demand: { arrivalsPerHour: 60_000, handlingSeconds: 360 }, targetSeconds: 180, serviceLevel: 0.95 },
  ])('are the fewest that keep it: %o', ({ demand, targetSeconds, serviceLevel }) => {
    const { seats } = seatsFor(demand, { targetSeconds, serviceLevel });

    expect(performanceOf(demand, seats, targetSeconds).serviceLevel).toBeGreaterThanOrEqual(serviceLevel);
    const fewer = seats - 1;
    const isStable = demand.patienceSeconds !== undefined || fewer > loadOf(demand);
    if (fewer > 0 && isStable)
      expect(performanceOf(demand, fewer, targetSeconds).serviceLevel).toBeLessThan(serviceLevel);
  });

  it('keep agents below the greatest occupancy', () => {
    const demand = { arrivalsPerHour: 960, handlingSeconds: 360 };

    const sizing = seatsFor(demand, { targetSeconds: 180, serviceLevel: 0.8, maxOccupancy: 0.8 });

    expect(sizing.seats).toBe(120);
  });

  it('are slots divided by the conversations an agent holds', () => {
    const demand = { arrivalsPerHour: 480, handlingSeconds: 360 };

    const sizing = seatsFor(demand, { targetSeconds: 15, serviceLevel: 0.95, concurrency: 3 });

    expect(sizing).toMatchObject({ seats: 20, slots: 60 });
  });

  it('are none when nobody comes', () => {
    const sizing = seatsFor(
      { arrivalsPerHour: 0, handlingSeconds: 360 },
      { targetSeconds: 15, serviceLevel: 0.95 },
    );

    expect(sizing).toMatchObject({ seats: 0, slots: 0, serviceLevel: 1 });
  });

  it('are fewer when customers give up', () => {
    const goal = { targetSeconds: 30, serviceLevel: 0.8 };
    const demand = { arrivalsPerHour: 480, handlingSeconds: 360 };

    const impatient = seatsFor({ ...demand, patienceSeconds: 120 }, goal);

    expect(impatient.seats).toBeLessThan(seatsFor(demand, goal).seats);
  });
});

describe('input that cannot be', () => {
  const demand = { arrivalsPerHour: 480, handlingSeconds: 360 };
  const goal = { targetSeconds: 15, serviceLevel: 0.95 };

  it.each([
    ['arrivalsPerHour', () => seatsFor({ ...demand, arrivalsPerHour: -1 }, goal)],
    ['arrivalsPerHour', () => seatsFor({ ...demand, arrivalsPerHour: NaN }, goal)],
    ['arrivalsPerHour', () => seatsFor({ ...demand, arrivalsPerHour: Infinity }, goal)],
    ['handlingSeconds', () => seatsFor({ ...demand, handlingSeconds: 0 }, goal)],
    ['patienceSeconds', () => seatsFor({ ...demand, patienceSeconds: 0 }, goal)],
    ['targetSeconds', () => seatsFor(demand, { ...goal, targetSeconds: 0 })],
    ['serviceLevel', () => seatsFor(demand, { ...goal, serviceLevel: 1 })],
    ['serviceLevel', () => seatsFor(demand, { ...goal, serviceLevel: 0 })],
    ['maxOccupancy', () => seatsFor(demand, { ...goal, maxOccupancy: 1 })],
    ['concurrency', () => seatsFor(demand, { ...goal, concurrency: 1.5 })],
    ['slots', () => performanceOf(demand, 0, 15)],
    ['slots', () => performanceOf(demand, 48, 15)],
    ['slots', () => erlangC(5, 5)],
    ['load', () => erlangB(-1, 5)],
  ])('names %s and the rule', (field, ask) => {
    expect(ask).toThrow(FaultyInputError);
    expect(ask).toThrow(`${field}: `);
  });

  it('says how many slots the load needs at least', () => {
    expect(() => performanceOf(demand, 40, 15)).toThrow('at least 49');
  });
});
