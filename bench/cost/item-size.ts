import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';

/**
 * Bytes that DynamoDB counts, rounded up: names and values in UTF-8, 3 for each list or map and 1 for each of its members.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export function bytesOf(item: Record<string, AttributeValue>): number {
  return Object.entries(item).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + valueOf(value),
    0,
  );
}

/** The same of data as the stores write it. */
export function sizeOf(data: object): number {
  return bytesOf(marshall(data, { removeUndefinedValues: true }));
}

function valueOf({ S, N, M, L, SS }: AttributeValue): number {
  if (S !== undefined) return Buffer.byteLength(S);
  if (N !== undefined) return Math.ceil(N.length / 2) + 1;
  if (M) return 3 + Object.keys(M).length + bytesOf(M);
  if (L) return 3 + L.length + L.reduce((sum, it) => sum + valueOf(it), 0);
  if (SS) return SS.reduce((sum, it) => sum + Buffer.byteLength(it), 0);
  return 1;
}
