import type { ServiceLevel } from "@kanal/api";
import { Tooltip } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconTrendingDown } from "@tabler/icons-react";
import { percent as inPercent } from "../strategy/sentences/lengths";
import { useWords } from "../words/useWords";
import { moodOf, percent } from "./numbers";
import classes from "./Wallboard.module.css";

const icons = { good: IconCheck, warn: IconTrendingDown, bad: IconAlertTriangle } as const;

/** "92% of 25", with how it stands to its goal; the words behind it say what was counted. */
export function Level({ level, goal, icon = 14 }: { level: ServiceLevel; goal: number; icon?: number }) {
  const { t, language } = useWords();
  const share = percent(level);
  const mood = moodOf(level, goal);
  if (share === null || mood === "none")
    return <span className={classes.quiet}>{t("wallboard.noneYet")}</span>;
  const Icon = icons[mood];
  const { offered, within, abandoned, speedOfAnswer } = level;
  const meant = {
    offered,
    within,
    abandoned,
    goal: inPercent(goal / 100, language, 0),
    speed: speedOfAnswer ?? "–",
  };
  return (
    <Tooltip label={t("wallboard.level.means", meant)} multiline maw={320}>
      <span className={classes.level} data-mood={mood}>
        <Icon size={icon} aria-label={t(`wallboard.mood.${mood}`)} role="img" />
        <strong>{inPercent(share / 100, language, 0)}</strong>
        <small>{t("wallboard.of", { count: level.offered })}</small>
      </span>
    </Tooltip>
  );
}
