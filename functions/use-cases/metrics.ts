/** A line of the log with these puts each number into a CloudWatch metric of its own, by its embedded metric format. */
export function measured(numbers: Record<string, number>, now: Date): Record<string, unknown> {
  return {
    _aws: {
      Timestamp: now.getTime(),
      CloudWatchMetrics: [
        { Namespace: 'Kefu', Dimensions: [[]], Metrics: Object.keys(numbers).map((Name) => ({ Name })) },
      ],
    },
    ...numbers,
  };
}

/** One more of something. */
export function counted(name: string, now: Date): Record<string, unknown> {
  return measured({ [name]: 1 }, now);
}
