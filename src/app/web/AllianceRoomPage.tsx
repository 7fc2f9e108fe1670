import { AlliancePage } from '#alliances/web/AlliancePage.tsx';
import { SponsorshipCard } from '#sponsorship/web/SponsorshipCard.tsx';

/** One alliance with its pair of sponsors. */
export const AllianceRoomPage = () => (
  <AlliancePage sponsorship={(allianceId) => <SponsorshipCard allianceId={allianceId} />} />
);
