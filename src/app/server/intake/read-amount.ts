/** An amount as written, with the currency where the cell names one. */
export type ReadAmount = { readonly amount: number; readonly currency: string | null };

/** How a column of amounts is read: its decimal mark, and the unit and currency that its header states. */
export type AmountReading = {
  readonly decimal: '.' | ',';
  readonly isSure: boolean;
  readonly scale: number;
  readonly currency: string | null;
};

const signs: { readonly [sign: string]: string } = {
  '€': 'EUR',
  $: 'USD',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₩': 'KRW',
  '₺': 'TRY',
  zł: 'PLN',
};
const signPattern = /€|\$|£|¥|₹|₩|₺|zł/;

/** The commonest codes: any other three capitals in an amount are taken for a currency too. */
const spelled: { readonly [word: string]: string } = {
  euro: 'EUR',
  euros: 'EUR',
  dollar: 'USD',
  dollars: 'USD',
  pfund: 'GBP',
  franken: 'CHF',
  fr: 'CHF',
  sfr: 'CHF',
};

const scales: readonly (readonly [RegExp, number])[] = [
  [/^(bn|b|billion|billions|mrd|milliarde|milliarden|milliard|milliards|md|mld|miljard)$/, 1e9],
  [/^(m|mm|mn|mio|million|millions|millionen|millones|millon|miljoen|mln)$/, 1e6],
  [/^(k|t|tsd|thousand|thousands|tausend|mille|mil|duizend)$/, 1e3],
];

const scaleOf = (word: string): number | undefined => scales.find(([pattern]) => pattern.test(word))?.[1];

export const readCurrency = (text: string): string | null => {
  const trimmed = text.trim();
  const sign = signs[trimmed] ?? spelled[trimmed.toLowerCase()];
  if (sign) return sign;
  const code = trimmed.toUpperCase();
  return /^[A-Z]{3}$/.test(code) ? code : null;
};

/** Reads the unit that a header states, such as 'Budget (TEUR)', 'Value in EUR m' or 'Umsatz Mio. €'. */
export const readHeaderUnit = (header: string): { scale: number; currency: string | null } => {
  const sign = signPattern.exec(header)?.[0];
  const words = header
    .replace(signPattern, ' ')
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  const glued = /^(t|k|m)(eur|usd|gbp|chf)$/;
  const gluedWord = words.map((word) => glued.exec(word)).find((match) => match !== null);
  const currencyWord = words.find(
    (word) => /^(eur|usd|gbp|chf|jpy|cny|inr|pln|sek|nok|dkk)$/.test(word) || word in spelled,
  );
  const currency = sign
    ? (signs[sign] ?? null)
    : gluedWord
      ? (gluedWord[2]?.toUpperCase() ?? null)
      : currencyWord
        ? readCurrency(currencyWord)
        : null;
  const isUnit = currency !== null || /[([]/.test(header) || /\bin\b/i.test(header);
  const word = isUnit ? words.slice(1).find((part) => scaleOf(part) !== undefined) : undefined;
  return { scale: gluedWord ? (scaleOf(gluedWord[1] ?? '') ?? 1) : word ? (scaleOf(word) ?? 1) : 1, currency };
};

/** @returns null when it cannot be read as an amount */
export const readAmount = (cell: string | number | boolean, reading: AmountReading): ReadAmount | null => {
  if (typeof cell === 'boolean') return null;
  if (typeof cell === 'number') return { amount: scaled(cell, reading.scale), currency: reading.currency };
  const sign = signPattern.exec(cell)?.[0];
  let text = cell
    .replace(signPattern, ' ')
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .replace(/[−–]/g, '-')
    .trim();
  const isNegative = /^\(.*\)$/.test(text) || text.startsWith('-') || text.endsWith('-');
  text = text.replace(/^[(+-]+|[)-]+$/g, '').trim();
  const digits = /\d[\d.,'’ ]*/.exec(text);
  if (!digits) return null;
  const words = `${text.slice(0, digits.index)} ${text.slice(digits.index + digits[0].length)}`
    .split(/[\s.]+/)
    .filter((word) => word !== '' && word !== '-');
  let scale = reading.scale;
  let currency = sign ? (signs[sign] ?? null) : null;
  for (const word of words) {
    const factor = scaleOf(word.toLowerCase());
    const code = readCurrency(word);
    if (factor !== undefined) scale = factor;
    else if (code) currency = code;
    else return null;
  }
  const value = plainNumber(digits[0].trim(), reading);
  return value === null
    ? null
    : { amount: scaled(isNegative ? -value : value, scale), currency: currency ?? reading.currency };
};

/** 12.3 million is 12300000, without the dust of binary fractions. */
const scaled = (value: number, scale: number): number =>
  scale === 1 ? value : Number((value * scale).toPrecision(15));

const plainNumber = (written: string, reading: AmountReading): number | null => {
  const text = written.replace(/['’]/g, '').replace(/[.,]$/, '');
  if (/ /.test(text) && !/^\d{1,3}( \d{3})+([.,]\d+)?$/.test(text)) return null;
  const digits = text.replace(/ /g, '');
  const points = digits.split('.').length - 1;
  const commas = digits.split(',').length - 1;
  const decimal = decimalMark(digits, points, commas, reading, / /.test(text));
  const grouping = decimal === ',' ? '.' : ',';
  const [whole = '', fraction, ...more] = decimal === '' ? [digits] : digits.split(decimal);
  if (more.length > 0 || fraction?.includes(grouping)) return null;
  const groups = decimal === '' ? whole.split(/[.,]/) : whole.split(grouping);
  if (groups.length > 1 && groups.slice(1).some((group) => group.length !== 3 && group.length !== 2)) return null;
  const value = Number(`${groups.join('')}${fraction ? `.${fraction}` : ''}`);
  return Number.isFinite(value) ? value : null;
};

/** Which mark is the decimal one here: '' when the marks only group thousands. */
const decimalMark = (
  digits: string,
  points: number,
  commas: number,
  reading: AmountReading,
  grouped: boolean,
): '.' | ',' | '' => {
  if (points > 0 && commas > 0) return digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ',';
  if (points + commas === 0 || points > 1 || commas > 1) return '';
  const mark = points === 1 ? '.' : ',';
  if (grouped) return mark;
  const couldGroup = /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits);
  if (!couldGroup) return mark;
  return reading.isSure && reading.decimal === mark ? mark : '';
};
