import { Button, VisuallyHidden } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconArrowBackUp, IconCopy, IconUsers } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { EmptyPage } from "../../parts/EmptyPage";
import { Loaded } from "../../parts/Loaded";
import { useWords } from "../../words/useWords";
import { mondayOf, plusDays } from "../dates";
import { usePlanned } from "../PlanningContext";
import page from "../PlanningRoom.module.css";
import { DayBar } from "../parts/DayBar";
import { planQuery, shiftsQuery } from "../planningQueries";
import { usePlace } from "../usePlace";
import { CopyWeek } from "./CopyWeek";
import { DayView } from "./DayView";
import { ShiftDialog } from "./ShiftDialog";
import { ShiftKeysHelp } from "./ShiftKeysHelp";
import { type Edited, ShiftsContext } from "./ShiftsContext";
import { useShiftDeeds } from "./useShiftDeeds";
import { useShiftEdits } from "./useShiftEdits";
import { WeekView } from "./WeekView";

/** Who is to be there when. */
export function ShiftsPage() {
  const { t } = useWords();
  const { site, at, today } = usePlanned();
  const { date, kind, span: shown } = usePlace(today);
  const monday = mondayOf(date);
  // The evening before the week may go on into it.
  const span = { from: plusDays(monday, -1), days: 8 };
  const query = useQuery(shiftsQuery(site.id, span));
  const plan = useQuery(planQuery(at, shown));
  const { change, undo, canUndo } = useShiftEdits(site.id, span);
  const [said, announce] = useState("");
  const deeds = useShiftDeeds(query.data, change, announce);
  const [edited, open] = useState<Edited>();
  const [copying, setCopying] = useState(false);
  const takeBack = () => {
    if (!canUndo) return;
    undo();
    announce(t("planning.shifts.undone"));
  };
  useHotkeys([["mod+Z", takeBack]]);
  const dates = Array.from({ length: 7 }, (_, day) => plusDays(monday, day));
  return (
    <div className={page.scrolled}>
      <DayBar today={today}>
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={16} />}
          disabled={!canUndo}
          aria-keyshortcuts="Control+Z"
          onClick={takeBack}
        >
          {t("undo")}
        </Button>
        <Button variant="default" leftSection={<IconCopy size={16} />} onClick={() => setCopying(true)}>
          {t("planning.copy")}
        </Button>
      </DayBar>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <Loaded query={query}>
        {(week) =>
          week.agents.length === 0 ? (
            <EmptyPage icon={<IconUsers size={32} />} title={t("planning.shifts.nobody.title")}>
              {t("planning.shifts.nobody")}
            </EmptyPage>
          ) : (
            <ShiftsContext value={{ week, open, announce, ...deeds }}>
              <div className={page.stack}>
                {kind === "day" ? (
                  <DayView date={date} plan={plan.data} />
                ) : (
                  <WeekView dates={dates} plan={plan.data} today={today} />
                )}
                <ShiftKeysHelp kind={kind} />
              </div>
              {edited && <ShiftDialog edited={edited} onClose={() => open(undefined)} />}
            </ShiftsContext>
          )
        }
      </Loaded>
      {copying && <CopyWeek monday={monday} onClose={() => setCopying(false)} />}
    </div>
  );
}
