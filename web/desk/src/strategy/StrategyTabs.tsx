import { NativeSelect } from "@mantine/core";
import { useLocation } from "react-router";
import { PageLink } from "../parts/PageLink";
import room from "../parts/Room.module.css";
import { useMe } from "../shell/useSession";
import { useWords } from "../words/useWords";
import classes from "./StrategyRoom.module.css";
import { tabsFor } from "./tabs";
import { useSite } from "./useSite";

export function StrategyTabs() {
  const { t } = useWords();
  const { role } = useMe();
  const { search } = useLocation();
  const { sites, site, choose } = useSite();
  const of = new URLSearchParams(search).get("site");
  return (
    <div className={room.head}>
      <nav className={room.tabs} aria-label={t("room.strategy")}>
        {tabsFor(role).map((tab) => (
          <PageLink key={tab} to={{ pathname: `/strategy/${tab}`, search: of ? `?site=${of}` : "" }}>
            {t(`strategy.tab.${tab}`)}
          </PageLink>
        ))}
      </nav>
      {sites.length > 1 && (
        <NativeSelect
          className={classes.site ?? ""}
          aria-label={t("field.site")}
          value={site?.id ?? ""}
          data={sites.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      )}
    </div>
  );
}
