import { PersonPage } from '#people/web/PersonPage.tsx';
import { SponsorshipsOfPersonCard } from '#sponsorship/web/SponsorshipsOfPersonCard.tsx';

/** One person with their sponsorships. */
export const PersonRoomPage = () => <PersonPage beside={({ id }) => <SponsorshipsOfPersonCard personId={id} />} />;
