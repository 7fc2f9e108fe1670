/** A schema library's type, known here only by the two types that it carries. */
type Schema = { readonly _output: unknown; readonly _input: unknown };

/** One request and its reply, described once for the server, the web and the published API. */
export type Endpoint = {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** With parameters in braces: '/api/alliances/{allianceId}'. */
  readonly path: string;
  readonly summary: string;
  readonly params?: Schema;
  readonly query?: Schema;
  readonly body?: Schema;
  readonly reply?: Schema;
};

export const endpoint = <const E extends Endpoint>(description: E): E => description;

export type OutputOf<S> = S extends Schema ? S['_output'] : undefined;
export type InputOf<S> = S extends Schema ? S['_input'] : undefined;
export type ReplyOf<E extends Endpoint> = OutputOf<E['reply']>;
