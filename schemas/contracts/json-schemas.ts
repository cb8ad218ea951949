import * as z from 'zod/mini';
import { shapes } from './shapes.ts';

type JsonSchema = z.core.JSONSchema.JSONSchema;
type Options = Pick<z.core.ToJSONSchemaParams, 'io' | 'target' | 'override'>;

/** The JSON schemas of one document: those written in place, and the components they refer to. */
export interface JsonSchemas {
  /** A reference when the schema has a name, else the schema itself. */
  schemaOf(schema: z.ZodMiniType): JsonSchema;
  /** The named schemas that these lead to, directly or not. */
  componentsOf(schemas: readonly z.ZodMiniType[]): Record<string, JsonSchema>;
}

/** Converts the schemas a document uses, with references to those that have a name. */
export function jsonSchemas(used: readonly z.ZodMiniType[], options: Options): JsonSchemas {
  const registry = z.registry<{ id: string }>();
  for (const [id, { schema }] of Object.entries(shapes)) registry.add(schema, { id });
  for (const [index, schema] of used.entries()) {
    if (!registry.has(schema)) registry.add(schema, { id: `inline-${index}` });
  }
  const converted = z.toJSONSchema(registry, { ...options, uri: referenceTo }).schemas;

  function schemaOf(schema: z.ZodMiniType): JsonSchema {
    const id = registry.get(schema)?.id ?? '';
    return shapes[id] ? { $ref: referenceTo(id) } : withoutIdentity(converted[id] ?? {});
  }

  function collect(part: object, found: Record<string, JsonSchema>): Record<string, JsonSchema> {
    for (const name of namesIn(part)) {
      if (found[name]) continue;
      const { description: _, ...schema } = withoutIdentity(converted[name] ?? {});
      const component = { description: shapes[name]?.description, ...schema };
      found[name] = component;
      collect(component, found);
    }
    return found;
  }

  return { schemaOf, componentsOf: (schemas) => collect(schemas.map(schemaOf), {}) };
}

/** Tells readers which field tells the variants of a union apart; OpenAPI wants the variants to be references. */
export function discriminated({
  zodSchema,
  jsonSchema,
}: Parameters<NonNullable<Options['override']>>[0]): void {
  const { def } = zodSchema._zod;
  if ('discriminator' in def && jsonSchema.oneOf?.every(({ $ref }) => $ref)) {
    jsonSchema['discriminator'] = { propertyName: def.discriminator };
  }
}

/** The components of both directions in one table; a name cannot mean two things. */
export function oneForm(
  asked: Record<string, JsonSchema>,
  answered: Record<string, JsonSchema>,
): Record<string, JsonSchema> {
  for (const [name, schema] of Object.entries(asked)) {
    if (answered[name] && JSON.stringify(answered[name]) !== JSON.stringify(schema)) {
      throw new Error(`${name} is one thing in requests and another in responses`);
    }
  }
  return sortedByName({ ...asked, ...answered });
}

function sortedByName<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function referenceTo(id: string): string {
  return `#/components/schemas/${id}`;
}

function namesIn(part: object): string[] {
  const references = JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"]+)"/g);
  return [...references].flatMap(([, name]) => name ?? []);
}

/** `$id` and `$schema` belong to documents: within one, references would be read from the wrong place. */
function withoutIdentity({ $id: _id, $schema: _schema, ...schema }: JsonSchema): JsonSchema {
  return schema;
}
