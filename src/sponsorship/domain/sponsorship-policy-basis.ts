/**
 * Where each default of the policy comes from, by the path of the setting or of the group it belongs to. Founding idea: the
 * description of executive sponsorship on which the product rests. Ours: our own judgement, to be changed where it does not fit.
 */
export const policyBasis: { readonly [path: string]: string } = {
  profile: 'Ours: neutral until a company chooses an archetype.',
  'profiles.neutral.swings': 'Ours: value, clout and longevity lead, in the order of the founding idea.',
  'profiles.neutral.kept': 'Ours: between the two archetypes.',
  'profiles.mostSeniorInLine.swings': 'Ours: clout and seniority lead, since the sponsor owns the results.',
  'profiles.mostSeniorInLine.kept': 'Founding idea: the sponsor changes each time the post changes hands.',
  'profiles.generalManagement.swings': 'Ours: longevity leads, since the sponsor stays through moves.',
  'profiles.generalManagement.kept': 'Ours: nearly every move keeps the sponsorship, as the founding idea means it.',
  founderLedLongevityFactor: 'Ours: founders who led for decades mind a change of sponsor most.',
  referenceValue: 'Ours: set it to what your largest alliances bring a year.',
  exchangeRates: 'None until a company enters its own.',
  'anchors.valueToArea': 'Ours: in proportion, up to the reference value.',
  'anchors.level': 'Ours: even steps, the last one deeper.',
  'anchors.budget': 'In proportion to the percentile.',
  'anchors.decisions': 'In proportion to the share of the decisions.',
  'anchors.network': 'In proportion to the percentile.',
  'anchors.longevity': 'In proportion to the expected share.',
  'anchors.seniority': 'Ours: counterparts of one level speak as equals; a level above costs less than a level below.',
  'anchors.stake': 'The rating as it is.',
  'anchors.freeCapacity': 'Ours: one usual sponsorship of five leaves full room, five of five none.',
  minimumLevel: 'Ours: the executive committee for strategic alliances, one level lower a tier.',
  'limits.warn':
    'Project sponsors with three call themselves overextended; published programmes run at 1.6 to 2.0 a sponsor.',
  'limits.stop': 'Ours: two above the warning.',
  lineManagerRule: "Practitioners: the sponsor is not the alliance manager's own line manager.",
  'spells.areaHead': 'Ours, in the range of published tenures, completed terms: a shape between chance and rotation.',
  'spells.rotation':
    'Founding idea: three to four years in a large company; ours: the shape that keeps most within that.',
  'spells.founder': 'Ours: decades rather than years, without ageing.',
  usualSpell: 'Ours: most executives head an area.',
  exitRate: 'Ours: one in twenty a year.',
  pseudoExits: 'Ours: the default weighs as four observed ends, and gives way to a company with more.',
  typicalTenures:
    'Tenure surveys of Korn Ferry and Spencer Stuart, 2025; running and completed terms are mixed in them.',
  usualHorizonYears: 'Ours.',
  termYears: 'Ours: within the usual rotation of three to four years.',
  nominationExpiryDays: 'Ours: two weeks to answer.',
  nominationReminderDays: 'Ours: halfway.',
  changeWarningMonths: 'Ours: a year leaves time for a warm handover.',
  'robustness.samples': 'Enough that b1 is right within one point of a hundred, 19 times in 20.',
  'robustness.seed': 'Any: the same seed gives the same sample everywhere.',
  'robustness.clear': 'Ours: first in four of five weightings.',
  'robustness.depends': 'Ours: first in every second weighting.',
};

/** The basis of a setting, or of the nearest group above it: 'limits.warn', 'minimumLevel.core'. */
export const basisOf = (path: string): string | null => {
  for (let part = path; part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('.')))) {
    if (Object.hasOwn(policyBasis, part)) return policyBasis[part] ?? null;
  }
  return null;
};
