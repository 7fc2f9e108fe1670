import { Text } from '@mantine/core';
import type { PolicyPreview } from '#sponsorship/sponsorship-policy-contract.ts';
import { TextLink } from '#ui/links.tsx';
import { Section } from '#ui/Section.tsx';
import { sponsorshipWords } from './sponsorship-words.ts';

const { policy: words } = sponsorshipWords;
const most = 12;

/** What saving the policy would change, alliance by alliance. */
export const PolicyPreviewCard = ({ preview }: { preview: PolicyPreview }) => {
  const { alliances, firstCandidateChanges, sponsorsNoLongerEligible, settingsChanged } = preview;
  const isQuiet = firstCandidateChanges.length + sponsorsNoLongerEligible.length === 0;
  return (
    <Section title={words.previewTitle} lead={words.looked(alliances.lookedAt, alliances.of)} raised>
      {isQuiet && <Text>{words.noChange}</Text>}
      {firstCandidateChanges.length > 0 && (
        <>
          <Text fw={600} size="sm">
            {words.firstChanges(firstCandidateChanges.length)}
          </Text>
          <ul>
            {firstCandidateChanges.slice(0, most).map(({ allianceId, allianceName, before, after }) => (
              <li key={allianceId}>
                <TextLink size="sm" to="/alliances/$allianceId" params={{ allianceId }}>
                  {allianceName}
                </TextLink>
                <Text size="sm" component="span">
                  {`: ${words.becomes(before?.name ?? words.nobody, after?.name ?? words.nobody)}`}
                </Text>
              </li>
            ))}
          </ul>
        </>
      )}
      {sponsorsNoLongerEligible.length > 0 && (
        <>
          <Text fw={600} size="sm">
            {words.noLonger}
          </Text>
          <ul>
            {sponsorsNoLongerEligible.slice(0, most).map(({ allianceId, allianceName, personId, name, why }) => (
              <li key={`${allianceId} ${personId}`}>
                <Text size="sm">{`${name} (${allianceName}): ${why}`}</Text>
              </li>
            ))}
          </ul>
        </>
      )}
      {settingsChanged.length > 0 && (
        <details>
          <summary>{words.settings}</summary>
          <ul>
            {settingsChanged.map((line) => (
              <li key={line}>
                <Text size="sm">{line}</Text>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
};
