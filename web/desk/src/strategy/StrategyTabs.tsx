import { NativeSelect } from "@mantine/core";
import { NavLink, useLocation } from "react-router";
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
    <div className={classes.head}>
      <nav className={classes.tabs} aria-label={t("room.strategy")}>
        {tabsFor(role).map((tab) => (
          <NavLink
            key={tab}
            to={{ pathname: `/strategy/${tab}`, search: of ? `?site=${of}` : "" }}
            className={classes.link ?? ""}
          >
            {t(`strategy.tab.${tab}`)}
          </NavLink>
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
