/** A name for comparing: small letters, single spaces, 'Last, First' turned round. Equal keys are the same name. */
export const nameKey = (name: string): string => {
  const plain = name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  return plain;
};

/** The key of a person's name, with 'Last, First' turned round. */
export const personKey = (name: string): string => {
  const key = nameKey(name);
  const comma = key.indexOf(',');
  return comma > 0 && comma === key.lastIndexOf(',')
    ? `${key.slice(comma + 1).trim()} ${key.slice(0, comma).trim()}`
    : key;
};

/** A person's name as it is put on record: 'Müller, Anna' becomes 'Anna Müller'. */
export const personName = (name: string): string => {
  const parts = name.split(',');
  const [last = '', first = ''] = parts.map((part) => part.trim());
  const isSuffix = /^(jr|sr|phd|md|mba|ii|iii|iv|dr)\.?$/i.test(first);
  return parts.length === 2 && last !== '' && first !== '' && !isSuffix
    ? `${first} ${last}`
    : name.replace(/\s+/g, ' ').trim();
};

const legalForms =
  /\b(ag|gmbh|kg|kgaa|co|se|ug|ohg|mbh|inc|incorporated|corp|corporation|company|ltd|limited|llc|llp|plc|lp|sa|sas|sarl|sl|slu|spa|srl|bv|nv|ab|as|asa|oy|oyj|aps|kk|pty|pte|sdn|bhd|holding|holdings|group|gruppe|groupe|grupo|the)\b/g;
const titles = /\b(dr|prof|professor|ing|dipl|mr|mrs|ms|herr|frau|sir|dame|phd|mba|jr|sr)\b/g;

/** A name without what is often written differently: accents, marks, legal forms or titles, the order of its words. */
export const looseName = (name: string, isPerson: boolean): string => {
  const plain = name
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/[øö]/g, 'o')
    .replace(/ł/g, 'l')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/&/g, ' and ')
    .replace(/[.'’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  const bare = plain
    .replace(isPerson ? titles : legalForms, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const words = (bare === '' ? plain.trim() : bare).replace(/ae|oe|ue/g, (pair) => pair[0] ?? '').split(' ');
  return isPerson ? words.sort().join(' ') : words.join(' ');
};

/** The name on record where a written one is left out or differs from it in spaces alone. */
export const sameBySpaces = (onRecord: string | undefined, written: string | null): string | null =>
  onRecord !== undefined && (written === null || onRecord.replace(/\s+/g, ' ').trim() === written) ? onRecord : null;
