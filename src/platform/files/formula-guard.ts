/** What a spreadsheet would take for a formula, also when it was already guarded once. */
const dangerous = /^'*[=+\-@\t\r\n＝＋－＠]/;
const guarded = /^'+[=+\-@\t\r\n＝＋－＠]/;

/**
 * Text that a spreadsheet opening a CSV file would run as a formula gets an apostrophe in front, which spreadsheets show
 * as text; `unguardFormula` takes exactly this one away again.
 */
export const guardFormula = (text: string): string => (dangerous.test(text) ? `'${text}` : text);

export const unguardFormula = (text: string): string => (guarded.test(text) ? text.slice(1) : text);
