import { NativeSelect } from "@mantine/core";
import { useLocation, useSearchParams } from "react-router";
import { channelWord } from "../parts/ChannelMark";
import { PageLink } from "../parts/PageLink";
import room from "../parts/Room.module.css";
import { useWords } from "../words/useWords";
import classes from "./PlanningRoom.module.css";
import { type Tab, tabs } from "./tabs";
import { useLine } from "./useLine";

export function PlanningHead({ tab }: { tab: Tab }) {
  const { t } = useWords();
  const { search } = useLocation();
  const [, setParams] = useSearchParams();
  const { sites, site, busiest, line } = useLine();
  const choose = (changes: Record<string, string>) =>
    setParams((before) => {
      const kept = ["date", "span", "as"].flatMap((name) => {
        const value = before.get(name);
        return value === null ? [] : [[name, value]];
      });
      return { ...Object.fromEntries(kept), ...changes };
    });
  return (
    <div className={room.head}>
      <nav className={`${room.tabs} ${classes.tabs}`} aria-label={t("room.planning")}>
        {tabs.map((each) => (
          <PageLink key={each} to={{ pathname: `/planning/${each}`, search }}>
            {t(`planning.tab.${each}`)}
          </PageLink>
        ))}
      </nav>
      {(sites.data?.length ?? 0) > 1 && (
        <NativeSelect
          className={classes.choice ?? ""}
          aria-label={t("field.site")}
          value={site?.id ?? ""}
          data={(sites.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => choose({ site: event.currentTarget.value })}
        />
      )}
      {site && line && tab !== "advice" && (
        <NativeSelect
          className={classes.choice ?? ""}
          aria-label={t("planning.line")}
          value={`${line.queue} ${line.channel}`}
          data={busiest.map(({ queue, queueName, channel }) => ({
            value: `${queue} ${channel}`,
            label: `${t(channelWord(channel))} · ${queueName}`,
          }))}
          onChange={(event) => {
            const [queue = "", channel = ""] = event.currentTarget.value.split(" ");
            choose({ site: site.id, queue, channel });
          }}
        />
      )}
    </div>
  );
}
