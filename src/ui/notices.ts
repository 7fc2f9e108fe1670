import { refusalsIn } from './ask.ts';
import { uiWords } from './ui-words.ts';

export type Notice = { readonly id: number; readonly kind: 'done' | 'refused'; readonly message: string };

const millisecondsInSight = 6000;

let notices: readonly Notice[] = [];
let lastId = 0;
const readers = new Set<() => void>();

const show = (next: readonly Notice[]): void => {
  notices = next;
  for (const read of readers) read();
};

const add = (kind: Notice['kind'], message: string): number => {
  lastId += 1;
  show([...notices.filter((notice) => notice.message !== message), { id: lastId, kind, message }]);
  return lastId;
};

/** The notices in sight, for the component that draws them. */
export const noticesInSight = (): readonly Notice[] => notices;

export const onNotices = (read: () => void): (() => void) => {
  readers.add(read);
  return () => readers.delete(read);
};

export const closeNotice = (id: number): void => show(notices.filter((notice) => notice.id !== id));

/** Says that something was done; goes by itself. */
export const notifyDone = (message: string): void => {
  const id = add('done', message);
  setTimeout(() => closeNotice(id), millisecondsInSight);
};

/** Says why something was not done; stays until it is closed. */
export const notifyRefused = (error: unknown): void => {
  const reasons = refusalsIn(error).map(({ message }) => message);
  add('refused', reasons.join(' ') || uiWords.somethingWrong);
};
