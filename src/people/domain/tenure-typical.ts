/** Functions at the top of a company for which tenure surveys are published; `other` stands for every other one. */
export type ExecutiveFunction =
  | 'chiefExecutive'
  | 'generalCounsel'
  | 'finance'
  | 'information'
  | 'humanResources'
  | 'marketing'
  | 'operations'
  | 'other';

export type TypicalTenures = { readonly [name in ExecutiveFunction]: number };

/**
 * Typical years in post by function, from the tenure surveys of Korn Ferry (2025) and Spencer Stuart (2025). The surveys
 * mix running and completed terms: good for showing 'time in post against typical', not for foretelling a person's move.
 */
export const typicalTenures: TypicalTenures = {
  chiefExecutive: 7.4,
  generalCounsel: 6.1,
  finance: 4.8,
  information: 4.5,
  humanResources: 4.5,
  marketing: 4.1,
  operations: 3.3,
  other: 4.0,
};
