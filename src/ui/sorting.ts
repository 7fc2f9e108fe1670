/** 'name' of the sorts 'name' and '-name'. */
export const sortName = (sort: string | undefined): string | undefined => sort?.replace(/^-/, '');

export const isDescending = (sort: string | undefined): boolean => sort?.startsWith('-') ?? false;

/** The sort after a click on a column's head: upwards first, then downwards, then upwards again. */
export const nextSort = (sort: string | undefined, name: string): string => (sort === name ? `-${name}` : name);
