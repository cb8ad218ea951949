import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { InsightsEnvironment } from '../../schemas/environment.ts';
import { KeptSimulation } from '../../schemas/simulation.ts';
import { environment } from '../runtime/environment.ts';
import { dynamodb, queryAll, toItem } from './dynamodb.ts';
import { simulationKey } from './keys.ts';

const { INSIGHTS_TABLE } = environment(InsightsEnvironment);

/** How long what came of one is kept. */
const KEPT_SECONDS = 30 * 86_400;

/** Keeps an order, unless it is kept already: then as it is there. */
export async function start(simulation: KeptSimulation): Promise<KeptSimulation> {
  try {
    await dynamodb.send(
      new PutItemCommand({ ...itemOf(simulation), ConditionExpression: 'attribute_not_exists(pk)' }),
    );
    return simulation;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return (await find(simulation.simulationId)) ?? simulation;
  }
}

/** One of them; undefined when it was never asked for, or long ago. */
export async function find(simulationId: string): Promise<KeptSimulation | undefined> {
  const [row] = await queryAll({
    TableName: INSIGHTS_TABLE,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: toItem({ ':pk': simulationKey(simulationId).pk }),
    ConsistentRead: true,
  });
  return row && KeptSimulation.parse(row['simulation']);
}

/** Keeps what came of one. */
export async function end(simulation: KeptSimulation): Promise<void> {
  await dynamodb.send(new PutItemCommand(itemOf(simulation)));
}

function itemOf(simulation: KeptSimulation) {
  const removeAt = Math.floor(Date.parse(simulation.askedAt) / 1000) + KEPT_SECONDS;
  return {
    TableName: INSIGHTS_TABLE,
    Item: toItem({ ...simulationKey(simulation.simulationId), removeAt, simulation }),
  };
}
