import { once } from 'node:events';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import type { Client } from 'pg';

/** What this file needs of the driver's connection: PostgreSQL's COPY messages, which the driver parses but does not offer. */
type Connection = {
  readonly stream: Socket;
  query(statement: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
};

type Submitted = { submit(connection: Connection): void; [handler: string]: unknown };

const submit = (client: Client, handlers: Submitted): void => {
  (client as unknown as { query(submitted: Submitted): void }).query({ ...nothing, ...handlers });
};

type Complete = { readonly text: string };

const rowsOf = (tag: string): number => Number(tag.split(' ')[1]);

const ignore = (): void => undefined;

const nothing = {
  handleRowDescription: ignore,
  handleDataRow: ignore,
  handlePortalSuspended: ignore,
  handleEmptyQuery: ignore,
  handleCommandComplete: ignore,
  handleCopyInResponse: ignore,
  handleCopyData: ignore,
  handleReadyForQuery: ignore,
};

/** What `copy ... to stdout` gives, and, once it was read to its end, of how many rows it was. */
export type CopiedOut = { readonly pieces: Readable; readonly countRows: () => number };

/** The server waits while nobody reads, so memory stays small however large the table. */
export const copyOut = (client: Client, statement: string): CopiedOut => {
  let open: Connection | undefined;
  let count = 0;
  const pieces = new Readable({ highWaterMark: 1024 * 1024, read: () => void open?.stream.resume() });
  submit(client, {
    submit(connection) {
      open = connection;
      connection.query(statement);
    },
    handleCopyData({ chunk }: { chunk: Buffer }, connection: Connection) {
      if (!pieces.push(Buffer.from(chunk))) connection.stream.pause();
    },
    handleError: (error: Error) => pieces.destroy(error),
    handleCommandComplete({ text }: Complete) {
      count = rowsOf(text);
    },
    handleReadyForQuery: () => pieces.push(null),
  });
  return { pieces, countRows: () => count };
};

/** Loads rows by `copy ... from stdin`. @returns how many the server took */
export const copyIn = (client: Client, statement: string, rows: AsyncIterable<Buffer>): Promise<number> =>
  new Promise((settle, fail) => {
    let taken = 0;
    let failure: unknown;
    submit(client, {
      submit: (connection) => connection.query(statement),
      handleCopyInResponse(connection: Connection) {
        send(connection, rows, () => failure !== undefined).catch((error: unknown) => {
          failure ??= error;
          connection.sendCopyFail('The source of the rows failed.');
        });
      },
      handleCommandComplete({ text }: Complete) {
        taken = rowsOf(text);
      },
      handleError(error: Error) {
        failure ??= error;
        fail(failure);
      },
      handleReadyForQuery: () => settle(taken),
    });
  });

const send = async (connection: Connection, rows: AsyncIterable<Buffer>, isOver: () => boolean): Promise<void> => {
  for await (const piece of rows) {
    if (isOver()) return;
    connection.sendCopyFromChunk(piece);
    if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain');
  }
  if (!isOver()) connection.endCopyFrom();
};
