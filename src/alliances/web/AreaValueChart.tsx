import type { AllianceView } from '#alliances/alliances-contract.ts';
import { MoneyText } from '#ui/MoneyText.tsx';
import { alliancesWords } from './alliances-words.ts';
import classes from './area-value-chart.module.css';

const { page: words } = alliancesWords;

/** Yearly value by area, the largest first, each as a bar of the largest. */
export const AreaValueChart = ({ values, currency }: Pick<AllianceView, 'values' | 'currency'>) => {
  const largest = Math.max(1, ...values.map(({ amount }) => amount));
  return (
    <table className={classes.chart}>
      <caption className="visually-hidden">{words.values}</caption>
      <tbody>
        {values.map(({ area, amount }) => (
          <tr key={area.id}>
            <th scope="row">{area.name}</th>
            <td className={classes.track} aria-hidden="true">
              <span className={classes.bar} style={{ width: `${(amount / largest) * 100}%` }} />
            </td>
            <td className={classes.amount}>
              <MoneyText money={{ amount, currency }} compact />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
