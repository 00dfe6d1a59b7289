import { useSecond } from "../words/useNow";
import { useWords } from "../words/useWords";

interface Props {
  since: string;
  dueAt: string;
  size?: number;
}

const near = 0.2;
const length = 100;

/** A thin ring that empties as the time to answer runs out. */
export function TargetRing({ since, dueAt, size = 16 }: Props) {
  const { t, language } = useWords();
  const now = useSecond();
  const left = Date.parse(dueAt) - now;
  const share = Math.min(1, Math.max(0, left / Math.max(1, Date.parse(dueAt) - Date.parse(since))));
  const color = share === 0 ? "var(--bad)" : share <= near ? "var(--warn)" : "var(--good)";
  const said =
    left > 0
      ? t("target.left", { time: spoken(left, language) })
      : t("target.over", { time: spoken(-left, language) });
  return (
    <svg width={size} height={size} viewBox="0 0 36 36" role="img" aria-label={said} style={{ flex: "none" }}>
      <title>{said}</title>
      <circle
        cx="18"
        cy="18"
        r="15.9"
        fill="none"
        stroke={share === 0 ? color : "var(--line)"}
        strokeWidth="4"
      />
      {share > 0 && (
        <circle
          cx="18"
          cy="18"
          r="15.9"
          fill="none"
          stroke={color}
          strokeWidth="4"
          pathLength={length}
          strokeDasharray={`${share * length} ${length}`}
          transform="rotate(-90 18 18)"
        />
      )}
      {share === 0 && <path d="M18 9v11M18 25v2.5" stroke={color} strokeWidth="4" strokeLinecap="round" />}
    </svg>
  );
}

function spoken(ms: number, language: string): string {
  const seconds = Math.floor(ms / 1000);
  const [value, unit] =
    seconds < 120
      ? [seconds, "second"]
      : seconds < 7200
        ? [Math.floor(seconds / 60), "minute"]
        : [Math.floor(seconds / 3600), "hour"];
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "short" }).format(value);
}
