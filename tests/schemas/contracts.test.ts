import { readFileSync } from 'node:fs';
import asyncApiSpecs from '@asyncapi/specs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { apis } from '../../schemas/api.ts';
import { asyncApi } from '../../schemas/contracts/asyncapi.ts';
import {
  requestExamples,
  socketMessageExamples,
  socketRequestExamples,
} from '../../schemas/contracts/examples.ts';
import { openApi } from '../../schemas/contracts/openapi.ts';
import { SessionBody } from '../../schemas/customer-api.ts';
import type { Contract, Operation } from '../../schemas/operation.ts';
import { SignalRequest, SocketMessage, SocketRequest } from '../../schemas/socket.ts';

const documents = [
  { name: 'openapi', document: openApi() },
  { name: 'asyncapi', document: asyncApi() },
];

const operations = Object.values(apis).flatMap((contract: Contract) => Object.entries(contract));

const OpenApi = z.looseObject({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.looseObject({
        operationId: z.string(),
        'x-roles': z.optional(z.array(z.string())),
        security: z.array(z.record(z.string(), z.array(z.string()))),
        responses: z.record(z.string(), z.looseObject({ $ref: z.optional(z.string()) })),
      }),
    ),
  ),
  components: z.looseObject({ schemas: z.record(z.string(), z.looseObject({})) }),
});

const AsyncApi = z.looseObject({
  operations: z.record(
    z.string(),
    z.looseObject({ action: z.string(), messages: z.array(z.object({ $ref: z.string() })) }),
  ),
  components: z.looseObject({
    messages: z.record(z.string(), z.looseObject({ name: z.string(), payload: z.looseObject({}) })),
    schemas: z.record(z.string(), z.looseObject({})),
  }),
});

describe.each(documents)('the $name contract', ({ name, document }) => {
  it('is committed as generated (npm run contracts)', () => {
    const committed = readFileSync(new URL(`../../schemas/contracts/${name}.json`, import.meta.url), 'utf8');

    expect(committed).toBe(`${JSON.stringify(document, null, 2)}\n`);
  });

  it('has no reference that leads nowhere', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)].map(([, to]) => to ?? '');

    const dangling = references.filter((reference) => find(document, reference) === undefined);

    expect(references.length).toBeGreaterThan(50);
    expect(dangling).toEqual([]);
  });

  it('names no shape that nothing refers to', () => {
    const text = JSON.stringify(document);
    const { components } = z.object({ components: OpenApi.shape.components }).parse(document);

    const unused = Object.keys(components.schemas).filter(
      (shape) => !text.includes(`"#/components/schemas/${shape}"`),
    );

    expect(unused).toEqual([]);
  });
});

describe('the HTTP contract', () => {
  const { paths } = OpenApi.parse(openApi());
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
  );

  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();

    const { valid, errors } = await validator.validate({ ...openApi() });

    expect({ valid, errors, version: validator.version }).toEqual({
      valid: true,
      errors: undefined,
      version: '3.1',
    });
  });

  it('has every operation of every contract exactly once, and the two contracts themselves', () => {
    const routes = operations.map(([id, { method, path }]) => `${id}: ${method.toLowerCase()} ${path}`);

    const found = described.map(({ operationId, method, path }) => `${operationId}: ${method} ${path}`);

    expect(found.toSorted()).toEqual(
      [...routes, 'getOpenApi: get /v1/openapi.json', 'getAsyncApi: get /v1/asyncapi.json'].toSorted(),
    );
  });

  it.each<[string, string[]]>([
    ['createSession', ['201', '400', '401', '409', '413', '429', '500']],
    ['lookUpTicket', ['200', '400', '404', '429', '500']],
    ['sendMessage', ['201', '400', '401', '404', '409', '413', '422', '429', '500']],
    ['listQueues', ['200', '400', '401', '403', '404', '429', '500']],
    ['putArticle', ['200', '400', '401', '403', '404', '409', '413', '429', '500']],
  ])('says every way %s can end', (id, statuses) => {
    const responses = described.find(({ operationId }) => operationId === id)?.responses;

    expect(Object.keys(responses ?? {})).toEqual(statuses);
  });

  it('says who may call', () => {
    const sayings = Object.fromEntries(
      described.map(({ operationId, security, 'x-roles': roles }) => [operationId, { security, roles }]),
    );
    const schemes = { public: [], customer: [{ session: [] }], desk: [{ signIn: [] }] };

    for (const [id, { caller, roles }] of operations) {
      expect(sayings[id], id).toEqual({ security: schemes[caller], roles });
    }
  });

  it('declares every parameter of every path', () => {
    for (const [id, { path, params }] of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);

      const declared = params instanceof z.ZodMiniObject ? Object.keys(params.shape) : [];

      expect(declared, id).toEqual(inPath);
    }
  });

  it('has schemas that any validator can compile', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false }).addSchema(openApi(), 'openapi');
    const { components } = OpenApi.parse(openApi());

    for (const name of Object.keys(components.schemas)) {
      expect(ajv.getSchema(`openapi#/components/schemas/${name}`), name).toBeTypeOf('function');
    }
  });

  it.each(Object.entries(requestExamples))(
    'has an example of %s that the platform accepts',
    (id, example) => {
      const operation = new Map<string, Operation>(operations).get(id);

      expect(operation?.body?.safeParse(example)).toMatchObject({ success: true });
    },
  );

  it('refuses a session without a hard-to-guess id, as the platform does', () => {
    const validate = new Ajv2020({ strict: false, validateFormats: false })
      .addSchema(openApi(), 'openapi')
      .getSchema('openapi#/components/schemas/SessionBody');
    const guessable = { commandId: 'guess-me' };

    expect(validate?.(guessable)).toBe(SessionBody.safeParse(guessable).success);
  });
});

describe('the WebSocket contract', () => {
  const { components, operations: described } = AsyncApi.parse(asyncApi());

  it('is valid AsyncAPI 3.0', () => {
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(
      asyncApiSpecs.schemasWithoutId['3.0.0'],
    );

    validate(asyncApi());

    expect(validate.errors).toBeNull();
  });

  it.each([
    {
      what: 'request',
      direction: 'receive',
      names: Object.keys(socketRequestExamples),
      kinds: [...SocketRequest.def.options, ...SignalRequest.def.options],
    },
    {
      what: 'message',
      direction: 'send',
      names: Object.keys(socketMessageExamples),
      kinds: SocketMessage.def.options,
    },
  ])('has every $what exactly once, and an operation for it', ({ direction, names, kinds }) => {
    const known = kinds.flatMap(({ shape }) =>
      'action' in shape ? shape.action.def.values : shape.type.def.values,
    );

    const moved = Object.values(described)
      .filter(({ action }) => action === direction)
      .flatMap(({ messages }) =>
        messages.map(({ $ref }) => components.messages[$ref.split('/').at(-1) ?? '']?.name),
      );

    expect(names).toEqual(known);
    expect(moved).toEqual(known);
  });

  it.each(Object.values(socketRequestExamples))(
    'has an example of $action the platform accepts',
    (example) => {
      expect(z.union([SocketRequest, SignalRequest]).safeParse(example)).toMatchObject({ success: true });
    },
  );

  it.each(Object.values(socketMessageExamples))(
    'has an example of $type the platform could send',
    (example) => {
      expect(SocketMessage.safeParse(example)).toMatchObject({ success: true });
    },
  );

  it('has examples that its own schemas accept', () => {
    const ajv = new Ajv({ strict: false, validateFormats: false }).addSchema(asyncApi(), 'asyncapi');
    const examples = [
      ...Object.values(socketRequestExamples).map(
        (example) => [`${example.action}Request`, example] as const,
      ),
      ...Object.values(socketMessageExamples).map((example) => [`${example.type}Message`, example] as const),
    ];

    for (const [name, example] of examples) {
      const message = name.charAt(0).toUpperCase() + name.slice(1);
      const validate = ajv.getSchema(`asyncapi#/components/messages/${message}/payload`);
      expect(validate?.(example), message).toBe(true);
    }
  });
});

function find(document: unknown, reference: string): unknown {
  return reference
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>(
      (part, key) => (typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined),
      document,
    );
}
