import type { Decision } from '#kernel/decision.ts';
import type { Endpoint, OutputOf } from '#kernel/endpoint.ts';
import type { Services, Visit } from '#platform/context.ts';
import { answer, mounted, type Route, signedOut } from './route.ts';

export type Download = {
  /** Without folders, with its ending. */
  readonly fileName: string;
  readonly contentType: string;
  readonly body: ReadableStream<Uint8Array> | Uint8Array | string;
};

export type DownloadRequest<E extends Endpoint> = {
  readonly params: OutputOf<E['params']>;
  readonly query: OutputOf<E['query']>;
  readonly visit: Visit;
  readonly services: Services;
};

/** A route for those who are signed in that answers with a file to keep. */
export const downloadRoute = <const E extends Endpoint>(
  endpoint: E,
  handler: (request: DownloadRequest<E>) => Promise<Decision<Download>>,
): Route =>
  mounted(endpoint, async (http, data) => {
    const visit = await http.get('openVisit')();
    if (!visit) return answer(http, signedOut);
    const made = await handler({
      params: endpoint.params ? data('param') : undefined,
      query: endpoint.query ? data('query') : undefined,
      visit,
      services: http.get('services'),
    } as never);
    if (!made.ok) return answer(http, made);
    const { fileName, contentType, body } = made.value;
    return new Response(body as BodyInit, {
      headers: {
        'Content-Type': contentType,
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
        'Cache-Control': 'no-store',
      },
    });
  });
