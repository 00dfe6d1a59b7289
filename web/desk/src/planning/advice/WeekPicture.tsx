import type { ChannelAdvice } from "@kanal/api";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { weekdayName, weekdays } from "../../parts/week";
import { useWords } from "../../words/useWords";
import { clockOf } from "../shifts/times";
import classes from "./Advice.module.css";
import { blocksOf, hoursOf } from "./weekHours";

/** The week's hours: enough people, too few, and the rest. The sentences beside it say the same. */
export function WeekPicture({ advice }: { advice: ChannelAdvice }) {
  const { t, language } = useWords();
  const blocks = blocksOf(advice.windows, advice.tooFew);
  if (blocks.length === 0) return null;
  const hours = hoursOf(blocks);
  const length = hours.to - hours.from;
  const percent = (minutes: number) => `${(minutes / length) * 100}%`;
  const every = length > 720 ? 240 : 120;
  const marks: number[] = [];
  for (let at = Math.ceil(hours.from / every) * every; at < hours.to; at += every) marks.push(at);
  return (
    <div className={classes.picture} aria-hidden>
      {weekdays.map((day) => (
        <div key={day} className={classes.line}>
          <span className={classes.weekday}>{weekdayName(day, language, "short").replace(".", "")}</span>
          <div className={classes.track}>
            {blocks
              .filter((block) => block.day === day)
              .map(({ from, to, missing }) => (
                <span
                  key={`${from} ${missing}`}
                  className={classes.block}
                  data-short={missing > 0 || undefined}
                  title={
                    missing > 0
                      ? t("planning.advice.missing", { count: missing })
                      : t("planning.advice.enough")
                  }
                  style={{ left: percent(from - hours.from), width: percent(to - from) }}
                >
                  <span className={classes.blockText}>
                    {missing > 0 ? `−${missing}` : <IconCheck size={12} />}
                  </span>
                </span>
              ))}
          </div>
        </div>
      ))}
      <div className={classes.line}>
        <span className={classes.weekday} />
        <div className={classes.marks}>
          {marks.map((at) => (
            <span key={at} style={{ left: percent(at - hours.from) }}>
              {clockOf(at)}
            </span>
          ))}
        </div>
      </div>
      <div className={classes.key}>
        <span>
          <IconCheck size={12} color="var(--good)" /> {t("planning.advice.best")}
        </span>
        {advice.tooFew.length > 0 && (
          <span>
            <IconAlertTriangle size={12} color="var(--bad)" /> {t("planning.advice.tooFew")}
          </span>
        )}
      </div>
    </div>
  );
}
