import { ActionIcon, Button, SegmentedControl, TextInput, Title } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useWords } from "../../words/useWords";
import type { IsoDate } from "../dates";
import { isDate, longDate, spanText } from "../dates";
import classes from "../PlanningRoom.module.css";
import { type SpanKind, usePlace } from "../usePlace";

/** Which day or week, and on to the next. */
export function DayBar({ today, children }: { today: IsoDate; children?: ReactNode }) {
  const { t, language } = useWords();
  const { date, kind, span, set, turn } = usePlace(today);
  return (
    <div className={classes.days}>
      <div className={classes.day}>
        <Title order={1} size="h2">
          {kind === "day" ? longDate(date, language) : spanText(span.from, span.days, language)}
        </Title>
        <div className={classes.turn}>
          <ActionIcon variant="default" aria-label={t(`planning.before.${kind}`)} onClick={() => turn(-1)}>
            <IconChevronLeft size={18} />
          </ActionIcon>
          <Button variant="default" size="compact-md" h={32} onClick={() => set({ date: null })}>
            {t("planning.today")}
          </Button>
          <ActionIcon variant="default" aria-label={t(`planning.after.${kind}`)} onClick={() => turn(1)}>
            <IconChevronRight size={18} />
          </ActionIcon>
          <TextInput
            type="date"
            size="xs"
            aria-label={t("planning.date")}
            value={date}
            onChange={(event) =>
              isDate(event.currentTarget.value) && set({ date: event.currentTarget.value })
            }
          />
        </div>
      </div>
      <div className={classes.day}>
        <SegmentedControl
          aria-label={t("planning.span")}
          value={kind}
          data={(["day", "week"] satisfies SpanKind[]).map((each) => ({
            value: each,
            label: t(`planning.span.${each}`),
          }))}
          onChange={(next) => set({ span: next === "week" ? next : null })}
        />
        {children}
      </div>
    </div>
  );
}
