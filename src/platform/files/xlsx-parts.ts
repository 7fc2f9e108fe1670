import { fileRefusal } from './file-refusal.ts';
import type { ReadLimits } from './table-row.ts';
import type { Archive } from './xlsx-archive.ts';
import { attributeOf, decodeXml, type XmlEvents, xmlScanner } from './xml-scanner.ts';

export type SheetPart = { readonly name: string; readonly path: string };

const nothing: XmlEvents = { open: () => undefined, close: () => undefined, text: () => undefined };

const scan = async (archive: Archive, name: string, events: Partial<XmlEvents>): Promise<void> => {
  const write = xmlScanner({ ...nothing, ...events });
  for await (const piece of archive.pieces(name)) write(piece);
};

/** The visible sheets in their order, where each is kept, and whether days count from 1904. */
export const readWorkbook = async (archive: Archive): Promise<{ sheets: SheetPart[]; since1904: boolean }> => {
  const targets = new Map<string, string>();
  await scan(archive, 'xl/_rels/workbook.xml.rels', {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      targets.set(attributeOf(attributes, 'Id') ?? '', decodeXml(attributeOf(attributes, 'Target') ?? ''));
    },
  });
  const sheets: SheetPart[] = [];
  let since1904 = false;
  await scan(archive, 'xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'workbookPr') since1904 = /^(1|true)$/.test(attributeOf(attributes, 'date1904') ?? '');
      if (name !== 'sheet' || attributeOf(attributes, 'state') === 'veryHidden') return;
      const target = targets.get(/\w+:id="([^"]*)"/.exec(attributes)?.[1] ?? '') ?? '';
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      if (archive.has(path)) sheets.push({ name: decodeXml(attributeOf(attributes, 'name') ?? ''), path });
    },
  });
  return { sheets, since1904 };
};

const builtInDays = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58]);

/** Which cell styles show a number as a day. */
export const readDayStyles = async (archive: Archive): Promise<boolean[]> => {
  const ownFormats = new Set<number>();
  const styles: boolean[] = [];
  let within = false;
  await scan(archive, 'xl/styles.xml', {
    open(name, attributes) {
      if (name === 'numFmt' && showsDay(decodeXml(attributeOf(attributes, 'formatCode') ?? ''))) {
        ownFormats.add(Number(attributeOf(attributes, 'numFmtId')));
      }
      if (name === 'cellXfs') within = true;
      if (name === 'xf' && within) {
        const format = Number(attributeOf(attributes, 'numFmtId') ?? 0);
        styles.push(builtInDays.has(format) || ownFormats.has(format));
      }
    },
    close(name) {
      if (name === 'cellXfs') within = false;
    },
  });
  return styles;
};

/** A format with a day or a year in it, apart from quoted text and conditions. */
const showsDay = (code: string): boolean =>
  /[dy]/i.test(
    code
      .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
      .split(';')[0]
      ?.replace(/general/i, '') ?? '',
  );

/** Texts that cells share, without phonetic hints; their sum is bounded since they are kept while reading. */
export const readSharedTexts = async (archive: Archive, limits: ReadLimits): Promise<string[]> => {
  const texts: string[] = [];
  let characters = 0;
  let current = '';
  let inText = false;
  let inHint = false;
  await scan(archive, 'xl/sharedStrings.xml', {
    open(name) {
      if (name === 'si') current = '';
      if (name === 't') inText = true;
      if (name === 'rPh') inHint = true;
    },
    text(text) {
      if (inText && !inHint) current += text;
    },
    close(name) {
      if (name === 't') inText = false;
      if (name === 'rPh') inHint = false;
      if (name !== 'si') return;
      characters += current.length + 16;
      if (characters > limits.sharedCharacters)
        throw fileRefusal(
          'The texts in this workbook are too many to read at once. Divide it and bring in the parts one after the other.',
        );
      texts.push(current);
    },
  });
  return texts;
};
