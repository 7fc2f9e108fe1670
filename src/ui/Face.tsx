import classes from './face.module.css';
import { uiWords } from './ui-words.ts';

export type FaceProps = {
  /** Null: nobody yet, shown as a gap. */
  readonly name: string | null | undefined;
  readonly size?: number;
  /** False where the name stands beside it anyway. */
  readonly named?: boolean;
};

/** Up to two initials: of the first and of the last word. */
export const initials = (name: string): string => {
  const words = name.split(/[\s.]+/).filter((word) => /\p{L}/u.test(word));
  const ends = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return ends.map((word = '') => [...word][0]?.toLocaleUpperCase() ?? '').join('');
};

/** The same name has the same of six grounds, without a meaning. */
const groundOf = (name: string): number => [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 6;

export const Face = ({ name, size = 32, named = false }: FaceProps) => (
  <span
    className={classes.face}
    data-ground={name ? groundOf(name) : 'gap'}
    style={{ width: size, height: size, fontSize: size * 0.38 }}
    {...(named
      ? { role: 'img', 'aria-label': name ?? uiWords.nobody, title: name ?? uiWords.nobody }
      : { 'aria-hidden': true })}
  >
    {name ? initials(name) : ''}
  </span>
);

export type FacePairProps = { readonly left: string | null; readonly right: string | null; readonly size?: number };

/** Two faces turned to each other, with a gap where one is missing. */
export const FacePair = ({ left, right, size = 32 }: FacePairProps) => (
  <span className={classes.pair}>
    <Face name={left} size={size} named />
    <Face name={right} size={size} named />
  </span>
);
