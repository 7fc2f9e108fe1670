import type { CastPost } from '../cast.ts';

type Rest = Omit<CastPost, 'key' | 'title' | 'level'>;

const post = (key: string, title: string, level: CastPost['level'], rest: Rest = {}): CastPost => ({
  key,
  title,
  level,
  ...rest,
});

/** A product line's or a region's head: everyone at this level moves every three to four years. */
const line = (key: string, name: string, under: string, budget: number): CastPost =>
  post(key, `Senior Vice President, ${name}`, 3, { area: key, under, budget, rights: 'line' });

const region = (key: string, name: string, under: string, budget: number): CastPost =>
  post(key, `Vice President, ${name}`, 4, { area: key, under, budget, rights: 'region' });

const division = (key: string, name: string, budget: number): CastPost =>
  post(key, `President, ${name}`, 2, { area: key, under: 'ceo', budget, rights: 'division' });

const manager = (key: string, name: string, under = 'alliances', area = 'strategy'): CastPost =>
  post(key, `Alliance Director, ${name}`, 5, { area, under });

export const posts: readonly CastPost[] = [
  post('ceo', 'Chief Executive Officer', 1, { function: 'chiefExecutive', budget: 2100, rights: 'chief' }),
  post('cfo', 'Chief Financial Officer', 2, {
    area: 'finance',
    function: 'finance',
    under: 'ceo',
    budget: 64,
    rights: 'finance',
  }),
  post('coo', 'Chief Operating Officer', 2, {
    area: 'operations',
    function: 'operations',
    under: 'ceo',
    budget: 610,
    rights: 'operations',
  }),
  post('cto', 'Chief Technology Officer', 2, { area: 'research', under: 'ceo', budget: 340, rights: 'technology' }),
  post('cio', 'Chief Information Officer', 2, {
    area: 'it',
    function: 'information',
    under: 'ceo',
    budget: 155,
    rights: 'information',
  }),
  post('chro', 'Chief People Officer', 2, {
    area: 'people',
    function: 'humanResources',
    under: 'ceo',
    budget: 48,
    rights: 'people',
  }),
  post('counsel', 'General Counsel', 2, {
    area: 'legal',
    function: 'generalCounsel',
    under: 'ceo',
    budget: 39,
    rights: 'legal',
  }),
  post('cmo', 'Chief Marketing Officer', 2, {
    area: 'marketing',
    function: 'marketing',
    under: 'ceo',
    budget: 92,
    rights: 'marketing',
  }),
  division('mobility', 'Mobility', 420),
  division('energy', 'Energy', 560),
  division('health', 'Health', 290),
  division('automation', 'Automation', 380),
  line('drives', 'Electric Drives', 'mobility', 150),
  line('rail', 'Rail Systems', 'mobility', 175),
  line('charging', 'Charging Networks', 'mobility', 70),
  line('grid', 'Grid Technology', 'energy', 230),
  line('storage', 'Energy Storage', 'energy', 140),
  line('hydrogen', 'Hydrogen', 'energy', 85),
  line('offshore', 'Offshore Structures', 'energy', 95),
  line('imaging', 'Imaging', 'health', 130),
  line('diagnostics', 'Diagnostics', 'health', 90),
  line('homecare', 'Home Care', 'health', 45),
  line('process', 'Process Control', 'automation', 140),
  line('buildings', 'Building Systems', 'automation', 105),
  line('software', 'Industrial Software', 'automation', 120),
  line('digital', 'Digital Services', 'automation', 40),
  post('europe', 'Regional President, Europe', 3, { area: 'europe', under: 'coo', budget: 210, rights: 'region' }),
  post('americas', 'Regional President, Americas', 3, {
    area: 'americas',
    under: 'coo',
    budget: 180,
    rights: 'region',
  }),
  post('apac', 'Regional President, Asia Pacific', 3, { area: 'apac', under: 'coo', budget: 160, rights: 'region' }),
  post('mea', 'Regional President, Middle East and Africa', 3, {
    area: 'mea',
    under: 'coo',
    budget: 75,
    rights: 'region',
  }),
  post('strategy', 'Senior Vice President, Strategy and Alliances', 3, {
    area: 'strategy',
    under: 'ceo',
    budget: 22,
    rights: 'strategy',
  }),
  post('supply', 'Senior Vice President, Supply Chain', 3, {
    area: 'operations',
    function: 'operations',
    under: 'coo',
    budget: 310,
    rights: 'operations',
  }),
  region('nordics', 'Nordics', 'europe', 55),
  region('south', 'Southern Europe', 'europe', 62),
  region('north-america', 'North America', 'americas', 130),
  region('latin-america', 'Latin America', 'americas', 48),
  region('japan', 'Japan and Korea', 'apac', 70),
  region('south-asia', 'South and South-East Asia', 'apac', 52),
  post('treasury', 'Vice President, Treasury', 4, { area: 'treasury', function: 'finance', under: 'cfo', budget: 9 }),
  post('applied', 'Vice President, Applied Research', 4, {
    area: 'research',
    under: 'cto',
    budget: 80,
    rights: 'research',
  }),
  post('cyber', 'Vice President, Cyber Security', 4, {
    area: 'it',
    function: 'information',
    under: 'cio',
    budget: 34,
    rights: 'research',
  }),
  post('corpdev', 'Vice President, Corporate Development', 4, { area: 'strategy', under: 'strategy', budget: 6 }),
  post('alliances', 'Vice President, Alliances', 4, { area: 'strategy', under: 'strategy', budget: 8 }),
  manager('m-mobility', 'Mobility'),
  manager('m-energy', 'Energy'),
  manager('m-health', 'Health'),
  manager('m-automation', 'Automation', 'software', 'software'),
  manager('m-europe', 'Europe'),
  manager('m-markets', 'Growth Markets'),
  // Posts held earlier, on the way up.
  post('deputy-counsel', 'Deputy General Counsel', 3, { area: 'legal', function: 'generalCounsel', under: 'counsel' }),
  post('people-europe', 'Vice President, People Europe', 4, {
    area: 'people',
    function: 'humanResources',
    under: 'chro',
  }),
  post('brand', 'Senior Vice President, Brand', 3, { area: 'marketing', function: 'marketing', under: 'cmo' }),
  post('transformation', 'Senior Vice President, Transformation', 3, { area: 'operations', under: 'coo' }),
  post('integration', 'Senior Vice President, Health Integration', 3, { area: 'health', under: 'health' }),
  post('digital-health', 'Senior Vice President, Digital Health', 3, { area: 'health', under: 'health' }),
  post('plants', 'Vice President, Plants Europe', 4, { area: 'operations', function: 'operations', under: 'supply' }),
  post('sales-drives', 'Vice President, Sales, Electric Drives', 4, { area: 'drives', under: 'drives' }),
  post('sales-rail', 'Vice President, Sales, Rail Systems', 4, { area: 'rail', under: 'rail' }),
  post('sales-grid', 'Vice President, Sales, Grid Technology', 4, { area: 'grid', under: 'grid' }),
  post('projects-energy', 'Vice President, Major Projects, Energy', 4, { area: 'energy', under: 'energy' }),
  post('strategy-energy', 'Vice President, Strategy, Energy', 4, { area: 'energy', under: 'energy' }),
  post('marketing-health', 'Vice President, Marketing, Health', 4, {
    area: 'health',
    function: 'marketing',
    under: 'health',
  }),
  post('clinical', 'Vice President, Clinical Affairs', 4, { area: 'health', under: 'health' }),
  post('service-automation', 'Vice President, Service, Automation', 4, { area: 'automation', under: 'automation' }),
  post('product-software', 'Vice President, Products, Industrial Software', 4, { area: 'software', under: 'software' }),
  post('contracts', 'Contract Manager, Mobility', 6, { area: 'mobility', under: 'mobility' }),
  post('engineering', 'Vice President, Engineering, Building Systems', 4, { area: 'buildings', under: 'buildings' }),
];

/** What comes with a post: [decision, up to how many millions; null: without a limit]. */
export const rights = {
  chief: [
    ['capital investment', null],
    ['joint development budget', null],
    ['supply commitment', null],
    ['licence of technology', null],
    ['price and rebate', null],
    ['secondment of staff', null],
    ['access to data', null],
    ['use of the brand', null],
    ['equity stake', 50],
  ],
  division: [
    ['capital investment', 25],
    ['joint development budget', 20],
    ['supply commitment', 40],
    ['price and rebate', 15],
    ['secondment of staff', null],
    ['licence of technology', 10],
  ],
  line: [
    ['joint development budget', 8],
    ['supply commitment', 12],
    ['price and rebate', 6],
    ['secondment of staff', null],
  ],
  region: [
    ['regional launch', null],
    ['price and rebate', 4],
    ['secondment of staff', null],
  ],
  finance: [
    ['capital investment', 60],
    ['supply commitment', 60],
    ['equity stake', 25],
    ['price and rebate', 25],
  ],
  operations: [
    ['supply commitment', 60],
    ['capital investment', 20],
    ['secondment of staff', null],
  ],
  technology: [
    ['licence of technology', null],
    ['joint development budget', 30],
    ['secondment of staff', null],
  ],
  information: [
    ['access to data', null],
    ['joint development budget', 10],
  ],
  people: [['secondment of staff', null]],
  legal: [
    ['licence of technology', null],
    ['access to data', null],
    ['use of the brand', null],
  ],
  marketing: [
    ['use of the brand', null],
    ['regional launch', null],
  ],
  strategy: [
    ['equity stake', 5],
    ['joint development budget', 5],
  ],
  research: [['joint development budget', 3]],
} as const;
