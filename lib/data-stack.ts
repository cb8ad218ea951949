import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Secrets } from './secrets.ts';
import { DeskTable, InsightsTable, KnowledgeTable, TicketsTable } from './tables.ts';

/** What must not be lost: it is kept when the stack is deleted, and can be restored to any second of the last 35 days. */
export class DataStack extends Stack {
  readonly tickets: TicketsTable;
  readonly desk: DeskTable;
  readonly knowledge: KnowledgeTable;
  readonly insights: InsightsTable;
  readonly secrets: Secrets;

  constructor(scope: Construct, id: string, props: StackProps = {}) {
    super(scope, id, { description: 'Kefu: tickets, desk, knowledge, figures and keys', ...props });
    this.tickets = new TicketsTable(this, 'Tickets');
    this.desk = new DeskTable(this, 'Desk');
    this.knowledge = new KnowledgeTable(this, 'Knowledge');
    this.insights = new InsightsTable(this, 'Insights');
    this.secrets = new Secrets(this, 'Secrets');
  }
}
