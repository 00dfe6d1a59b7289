import type { MinuteCount } from "@kanal/api";
import { useWords } from "../words/useWords";
import classes from "./PulseStrip.module.css";
import board from "./Wallboard.module.css";

const kinds = ["arrived", "answered", "ended"] as const;
const height = 40;

/** What happened in each of the last sixty minutes: who came, who was answered, what ended. */
export function PulseStrip({ minutes }: { minutes: MinuteCount[] }) {
  const { t } = useWords();
  const most = Math.max(3, ...minutes.flatMap((minute) => kinds.map((kind) => minute[kind])));
  return (
    <section className={board.part} aria-labelledby="wallboard-pulse">
      <h2 id="wallboard-pulse">{t("wallboard.pulse")}</h2>
      <div className={classes.pulses}>
        {kinds.map((kind) => (
          <figure key={kind} className={classes.pulse}>
            <figcaption>
              {t(`wallboard.pulse.${kind}`)}
              <strong>{minutes.reduce((sum, minute) => sum + minute[kind], 0)}</strong>
            </figcaption>
            <Bars counts={minutes.map((minute) => minute[kind])} most={most} kind={kind} />
          </figure>
        ))}
      </div>
    </section>
  );
}

function Bars({ counts, most, kind }: { counts: number[]; most: number; kind: string }) {
  const { t } = useWords();
  const now = counts.at(-1) ?? 0;
  return (
    <svg
      viewBox={`0 0 ${counts.length} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t("wallboard.pulse.said", { most: Math.max(0, ...counts), now })}
      data-kind={kind}
    >
      <path
        d={counts
          .map(
            (count, at) =>
              `M${at + 0.15} ${height}v-${Math.max(0.6, (count / most) * (height - 2))}h0.7v${height}z`,
          )
          .join("")}
      />
    </svg>
  );
}
