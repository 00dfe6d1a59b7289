import type { Advice } from "@kanal/api";
import { Alert, List, Text } from "@mantine/core";
import { IconBulb, IconInfoCircle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { EmptyPage } from "../../parts/EmptyPage";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { useWords } from "../../words/useWords";
import { spanText } from "../dates";
import { usePlanned } from "../PlanningContext";
import classes from "../PlanningRoom.module.css";
import { adviceQuery } from "../planningQueries";
import { ChannelCard } from "./ChannelCard";
import { NextChannel } from "./NextChannel";

/** Which hours each channel can honestly be open with the people there are, and which to open next. */
export function AdvicePage() {
  const { t, language } = useWords();
  const { site } = usePlanned();
  const query = useQuery(adviceQuery(site.id));
  return (
    <div className={classes.scrolled}>
      <PageHead title={t("planning.tab.advice")}>{t("planning.advice.intro")}</PageHead>
      <Loaded query={query}>
        {(advice) =>
          advice.ready || advice.channels.length > 0 ? (
            <div className={classes.stack}>
              <Text c="dimmed">{about(advice)}</Text>
              <NextChannel advice={advice} />
              <Notes notes={advice.notes} />
              {advice.channels.map((channel) => (
                <ChannelCard key={channel.channel} advice={channel} byValue={advice.byValue} />
              ))}
            </div>
          ) : (
            <EmptyPage icon={<IconBulb size={32} />} title={t("planning.advice.empty.title")}>
              {advice.notes.join(" ") || t("planning.advice.empty")}
            </EmptyPage>
          )
        }
      </Loaded>
    </div>
  );

  function about({ from, people, fromShifts }: Advice) {
    const week = t("planning.advice.week", { week: spanText(from, 7, language) });
    const who = t(fromShifts ? "planning.advice.fromShifts" : "planning.advice.fromHours", { count: people });
    return `${week} ${who}`;
  }
}

function Notes({ notes }: { notes: string[] }) {
  const { t } = useWords();
  if (notes.length === 0) return null;
  return (
    <Alert color="gray" icon={<IconInfoCircle />} title={t("planning.notes")} role="note">
      <List size="sm">
        {notes.map((note) => (
          <List.Item key={note}>{note}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
