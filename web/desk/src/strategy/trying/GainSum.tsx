import { useWords } from "../../words/useWords";
import { gainLines } from "./reasons";
import classes from "./TryPage.module.css";
import type { Gain } from "./tried";

/** Whether a conversation is worth it, as a sum one can follow. */
export function GainSum({ gain }: { gain: Gain }) {
  const { t, language } = useWords();
  const { lines, total } = gainLines(gain, t, language);
  const money = new Intl.NumberFormat(language, { maximumFractionDigits: 2, signDisplay: "exceptZero" });
  return (
    <table className={classes.sum} aria-label={t("strategy.gain")}>
      <tbody>
        {lines.map(({ what, value }) => (
          <tr key={what}>
            <td>{what}</td>
            <td>{money.format(value)}</td>
          </tr>
        ))}
        <tr>
          <td>{t("strategy.gain.total")}</td>
          <td>{money.format(total)}</td>
        </tr>
      </tbody>
    </table>
  );
}
