import { describe, expect, test } from 'vitest';
import { type ColumnNotes, sheetObserver } from './column-notes.ts';
import { guessColumns, guessHeaderRow, guessKind } from './header-guess.ts';
import { exportHeaders, importKinds } from './import-fields.ts';

const notesOf = (headers: readonly string[], sample: readonly string[] = []): ColumnNotes[] => {
  const observer = sheetObserver();
  if (sample.length > 0) observer.observe(2, sample);
  return observer.notes(headers);
};

const guess = (headers: string[], sheet = 'Sheet1', sample: string[] = []) => {
  const notes = notesOf(headers, sample);
  const kind = guessKind(notes, sheet, 'export.csv');
  return { kind, columns: kind ? guessColumns(kind, notes) : [] };
};

describe('headers of common exports', () => {
  test.each([
    [
      'Workday',
      [
        'Worker',
        'Employee ID',
        'Business Title',
        'Management Level',
        'Supervisory Organization',
        "Worker's Manager",
        'Primary Work Email',
        'Position Start Date',
      ],
      ['name', 'externalId', 'title', 'level', 'area', 'reportsTo', 'mail', 'from'],
    ],
    [
      'SAP SuccessFactors',
      [
        'User/Sys ID',
        'FIRSTNAME',
        'LASTNAME',
        'EMAIL',
        'Division',
        'Job Title',
        'Manager User ID',
        'Start Date',
        'End Date',
      ],
      ['externalId', 'firstName', 'lastName', 'mail', 'area', 'title', 'reportsTo', 'from', 'to'],
    ],
    [
      'one column for both names, German',
      ['Mitarbeiter-ID', 'Nachname, Vorname', 'E-Mail', 'Position', 'Ebene', 'Bereich', 'Vorgesetzter', 'Firma'],
      ['externalId', 'name', 'mail', 'title', 'level', 'area', 'reportsTo', 'organisation'],
    ],
    [
      'Personio, German',
      [
        'Mitarbeiter-ID',
        'Vorname',
        'Nachname',
        'E-Mail-Adresse',
        'Abteilung',
        'Position',
        'Vorgesetzter',
        'Eintrittsdatum',
      ],
      ['externalId', 'firstName', 'lastName', 'mail', 'area', 'title', 'reportsTo', 'from'],
    ],
    [
      'French',
      ['Matricule', 'Nom complet', 'Intitulé du poste', 'Niveau', 'Direction', 'Responsable hiérarchique', 'Depuis'],
      ['externalId', 'name', 'title', 'level', 'area', 'reportsTo', 'from'],
    ],
    [
      'Spanish',
      ['Nombre completo', 'Correo electrónico', 'Puesto', 'Unidad de negocio', 'Jefe directo', 'Fecha de inicio'],
      ['name', 'mail', 'title', 'area', 'reportsTo', 'from'],
    ],
    [
      'Dutch',
      ['Naam', 'E-mailadres', 'Functie', 'Afdeling', 'Leidinggevende', 'Begindatum', 'Einddatum'],
      ['name', 'mail', 'title', 'area', 'reportsTo', 'from', 'to'],
    ],
    ['by hand', ['NAME', 'role', 'Level', 'since', 'Budget (TEUR)'], ['name', 'title', 'level', 'from', 'budget']],
  ])('persons: %s', (_, headers, columns) => {
    expect(guess(headers)).toEqual({ kind: 'persons', columns });
  });

  test.each([
    [
      'Salesforce opportunities',
      ['Opportunity ID', 'Opportunity Name', 'Account Name', 'Stage', 'Opportunity Owner', 'Amount', 'Close Date'],
      ['externalId', 'name', 'partners', 'phase', 'manager', 'value', 'endsOn'],
    ],
    [
      'HubSpot deals',
      ['Record ID', 'Deal Name', 'Deal Stage', 'Deal owner', 'Amount', 'Create Date', 'Associated Company'],
      ['externalId', 'name', 'phase', 'manager', 'value', 'startsOn', 'partners'],
    ],
    [
      'German',
      ['Allianz', 'Partner', 'Phase', 'Bedeutung', 'Geschäftsbereich', 'Jahreswert', 'Beginn', 'Vertragsende', 'Ziele'],
      ['name', 'partners', 'phase', 'tier', 'area', 'value', 'startsOn', 'endsOn', 'objectives'],
    ],
  ])('alliances: %s', (_, headers, columns) => {
    expect(guess(headers)).toEqual({ kind: 'alliances', columns });
  });

  test('areas, with results in a column a year', () => {
    expect(guess(['Business Unit', 'Parent', 'Type', 'Revenue FY2023', 'Revenue 2024 (EUR m)', '2025'])).toEqual({
      kind: 'areas',
      columns: ['name', 'parent', 'kind', 'result:2023', 'result:2024', 'result:2025'],
    });
  });

  test('organisations', () => {
    expect(guess(['Account ID', 'Account Name', 'Type', 'Billing Country', 'Founder-led?', 'Year founded'])).toEqual({
      kind: 'organisations',
      columns: ['externalId', 'name', 'kind', 'country', 'isFounderLed', 'founderLedSince'],
    });
  });

  test.each(importKinds)('our own export of %s, in any order and case', (kind) => {
    const headers = exportHeaders(kind, kind === 'areas' ? [2023] : []);
    const shuffled = [...headers].reverse().map((header) => header.toUpperCase());
    const result = guess(shuffled);
    expect(result.kind).toBe(kind);
    expect(result.columns).not.toContain(null);
    expect(new Set(result.columns).size).toBe(headers.length);
  });

  test('a name column full of mail addresses is a mail column', () => {
    expect(
      guess(['Employee', 'Manager', 'Title', 'Contact'], 'People', ['Ann', 'Bo', 'CEO', 'ann@x.example']).columns,
    ).toEqual(['name', 'reportsTo', 'title', 'mail']);
  });

  test('nothing known is nothing guessed', () => {
    expect(guess(['foo', 'bar'])).toEqual({ kind: null, columns: [] });
  });

  test('headers below a title are found', () => {
    expect(
      guessHeaderRow([
        { row: 1, cells: ['Executives 2024'] },
        { row: 3, cells: ['as of', 'March'] },
        { row: 5, cells: ['Name', 'Title', 'Manager'] },
        { row: 6, cells: ['Ann', 'CEO', null] },
      ]),
    ).toBe(5);
  });
});
