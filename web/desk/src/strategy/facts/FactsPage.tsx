import { Stack } from "@mantine/core";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { useMe } from "../../shell/useSession";
import { useWords } from "../../words/useWords";
import classes from "../StrategyRoom.module.css";
import { Consent } from "./Consent";
import { FactTable } from "./FactTable";
import { Identity } from "./Identity";
import { OwnFacts } from "./OwnFacts";
import { useSettings } from "./useSettings";

/** What rules can speak of: who says it, what knowing it takes, and what this site does not use. */
export function FactsPage() {
  const { t } = useWords();
  const { query, save } = useSettings();
  const isAdministrator = useMe().role === "administrator";
  return (
    <div className={classes.scrolled}>
      <PageHead title={t("strategy.tab.facts")}>{t("strategy.facts.intro")}</PageHead>
      <Loaded query={query}>
        {(settings) => (
          <Stack gap="lg" className={classes.wide ?? ""}>
            <Consent consent={settings.consent} onChange={(consent) => save.mutate({ consent })} />
            <OwnFacts own={settings.ownFacts} onChange={(ownFacts) => save.mutateAsync({ ownFacts })} />
            {isAdministrator && <Identity />}
            <FactTable settings={settings} onChange={(switchedOff) => save.mutate({ switchedOff })} />
          </Stack>
        )}
      </Loaded>
    </div>
  );
}
