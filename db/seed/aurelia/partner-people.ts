import type { CastPerson, CastPost } from '../cast.ts';

type Row = readonly [
  key: string,
  name: string,
  organisation: string,
  title: string,
  level: CastPost['level'],
  since: number,
];

/** Those across the table: executives first, then the alliance managers. `since` is in months ago. */
const rows: readonly Row[] = [
  ['sverre', 'Sverre Halvorsen', 'halvorsen', 'Founder and Chief Executive', 1, 425],
  ['liv', 'Liv Halvorsen-Ness', 'halvorsen', 'Executive Vice President, Operations', 2, 108],
  ['hideo', 'Kirishige Hideo', 'kirishige', 'Founder and President', 1, 470],
  ['naomi', 'Kirishige Naomi', 'kirishige', 'Executive Officer, Robotics', 2, 77],
  ['adunni-o', 'Adunni Olagbaju', 'adunni', 'Founder and Chief Executive', 1, 280],
  ['astrid', 'Astrid Ekmark', 'lumenquist', 'Chief Executive', 1, 39],
  ['mikael', 'Mikael Söderblad', 'lumenquist', 'Executive Vice President, Buildings', 2, 61],
  ['ulrike', 'Ulrike Tannhoff', 'tannheim', 'Managing Director', 1, 66],
  ['joachim', 'Joachim Reutlinger', 'tannheim', 'Director, Industrial Customers', 3, 24],
  ['giancarlo', 'Giancarlo Morosetti', 'voltamare', 'Chief Executive', 1, 88],
  ['silvia', 'Silvia Prandoni', 'voltamare', 'Vice President, Batteries', 3, 35],
  ['wenqian', 'Zhao Wenqian', 'huanlin', 'Executive Vice President', 2, 51],
  ['jihoon', 'Seo Ji-hoon', 'daeyul', 'President, Power Devices', 2, 46],
  ['jordan', 'Jordan Blakemore', 'meridaze', 'Senior Vice President, Industry', 3, 19],
  ['ines', 'Inês Carvalheira', 'meridaze', 'Chief Operating Officer', 2, 33],
  ['theodora', 'Theodora Blanchfield', 'fernhollow', 'Chief Medical Officer', 2, 58],
  ['salma', 'Salma al-Rumaithi', 'qamarine', 'Group Chief Executive', 1, 70],
  ['thiago', 'Thiago Vasconcelar', 'verdelago', 'Vice President, Generation', 3, 42],
  ['imogen', 'Imogen Ashgrove', 'northfell', 'Managing Director', 1, 74],
  ['anjali', 'Anjali Sarvade', 'sarvani', 'President, Diagnostics', 2, 30],
  ['joost', 'Joost Rietbergen', 'polderwind', 'Chair of the Cooperative', 1, 36],
  ['catalina', 'Catalina Huenchumilla', 'cobrandes', 'Vice President, Energy Supply', 3, 21],
  ['marit', 'Marit Solheimsnes', 'halvorsen', 'Head of Partnerships', 5, 64],
  ['aya', 'Nakabori Aya', 'kirishige', 'Manager, Alliances', 5, 40],
  ['femi', 'Femi Adewole', 'adunni', 'Partnership Lead', 5, 29],
  ['gustav', 'Gustav Nyhammar', 'lumenquist', 'Alliance Manager', 5, 22],
  ['birgit', 'Birgit Osterwald', 'tannheim', 'Head of Cooperation', 5, 83],
  ['mirae', 'Han Mi-rae', 'daeyul', 'Senior Manager, Partners', 5, 26],
  ['anran', 'Liu Anran', 'huanlin', 'Manager, Joint Programmes', 5, 34],
  ['priscilla', 'Priscilla Ondaatje', 'meridaze', 'Partner Director', 5, 17],
  ['omar', 'Omar Fakhouri', 'qamarine', 'Head of Alliances', 5, 44],
  ['renata', 'Renata Albuquerque', 'verdelago', 'Partnership Manager', 5, 31],
  ['gareth', 'Gareth Llewhellin', 'northfell', 'Commercial Manager', 5, 52],
  ['nikhil', 'Nikhil Bhattal', 'sarvani', 'Alliance Manager', 5, 15],
];

export const partnerPosts: readonly CastPost[] = rows.map(([key, , , title, level]) => ({
  key: `post-${key}`,
  title,
  level,
}));

export const partnerPeople: readonly CastPerson[] = rows.map(([key, name, organisation, , , since]) => ({
  key,
  name,
  organisation,
  career: [{ post: `post-${key}`, from: -since }],
}));
