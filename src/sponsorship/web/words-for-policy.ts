/** What the page about the sponsorship policy says. */
export const wordsForPolicy = {
  title: 'Sponsorship policy',
  lead: 'How candidates are weighed, who may be chosen, and how long things take. Each saved version stays.',
  current: (version: number, by: string, day: string) => `Version ${version}, saved by ${by} on ${day}`,
  defaults: 'The defaults, until you choose',
  archetype: 'Archetype',
  weights: 'How much each criterion counts',
  weightsLead: 'From its worst to its best value: 100 for the one that matters most.',
  kept: 'Chance that a sponsor stays on when changing posts',
  founder: 'With a founder-led partner, longevity counts this many times as much',
  limits: 'Who may be chosen',
  level: (tier: string) => `Lowest level for ${tier.toLowerCase()} alliances`,
  levels: [
    '',
    '1 Board',
    '2 Executive committee',
    '3 Senior vice president',
    '4 Vice president',
    '5 Director',
    '6 Below',
  ],
  warn: 'Sponsorships from which a warning shows',
  stop: 'Most sponsorships of one executive',
  line: 'Line managers of the alliance manager',
  lines: { direct: 'The direct one may not sponsor', wholeLine: 'Nobody up the line may sponsor' },
  reference: 'Yearly value that counts as full value to an area',
  spells: 'How long people stay in a post',
  spellKinds: { areaHead: 'Heads of areas', rotation: 'With formal rotation', founder: 'Founders' },
  mean: 'Mean, in years',
  shape: 'Shape',
  usual: 'Usual',
  exitRate: 'Chance a year of leaving the company',
  clocks: 'Terms and clocks',
  term: 'Term of a sponsorship, in years',
  horizon: 'Horizon where an alliance has none, in years',
  expiry: 'Days until a nomination lapses',
  reminder: 'Days until it is reminded of',
  warning: 'Months of warning before an expected change',
  basis: 'Where each default comes from stands below.',
  basisTitle: 'Where the defaults come from',
  basisLead: 'Published figures, practice, or our own judgement: each default says which.',
  setting: (path: string) =>
    path
      .replace(/([A-Z])/g, ' $1')
      .replaceAll('.', ', ')
      .toLowerCase()
      .replace(/^./, (first) => first.toUpperCase()),
  preview: 'What would this change?',
  previewTitle: 'What saving would change',
  looked: (lookedAt: number, of: number) =>
    lookedAt === of
      ? `Looked at all ${of} alliances.`
      : `Looked at the ${lookedAt} alliances of highest value, of ${of}.`,
  noChange: 'Nobody else would be ranked first, and every present sponsor stays eligible.',
  firstChanges: (count: number) =>
    count === 1
      ? 'One alliance would have another first candidate'
      : `${count} alliances would have another first candidate`,
  becomes: (before: string, after: string) => `${before} → ${after}`,
  nobody: 'nobody',
  noLonger: 'Present sponsors who could no longer be chosen',
  reason: 'Why the policy changes',
  save: 'Save as a new version',
  saved: (version: number) => `Version ${version} is in force.`,
  versions: 'Versions',
  version: (version: number) => `Version ${version}`,
  previewFirst: 'See what it would change before you save.',
  settings: 'Settings that differ',
} as const;
