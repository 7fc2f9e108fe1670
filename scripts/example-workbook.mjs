// Writes the sample workbook of docs/importing.md: node scripts/example-workbook.mjs
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';

const day = (text) => new Date(`${text}T00:00:00Z`);

const sheets = {
  Organisations: [
    ['Organisation', 'Kind', 'Founder-led', 'Founder-led since', 'Country'],
    ['Borealis', 'own', 'no', null, 'Norway'],
    ['Tidewell', 'partner', 'yes', day('2003-05-01'), 'Scotland'],
    ['Mirumi Sensors', 'partner', 'no', null, 'Japan'],
    ['Cobalt Grid', 'candidate', 'no', null, 'Canada'],
  ],
  Areas: [
    ['Area', 'Part of', 'Kind', 'Currency', 'Result 2023', 'Result 2024'],
    ['Heat', null, 'product line', 'EUR', 410_000_000, 438_000_000],
    ['Harbour heat', 'Heat', 'product line', 'EUR', 96_000_000, 121_000_000],
    ['Pumps', null, 'product line', 'EUR', 265_000_000, 259_000_000],
  ],
  People: [
    [
      'Person id',
      'Name',
      'Mail',
      'Title',
      'Level',
      'Area',
      'Reports to',
      'First day',
      'Last day',
      'Budget',
      'May decide',
    ],
    [
      '101',
      'Ingrid Falkenberg',
      'ingrid.falkenberg@borealis.example',
      'Chief Executive Officer',
      1,
      null,
      null,
      day('2019-04-01'),
      null,
      80_000_000,
      'Investment: 40000000; Exclusivity',
    ],
    [
      '102',
      'Mateus Carvalhal',
      'mateus.carvalhal@borealis.example',
      'EVP Heat',
      'EVP',
      'Heat',
      'Ingrid Falkenberg',
      day('2022-01-01'),
      null,
      34_000_000,
      'Investment: 10000000',
    ],
    [
      '102',
      'Mateus Carvalhal',
      'mateus.carvalhal@borealis.example',
      'SVP Harbour heat',
      'SVP',
      'Harbour heat',
      'Ingrid Falkenberg',
      day('2018-03-01'),
      day('2021-12-31'),
      null,
      null,
    ],
    [
      '103',
      'Sunniva Aasen',
      'sunniva.aasen@borealis.example',
      'EVP Pumps',
      'EVP',
      'Pumps',
      '101',
      day('2020-09-01'),
      null,
      21_000_000,
      null,
    ],
    [
      '104',
      'Emre Tolunay',
      'emre.tolunay@borealis.example',
      'Director Alliances',
      'Director',
      null,
      'mateus.carvalhal@borealis.example',
      day('2021-02-01'),
      null,
      null,
      null,
    ],
  ],
  Alliances: [
    [
      'Alliance',
      'Partners',
      'Phase',
      'Tier',
      'Starts',
      'Ends',
      'Yearly value by area',
      'Decisions needed',
      'Alliance manager',
      'Objectives',
    ],
    [
      'Harbour Heat',
      'Tidewell',
      'strategy',
      'strategic',
      day('2027-01-01'),
      day('2032-12-31'),
      'Harbour heat: 7000000; Pumps: 2000000',
      'Investment: 12000000; Exclusivity',
      'Emre Tolunay',
      'Heat twelve harbours by 2032 | Share the cost of the first three',
    ],
    [
      'Listening Pump',
      'Mirumi Sensors; Cobalt Grid',
      'selection',
      'core',
      day('2026-06-01'),
      day('2030-05-31'),
      'Pumps: 4000000',
      null,
      'Emre Tolunay',
      'Pumps that hear their own bearings',
    ],
  ],
};

const book = new ExcelJS.Workbook();
book.created = day('2026-01-01');
book.modified = day('2026-01-01');
for (const [name, rows] of Object.entries(sheets)) {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  for (const row of rows) sheet.addRow([...row]);
  sheet.getRow(1).font = { bold: true };
  for (const column of sheet.columns) column.width = 22;
}
await book.xlsx.writeFile(fileURLToPath(new URL('../docs/examples/everything.xlsx', import.meta.url)));
