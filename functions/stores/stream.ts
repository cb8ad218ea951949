import type { DynamoDBRecord } from 'aws-lambda';
import * as z from 'zod/mini';
import { TicketEvent } from '../../schemas/events.ts';
import { Ticket } from '../../schemas/ticket.ts';
import type { Written } from '../use-cases/relay.ts';
import { unmarshall } from '@aws-sdk/util-dynamodb';

const Behind = z.optional(z.int().check(z.positive()));

type Image = NonNullable<NonNullable<DynamoDBRecord['dynamodb']>['NewImage']>;

/** What a record of the tickets table's stream says was written; undefined for a removal. */
export function writtenBy({ dynamodb }: DynamoDBRecord): Written | undefined {
  const after = dynamodb?.NewImage && read(dynamodb.NewImage);
  if (!after) return undefined;
  if ('event' in after) {
    const behind = Behind.parse(after['behind']);
    return {
      kind: 'event',
      event: TicketEvent.parse(after['event']),
      ...(behind !== undefined && { behind }),
    };
  }
  const before = dynamodb.OldImage && read(dynamodb.OldImage);
  return {
    kind: 'ticket',
    before: before && Ticket.parse(before['ticket']),
    after: Ticket.parse(after['ticket']),
  };
}

/** The stream's images are DynamoDB's own attribute values; only their type has another name. */
function read(image: Image): Record<string, unknown> {
  return unmarshall(image as Parameters<typeof unmarshall>[0]);
}
