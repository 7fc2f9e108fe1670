import { html, raw } from 'hono/html';

/** What a letter says, once for the page and once for plain text. */
export type LetterBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string; readonly by: string }
  | { readonly kind: 'list'; readonly title: string; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [name: string, value: string])[] }
  | { readonly kind: 'links'; readonly links: readonly LetterLink[] };

export type LetterLink = { readonly label: string; readonly url: string; readonly tone: 'strong' | 'plain' };

export type LetterContent = {
  readonly heading: string;
  readonly blocks: readonly LetterBlock[];
  /** Why the reader gets this. */
  readonly foot: string;
};

const font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const cell = `${font};font-size:16px;line-height:1.5;padding:0 0 16px 0`;

// Colours are in the style sheet as well, so that a mail program in dark mode has its own.
const styles = `
  body, .page { background: #f4f5f7; color: #1d2430; }
  .card { background: #ffffff; }
  .quiet { color: #586273; }
  .strong { background: #1f4b8f; color: #ffffff; }
  .plain { background: #ffffff; color: #1f4b8f; border-color: #1f4b8f; }
  @media (prefers-color-scheme: dark) {
    body, .page { background: #14171c !important; color: #e8eaee !important; }
    .card { background: #1f242c !important; color: #e8eaee !important; }
    .quiet { color: #a9b2c0 !important; }
    .strong { background: #9cc1ff !important; color: #10151d !important; }
    .plain { background: #1f242c !important; color: #9cc1ff !important; border-color: #9cc1ff !important; }
  }`;

/** One column in tables with inline styles, since that is what mail programs understand. Every value is escaped. */
export const letterHtml = async ({ heading, blocks, foot }: LetterContent): Promise<string> => {
  const page = await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${heading}</title>
<style>${raw(styles)}</style>
</head>
<body style="margin:0;padding:0;background:#f4f5f7;color:#1d2430">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="page" style="background:#f4f5f7">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="card" style="max-width:600px;background:#ffffff;border-radius:8px">
<tr><td style="padding:32px 28px 16px 28px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
<tr><td style="${font};padding:0 0 16px 0"><h1 style="margin:0;font-size:22px;line-height:1.3;font-weight:600">${heading}</h1></td></tr>
${blocks.map(blockHtml)}
<tr><td class="quiet" style="${font};font-size:13px;line-height:1.5;padding:12px 0 16px 0;color:#586273">${foot}</td></tr>
</table>
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
  return page.toString();
};

const blockHtml = (block: LetterBlock) => {
  switch (block.kind) {
    case 'text':
      return html`<tr><td style="${cell}">${block.text}</td></tr>`;
    case 'quote':
      return html`<tr><td style="${cell}"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td style="${font};font-size:16px;line-height:1.5;border-left:3px solid #9aa7ba;padding:4px 0 4px 14px;white-space:pre-line">${block.text}<div class="quiet" style="color:#586273;font-size:14px">${block.by}</div></td></tr></table></td></tr>`;
    case 'list':
      return html`<tr><td style="${cell}"><strong>${block.title}</strong><ul style="margin:8px 0 0 0;padding:0 0 0 20px">${block.items.map((item) => html`<li style="padding:0 0 6px 0">${item}</li>`)}</ul></td></tr>`;
    case 'facts':
      return html`<tr><td style="${cell}"><table role="presentation" cellpadding="0" cellspacing="0" border="0">${block.rows.map(
        ([name, value]) =>
          html`<tr><td class="quiet" valign="top" style="${font};font-size:15px;line-height:1.5;padding:0 20px 4px 0;color:#586273">${name}</td><td valign="top" style="${font};font-size:15px;line-height:1.5;padding:0 0 4px 0">${value}</td></tr>`,
      )}</table></td></tr>`;
    case 'links':
      return html`<tr><td style="${cell}">${block.links.map(linkHtml)}</td></tr>`;
  }
};

const linkHtml = ({ label, url, tone }: LetterLink) => {
  const look = tone === 'strong' ? 'background:#1f4b8f;color:#ffffff' : 'background:#ffffff;color:#1f4b8f';
  return html`<a href="${url}" class="${tone}" style="${font};display:inline-block;margin:0 10px 10px 0;padding:12px 20px;border:1px solid #1f4b8f;border-radius:6px;font-size:16px;font-weight:600;text-decoration:none;${look}">${label}</a>`;
};

/** The same letter for those who read plain text. */
export const letterText = ({ heading, blocks, foot }: LetterContent): string =>
  [heading, ...blocks.map(blockText), `-- \n${foot}`].join('\n\n').concat('\n');

const blockText = (block: LetterBlock): string => {
  switch (block.kind) {
    case 'text':
      return block.text;
    case 'quote':
      return `${block.text
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n')}\n> ${block.by}`;
    case 'list':
      return [block.title, ...block.items.map((item) => `  - ${item}`)].join('\n');
    case 'facts':
      return block.rows.map(([name, value]) => `${name}: ${value}`).join('\n');
    case 'links':
      return block.links.map(({ label, url }) => `${label}:\n${url}`).join('\n\n');
  }
};
