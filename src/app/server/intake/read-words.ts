import type { Tier } from '#alliances/domain/alliance.ts';
import type { Phase } from '#alliances/domain/alliance-phase.ts';
import type { ExecutiveFunction } from '#people/domain/tenure-typical.ts';

/** Words without accents and marks, for finding them in lists: 'Geschäftsführer/in' is 'geschaftsfuhrer in'. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const dictionary = <T extends string>(words: { readonly [value in T]: string }): ReadonlyMap<string, T> =>
  new Map(
    (Object.entries(words) as [T, string][]).flatMap(([value, list]) =>
      list.split(', ').map((word) => [plainWords(word), value] as const),
    ),
  );

const lookUp = <T extends string>(words: ReadonlyMap<string, T>, text: string): T | null => {
  const plain = plainWords(text);
  return words.get(plain) ?? words.get(plain.replace(/^\d+ /, '')) ?? words.get(plain.replace(/ /g, '')) ?? null;
};

const truths = new Map<string, boolean>([
  ...'yes y true t ja j oui o si s sim sì vrai wahr verdadero waar vero x 1 tak on'
    .split(' ')
    .map((word) => [word, true] as const),
  ...'no n false f nein non nee não nao faux falsch falso onwaar 0 nie off'
    .split(' ')
    .map((word) => [word, false] as const),
]);

export const readTruth = (cell: string | number | boolean): boolean | null => {
  if (typeof cell === 'boolean') return cell;
  if (/^[✓✔☑]$/.test(String(cell).trim())) return true;
  return truths.get(plainWords(String(cell))) ?? null;
};

const organisationKinds = dictionary({
  own: 'own, our own, own company, us, we, internal, self, parent company, eigen, eigene, eigenes unternehmen, wir, intern, propre, interne, propia, propio, interno, eigen bedrijf',
  partner:
    'partner, alliance partner, strategic partner, partners, allianzpartner, partnerunternehmen, partenaire, socio, aliado, customer, kunde, client, cliente, supplier, lieferant, vendor, channel partner, technology partner',
  candidate:
    'candidate, candidate partner, prospect, potential partner, target, lead, kandidat, interessent, potenzieller partner, candidat, prospecto, candidato, kandidaat, potentiel',
});
export const readOrganisationKind = (text: string) => lookUp(organisationKinds, text);

const areaKinds = dictionary({
  productLine:
    'product line, productline, product, business unit, business, division, segment, brand, produktlinie, produkt, geschäftsbereich, sparte, ligne de produits, produit, línea de producto, producto, unidad de negocio, productlijn, line of business',
  region:
    'region, country, geography, market, land, markt, région, pays, marché, región, país, mercado, regio, geo, area region',
  function:
    'function, department, corporate function, staff, shared service, funktion, abteilung, stabsstelle, fonction, département, función, departamento, functie, afdeling, cost center',
});
export const readAreaKind = (text: string) => lookUp(areaKinds, text);

const phases = dictionary<Phase>({
  strategy:
    'strategy, idea, planning of strategy, strategie, idee, stratégie, estrategia, identify, identified, exploration, discovery, lead, qualification',
  selection:
    'selection, partner selection, screening, scouting, auswahl, partnerauswahl, sélection, selección, selectie, evaluation, evaluating, assessment',
  negotiation:
    'negotiation, negotiating, negotiation review, contracting, term sheet, verhandlung, verhandlungen, négociation, negociación, onderhandeling, due diligence, proposal',
  planning:
    'planning, operational planning, design, onboarding, planung, planification, planificación, signed, launch planning, set up, setup',
  governance:
    'governance, structuring, structure, steuerung, gouvernance, gobernanza, kick off, kickoff, launch, launched',
  management:
    'management, active, live, running, operation, operations, in operation, execution, betrieb, laufend, aktiv, en cours, actif, activo, activa, en curso, actief, beheer, closed won, ongoing, delivery, gestion, gestión',
  transformation:
    'transformation, renewal, exit, wind down, winddown, transition, dissolution, ending, auslauf, auflösung, sortie, transformación, transformatie, terminating, expiring',
});
export const readPhase = (text: string) => lookUp(phases, text);

const tiers = dictionary<Tier>({
  strategic:
    'strategic, tier 1, 1, a, gold, platinum, high, key, top, strategisch, stratégique, estratégico, estratégica, hoch, haute, alta, tier a, critical',
  core: 'core, tier 2, 2, b, silver, medium, standard, kern, kernpartner, wichtig, mittel, principal, clave, kern alliantie, important, moyenne, media, tier b, regular',
  exploratory:
    'exploratory, tier 3, 3, c, bronze, low, pilot, experimental, explorativ, niedrig, exploratoire, exploratorio, exploratoria, verkennend, test, tier c, faible, baja, emerging',
});
export const readTier = (text: string) => lookUp(tiers, text);

const functions = dictionary<ExecutiveFunction>({
  chiefExecutive:
    'chief executive, chiefexecutive, ceo, general management, geschäftsführung, direction générale, dirección general, algemene directie, general manager',
  generalCounsel: 'general counsel, generalcounsel, legal, recht, juridique, jurídico, juridisch, compliance, law',
  finance: 'finance, financial, finanzen, controlling, accounting, finanzas, financiën, treasury, cfo',
  information:
    'information, it, information technology, digital, technology, edv, informatique, informática, cio, cto, ict',
  humanResources:
    'human resources, humanresources, hr, people, personal, personalwesen, ressources humaines, recursos humanos, personeelszaken, chro, talent',
  marketing: 'marketing, communications, brand, kommunikation, communication, cmo, comunicación',
  operations:
    'operations, manufacturing, supply chain, production, produktion, logistics, opérations, operaciones, operaties, coo, procurement, einkauf',
  other:
    'other, sonstige, autre, otro, overig, andere, sales, r d, research, strategy, business development, engineering, product, vertrieb',
});

/** A function by its word; any other word is 'other', since HR systems know hundreds of job families. */
export const readFunction = (text: string): ExecutiveFunction => lookUp(functions, text) ?? functionOfTitle(text);

const titleFunctions: readonly (readonly [RegExp, ExecutiveFunction])[] = [
  [
    /\b(ceo|chief executive|vorstandsvorsitzende\w*|president directeur general|pdg|consejer\w delegad\w|chief exec\w*)\b/,
    'chiefExecutive',
  ],
  [/\b(general counsel|chief legal|clo|chefsyndik\w+|leiter\w* recht|directeur juridique)\b/, 'generalCounsel'],
  [
    /\b(cfo|chief financ\w+|finanzvorst\w+|finance|finanz\w*|financier\w*|financier|finanzas|controlling|treasur\w+)\b/,
    'finance',
  ],
  [
    /\b(cio|cto|chief (information|technology|digital)|it|information technology|informatique|informatica)\b/,
    'information',
  ],
  [
    /\b(chro|cpo|chief (human|people)|human resources|hr|personalvorst\w+|personal|people|ressources humaines|recursos humanos|arbeitsdirektor\w*)\b/,
    'humanResources',
  ],
  [/\b(cmo|chief marketing|marketing|communications?|kommunikation)\b/, 'marketing'],
  [
    /\b(coo|chief operat\w+|operations|produktion\w*|manufacturing|supply chain|operaciones|operationen)\b/,
    'operations',
  ],
];

export const functionOfTitle = (title: string): ExecutiveFunction => {
  const plain = plainWords(title);
  return titleFunctions.find(([pattern]) => pattern.test(plain))?.[1] ?? 'other';
};

/**
 * In order, the first that fits wins: those who work for somebody at the top come before those at the top, and an
 * executive vice president before a vice president.
 */
const levelWords: readonly (readonly [RegExp, number])[] = [
  [
    /\b(assistant|assistent\w*|assistente|secretar\w+|sekretar\w*|pa|referent\w*|vorstandsassist\w*|associate vice president|avp)\b/,
    6,
  ],
  [/\b(chief of staff|office of the|(deputy|stellvertretend\w*|to the) (ceo|chief|board))\b/, 5],
  [/\bbereichsvorst\w+/, 3],
  [/\b(erweiterter vorstand|extended board)\b/, 2],
  [
    /\b(ceo|board|\w*vorstand\w*|chief exec\w*|geschaftsfuhrer\w*|geschaftsfuhrung|(co )?founder|grunder\w*|fondat(eur|rice)|president directeur general|pdg|direct(eur|rice) generale?|consejer\w delegad\w|consejo|conseil|directoire|presidente ejecutiv\w|raad van bestuur|bestuurder|chair|chairman|chairwoman|owner|inhaber\w*)\b/,
    1,
  ],
  [
    /\b(c level|c suite|cxo|cfo|coo|cio|cto|cmo|chro|cso|chief (\w+ ){1,4}officer|evp|executive (vice president\w*|vp)|executive committee|exco|comex|comite (executif|ejecutivo)|geschaftsleitung|konzernleitung|generalbevollmachtigt\w*)\b/,
    2,
  ],
  [/\b(svp|senior (vice president\w*|vp)|group vice president)\b/, 3],
  [
    /\b(vp|vice president\w*|vicepresident\w*|bereichsleiter\w*|hauptabteilungsleiter\w*|managing director|general manager|executive director)\b/,
    4,
  ],
  [/\bpresident\b/, 2],
  [/\b(director\w*|direct(eur|rice)|direktor\w*|abteilungsleiter\w*|leiter\w*|head|senior manager)\b/, 5],
];

/** A level from words such as 'EVP', 'Vorstand' or 'C-level' (the executive committee); null when none is known. */
const levelOfWords = (text: string): number | null => {
  const plain = plainWords(text);
  return levelWords.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
};

/** A level from 1 to 6 as a number, as 'L2' or 'N-1' (counted from the top), or from words. */
export const readLevel = (cell: string | number | boolean): number | null => {
  if (typeof cell === 'boolean') return null;
  if (typeof cell === 'number') return Number.isInteger(cell) && cell >= 1 && cell <= 6 ? cell : null;
  const text = cell.trim();
  const number =
    /^(?:l|lvl|level|ebene|niveau|nivel|stufe)?\s*-?\s*([1-6])$/i.exec(text)?.[1] ??
    /^([1-6])\b\s*[-–—:.(]/.exec(text)?.[1];
  if (number) return Number(number);
  const below = /^n\s*-\s*(\d)$/i.exec(text)?.[1];
  if (below) return Math.min(6, Number(below) + 1);
  if (/^n$/i.test(text)) return 1;
  if (
    /^(manager|employee|staff|individual contributor|other|below|professional|specialist|mitarbeiter\w*|team lead|teamleiter\w*|manager\w*|sonstige|autre|otro)$/.test(
      plainWords(text),
    )
  )
    return 6;
  return levelOfWords(text);
};

/** The level that a title suggests; 6, below director, when it suggests none. */
export const levelOfTitle = (title: string): number => levelOfWords(title) ?? 6;
