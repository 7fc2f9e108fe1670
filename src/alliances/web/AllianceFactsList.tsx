import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AllianceView } from '#alliances/alliances-contract.ts';
import { DateText, dateInWords } from '#ui/DateText.tsx';
import { TextLink } from '#ui/links.tsx';
import { MoneyText, moneyInWords } from '#ui/MoneyText.tsx';
import { Section } from '#ui/Section.tsx';
import { StateBadge } from '#ui/StateBadge.tsx';
import { AreaValueChart } from './AreaValueChart.tsx';
import classes from './alliance-facts-list.module.css';
import { alliancesWords } from './alliances-words.ts';

const { page: words, phases } = alliancesWords;

/** What is written down about an alliance, on one page. */
export const AllianceFactsList = ({ alliance }: { readonly alliance: AllianceView }) => {
  const { purpose, partners, values, currency, yearlyValue, decisions, objectives, phaseEntries } = alliance;
  return (
    <div className={classes.columns}>
      <div>
        <Section title={words.purpose}>
          {purpose ? <p className={classes.text}>{purpose}</p> : <Nothing>{words.noPurpose}</Nothing>}
        </Section>
        <Section title={words.objectives}>
          {objectives.length === 0 && <Nothing>{words.noObjectives}</Nothing>}
          <ul className={classes.list}>
            {objectives.map(({ id, sentence }) => (
              <li key={id}>{sentence}</li>
            ))}
          </ul>
        </Section>
        <Section title={words.partners}>
          <ul className={classes.plain}>
            {partners.map(({ id, name, kind, isFounderLed, founderLedSince }) => (
              <li key={id}>
                <TextLink to="/organisations/$organisationId" params={{ organisationId: id }}>
                  {name}
                </TextLink>
                {kind === 'candidate' && <StateBadge label={words.candidate} />}
                {isFounderLed && (
                  <StateBadge
                    tone="info"
                    label={words.founderLed(founderLedSince ? dateInWords(founderLedSince) : null)}
                  />
                )}
              </li>
            ))}
          </ul>
        </Section>
      </div>
      <div>
        <Section
          title={words.values}
          lead={yearlyValue > 0 && words.worth(moneyInWords({ amount: yearlyValue, currency }))}
        >
          {values.length === 0 ? (
            <Nothing>{words.noValues}</Nothing>
          ) : (
            <AreaValueChart values={values} currency={currency} />
          )}
        </Section>
        <Section title={words.decisions}>
          {decisions.length === 0 && <Nothing>{words.noDecisions}</Nothing>}
          <ul className={classes.rows}>
            {decisions.map(({ decision, amount }) => (
              <li key={decision}>
                <span>{decision}</span>
                {amount === null ? (
                  <Text component="span" size="sm" c="dimmed">
                    {words.anySize}
                  </Text>
                ) : (
                  <MoneyText money={{ amount, currency }} />
                )}
              </li>
            ))}
          </ul>
        </Section>
        <Section title={words.history}>
          <ol className={classes.history}>
            {phaseEntries.map(({ phase, enteredAt, enteredBy, reason }) => (
              <li key={enteredAt + phase}>
                <span>
                  <DateText at={enteredAt} /> {words.entered(phases[phase], enteredBy)}
                </span>
                <Text size="sm" c="dimmed">
                  {reason || words.registered}
                </Text>
              </li>
            ))}
          </ol>
        </Section>
      </div>
    </div>
  );
};

const Nothing = ({ children }: { readonly children: ReactNode }) => (
  <Text c="dimmed" size="sm">
    {children}
  </Text>
);
