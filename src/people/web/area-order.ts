import type { AreaItem } from '#people/area-contract.ts';

export type AreaInTree = AreaItem & { readonly depth: number; readonly parentName: string | null };

/** Areas as a tree reads: each followed by those below it, siblings in the order they came in. */
export const inTreeOrder = (areas: readonly AreaItem[]): AreaInTree[] => {
  const known = new Map(areas.map((area) => [area.id, area]));
  const below = new Map<string | null, AreaItem[]>();
  for (const area of areas) {
    const parent = area.parentId !== null && known.has(area.parentId) ? area.parentId : null;
    below.set(parent, [...(below.get(parent) ?? []), area]);
  }
  const walk = (parent: AreaItem | null, depth: number): AreaInTree[] =>
    (below.get(parent?.id ?? null) ?? []).flatMap((area) => [
      { ...area, depth, parentName: parent?.name ?? null },
      ...walk(area, depth + 1),
    ]);
  return walk(null, 0);
};

/** The area's own id and those of all areas below it. */
export const withAllBelow = (areas: readonly AreaItem[], id: string): ReadonlySet<string> => {
  const found = new Set([id]);
  for (const at of found) for (const area of areas) if (area.parentId === at) found.add(area.id);
  return found;
};
