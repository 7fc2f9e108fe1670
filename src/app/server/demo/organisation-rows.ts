import { seededRandom } from '#kernel/random.ts';
import { million, type Rows, type Story } from './story-keys.ts';

/** Each record says where it came from, as a real one would. */
export const hrExport = 'Export of the HR system';

export const organisationRows = ({ cast, time, workspaceId, organisation }: Story): Rows<'organisations'> =>
  cast.organisations.map(({ key, name, kind, country, founderLedSince }, place) => ({
    workspace_id: workspaceId,
    id: organisation(key),
    external_id: `ORG-${String(place + 1).padStart(2, '0')}`,
    name,
    kind,
    country,
    is_founder_led: founderLedSince !== undefined,
    founder_led_since: founderLedSince === undefined ? null : time.month(founderLedSince),
    visibility: kind === 'own' ? 'shared' : 'internal',
    created_at: time.instant(-900),
  }));

export const areaRows = ({ cast, time, workspaceId, organisation, area }: Story): Rows<'business_areas'> => {
  const own = cast.organisations.find(({ kind }) => kind === 'own');
  if (!own) throw new Error('The cast has no company of its own');
  return cast.areas.map(({ key, name, kind, under }, place) => ({
    workspace_id: workspaceId,
    id: area(key),
    external_id: `AREA-${String(place + 1).padStart(2, '0')}`,
    organisation_id: organisation(own.key),
    parent_id: under === undefined ? null : area(under),
    name,
    kind,
    created_at: time.instant(-900),
  }));
};

const years = [1, 2, 3, 4, 5];

/** Five full years, the last one as the cast tells it, those before it along its growth with some luck, to 0.1 million. */
export const resultRows = ({ cast, time, workspaceId, currency, area }: Story): Rows<'area_results'> => {
  const random = seededRandom(cast.seed);
  const thisYear = Number(time.today.slice(0, 4));
  return cast.areas.flatMap(({ key, result, growth = 0 }) => {
    if (result === undefined) return [];
    return years.map((ago) => {
      const luck = ago === 1 ? 1 : 0.95 + random() * 0.1;
      const amount = (result / (1 + growth) ** (ago - 1)) * luck;
      return {
        workspace_id: workspaceId,
        area_id: area(key),
        year: thisYear - ago,
        amount: million(Math.round(amount * 10) / 10),
        currency,
      };
    });
  });
};
