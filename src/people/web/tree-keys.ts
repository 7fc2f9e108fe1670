import type { KeyboardEvent } from 'react';

const itemsOf = (tree: HTMLElement): HTMLElement[] => [...tree.querySelectorAll<HTMLElement>('[role="treeitem"]')];

const isOpen = (item: HTMLElement): boolean => item.getAttribute('aria-expanded') === 'true';
const mayOpen = (item: HTMLElement): boolean => item.getAttribute('aria-expanded') === 'false';
/** The item one level up: its key is this one's without the last part. */
const parentOf = (item: HTMLElement, items: readonly HTMLElement[]): HTMLElement | undefined => {
  const above = (item.dataset['key'] ?? '').split('/').slice(0, -1).join('/');
  return items.find((other) => other.dataset['key'] === above);
};

export type TreeActs = { readonly toggle: (key: string) => void };

/**
 * The keys of a tree as the ARIA practices give them: up and down over what is shown, right opens or goes to the first
 * below, left closes or goes up, Home and End, Enter and space act, a letter goes to the next name that begins with it.
 * Items that are closed have nothing below them in the document, so what is in the document is what is shown.
 */
export const onTreeKey = (event: KeyboardEvent<HTMLElement>, { toggle }: TreeActs): void => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const items = itemsOf(event.currentTarget);
  const at = items.findIndex((item) => item === document.activeElement);
  const item = items[at];
  if (!item) return;
  const key = item.dataset['key'] ?? '';
  const goTo = (other: HTMLElement | undefined): void => other?.focus();
  const acts: Record<string, () => void> = {
    ArrowDown: () => goTo(items[at + 1]),
    ArrowUp: () => goTo(items[at - 1]),
    ArrowRight: () => (mayOpen(item) ? toggle(key) : isOpen(item) ? goTo(items[at + 1]) : undefined),
    ArrowLeft: () => (isOpen(item) ? toggle(key) : goTo(parentOf(item, items))),
    Home: () => goTo(items[0]),
    End: () => goTo(items.at(-1)),
    Enter: () => item.querySelector<HTMLElement>('[data-act]')?.click(),
    ' ': () => item.querySelector<HTMLElement>('[data-act]')?.click(),
  };
  const byLetter = (): void => {
    const letter = event.key.toLocaleLowerCase();
    const startsSo = (other: HTMLElement): boolean =>
      (other.dataset['name'] ?? '').toLocaleLowerCase().startsWith(letter);
    goTo([...items.slice(at + 1), ...items.slice(0, at)].find(startsSo));
  };
  const act = acts[event.key] ?? (/^[\p{L}\p{N}]$/u.test(event.key) ? byLetter : null);
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
};
