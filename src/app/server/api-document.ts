import type { OpenAPIHono } from '@hono/zod-openapi';
import { createHttpApp } from '#platform/http/http-app.ts';
import type { HttpEnvironment } from '#platform/http/route.ts';
import { routesOf } from './routes.ts';

type Schema = {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
};
type Operation = {
  readonly summary?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema?: Schema;
  }[];
  readonly requestBody?: { readonly content: { readonly [type: string]: { readonly schema: Schema } } };
  readonly responses: {
    readonly [status: string]: { readonly content?: { readonly [type: string]: { readonly schema: Schema } } };
  };
};
type ApiDocument = { readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } } };

const about = { openapi: '3.1.0', info: { title: 'Entente', version: '0.1.0' } } as const;

/** The published description of the API (OpenAPI 3.1), from the contracts that the routes are checked by. */
export const openApiOf = (app: OpenAPIHono<HttpEnvironment>): ApiDocument =>
  app.getOpenAPI31Document(about) as unknown as ApiDocument;

/** The same without a running server. */
export const describeApi = (): ApiDocument =>
  openApiOf(
    createHttpApp({
      services: { baseUrl: 'http://localhost' } as never,
      routes: routesOf({} as never),
      openVisit: async () => null,
      publicRequestsPerMinute: 1,
      callerOf: () => '',
      onError: () => {},
    }),
  );

const typeInWords = (schema: Schema | undefined, depth = 0): string => {
  if (!schema) return 'anything';
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' or ');
  if (schema.anyOf) return [...new Set(schema.anyOf.map((part) => typeInWords(part, depth)))].join(' or ');
  if (schema.items) return `list of ${typeInWords(schema.items, depth)}`;
  if (schema.properties) return depth > 1 ? 'object' : `{ ${fieldsInWords(schema, depth + 1)} }`;
  return Array.isArray(schema.type) ? schema.type.join(' or ') : String(schema.type ?? 'anything');
};

const fieldsInWords = (schema: Schema, depth: number): string =>
  Object.entries(schema.properties ?? {})
    .map(([name, field]) => `${name}${schema.required?.includes(name) ? '' : '?'}: ${typeInWords(field, depth)}`)
    .join(', ');

const operationInWords = (method: string, path: string, operation: Operation): string => {
  const query = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
  const body = operation.requestBody?.content['application/json']?.schema;
  const reply = operation.responses['200']?.content?.['application/json']?.schema;
  const lines = [`### ${method.toUpperCase()} ${path}`, '', `${operation.summary}.`, ''];
  if (query.length > 0)
    lines.push(
      `- query: ${query.map(({ name, schema, required }) => `\`${name}${required ? '' : '?'}: ${typeInWords(schema)}\``).join(', ')}`,
    );
  if (body) lines.push(`- body: \`${typeInWords(body)}\``);
  if (reply) lines.push(`- reply: \`${typeInWords(reply)}\``);
  return lines.join('\n').trimEnd();
};

/** docs/api.md. */
export const apiReference = (): string => {
  const operations = Object.entries(describeApi().paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationInWords(method, path, operation)),
  );
  return [
    '# The API',
    '',
    'Made from the contracts by `npm run docs:api`; the same as OpenAPI 3.1 is at `/api/openapi.json` of a running server.',
    '',
    'Requests and replies are JSON. Signing in: `POST /api/auth/sign-in/email` with `{"email", "password"}` sets the session cookie.',
    'Without it only `/api/ground`, `/api/setup`, `/api/join`, `/api/answer` and `/api/compute` answer. What is refused comes back with all its',
    'reasons, `{"refusals": [{"rule", "message", "field"?}]}`: 400 malformed, 401 not signed in, 403 not allowed, 404 not there or not',
    'within reach, 409 against a rule, 429 too often.',
    '',
    operations.join('\n\n'),
    '',
  ].join('\n');
};
