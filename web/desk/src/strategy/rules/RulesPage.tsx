import { Stack } from "@mantine/core";
import { PageHead } from "../../parts/PageHead";
import { useWords } from "../../words/useWords";
import { DraftBar } from "../draft/DraftBar";
import { FirstSteps } from "../draft/FirstSteps";
import { useStrategy } from "../draft/StrategyContext";
import { Groups } from "../groups/Groups";
import classes from "../StrategyRoom.module.css";
import { Holdout } from "../worth/Holdout";
import { Worth } from "../worth/Worth";
import { RuleDrawer } from "./RuleDrawer";
import { RuleList } from "./RuleList";

/** The strategy as a list of sentences, each of which opens to be changed. */
export function RulesPage() {
  const { t } = useWords();
  const { draft, strategy } = useStrategy();
  return (
    <div className={classes.scrolled}>
      <PageHead title={draft.definition.name || t("room.strategy")}>{t("strategy.rules.intro")}</PageHead>
      <DraftBar />
      <div className={classes.columns}>
        <div>
          {strategy.live.number === 0 && !draft.exists && <FirstSteps />}
          <RuleList />
        </div>
        <Stack gap="lg">
          <Groups />
          <Worth />
          <Holdout />
        </Stack>
      </div>
      <RuleDrawer />
    </div>
  );
}
