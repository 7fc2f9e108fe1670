import { fileRefusal } from './file-refusal.ts';

export type XmlEvents = {
  open(name: string, attributes: string, isEmpty: boolean): void;
  close(name: string): void;
  text(text: string): void;
};

const longestPiece = 4_000_000;
const entities: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Entities of XML itself and numbered characters; also Excel's own _x000D_ for characters that XML cannot hold. */
export const decodeXml = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) =>
        name ? (entities[name] ?? whole) : characterOf(hex ? Number.parseInt(hex, 16) : Number(decimal)),
      )
    : text;

const characterOf = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '');

/** The value of one attribute among those of a tag, as written. */
export const attributeOf = (attributes: string, name: string): string | undefined => {
  let at = attributes.indexOf(`${name}=`);
  while (at > 0 && !/\s/.test(attributes[at - 1] ?? '')) at = attributes.indexOf(`${name}=`, at + 1);
  if (at < 0) return undefined;
  const quote = attributes[at + name.length + 1] ?? '"';
  const from = at + name.length + 2;
  const end = attributes.indexOf(quote, from);
  return end < 0 ? undefined : attributes.slice(from, end);
};

/**
 * Takes XML apart as it streams in, keeping nothing but an unfinished piece. It knows what spreadsheets write and refuses
 * document types, with which a small text can be made to grow without bound. Prefixes of names are dropped.
 */
export const xmlScanner = (events: XmlEvents): ((part: string) => void) => {
  let rest = '';
  return (part) => {
    const text = rest + part;
    let at = 0;
    for (;;) {
      const start = text.indexOf('<', at);
      if (start < 0) break;
      const end = pieceEnd(text, start);
      if (end < 0) break;
      if (start > at) events.text(decodeXml(text.slice(at, start)));
      tell(text.slice(start + 1, end), events);
      at = end + 1;
    }
    rest = at === 0 ? text : text.slice(at);
    if (rest.length > longestPiece)
      throw fileRefusal('The workbook is damaged: a part of it never ends. Open and save it again, then retry.');
  };
};

/** Where the piece that begins with '<' has its '>', -1 when that has not come yet. */
const pieceEnd = (text: string, start: number): number => {
  if (text.startsWith('<!--', start)) return endAfter(text, '-->', start);
  if (text.startsWith('<![CDATA[', start)) return endAfter(text, ']]>', start);
  if (text.startsWith('<?', start)) return endAfter(text, '?>', start);
  let end = text.indexOf('>', start);
  while (end >= 0 && insideQuotes(text, start, end)) end = text.indexOf('>', end + 1);
  return end;
};

const endAfter = (text: string, mark: string, from: number): number => {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length - 1;
};

const insideQuotes = (text: string, from: number, to: number): boolean => {
  let at = from;
  for (;;) {
    const double = text.indexOf('"', at);
    const single = text.indexOf("'", at);
    const open = double < 0 ? single : single < 0 ? double : Math.min(double, single);
    if (open < 0 || open >= to) return false;
    const close = text.indexOf(text[open] ?? '"', open + 1);
    if (close < 0 || close >= to) return true;
    at = close + 1;
  }
};

const tell = (piece: string, events: XmlEvents): void => {
  const first = piece[0];
  if (first === '?') return;
  if (first === '!') {
    if (piece.startsWith('![CDATA[')) events.text(piece.slice(8, -2));
    else if (/^!DOCTYPE/i.test(piece))
      throw fileRefusal('The workbook holds a document type declaration, which no spreadsheet writes; it is not read.');
    return;
  }
  if (first === '/') return events.close(localName(piece.slice(1).trimEnd()));
  const isEmpty = piece.endsWith('/');
  const inner = isEmpty ? piece.slice(0, -1) : piece;
  const space = inner.search(/\s/);
  const name = localName(space < 0 ? inner : inner.slice(0, space));
  events.open(name, space < 0 ? '' : inner.slice(space), isEmpty);
  if (isEmpty) events.close(name);
};

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
