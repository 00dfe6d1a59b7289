import { Button, Group } from "@mantine/core";
import { PageHead } from "../../parts/PageHead";
import { useWords } from "../../words/useWords";
import { useStrategy } from "../draft/StrategyContext";
import room from "../StrategyRoom.module.css";
import { FactsTold } from "./FactsTold";
import { LiveStanding } from "./LiveStanding";
import { Presets } from "./Presets";
import { TriedMenu } from "./TriedMenu";
import classes from "./TryPage.module.css";
import { useQuestion } from "./useQuestion";
import { useTry } from "./useTry";

/** A visitor who might come: what is known of them, how things stand, and what they would see, with every reason. */
export function TryPage() {
  const { t } = useWords();
  const { draft } = useStrategy();
  const { question, ask } = useQuestion();
  const live = useTry(question);
  const drafted = useTry(question, draft.exists ? draft.definition : undefined);
  const state = (drafted.data ?? live.data)?.live.channels ?? [];
  return (
    <div className={room.scrolled}>
      <PageHead
        title={t("strategy.tab.try")}
        action={
          <Group gap="sm">
            <Presets onTake={(facts) => ask({ facts })} />
            <Button variant="default" onClick={() => ask({ facts: {}, live: [], at: "" })}>
              {t("strategy.try.clear")}
            </Button>
          </Group>
        }
      >
        {t("strategy.try.intro")}
      </PageHead>
      <div className={classes.page}>
        <div className={classes.asked}>
          <FactsTold
            facts={question.facts}
            onChange={(facts) => ask({ facts })}
            tried={drafted.data ?? live.data}
          />
          <LiveStanding question={question} state={state} onChange={ask} />
        </div>
        <div className={classes.answers} data-two={draft.exists || undefined}>
          {draft.exists && (
            <TriedMenu title={t("strategy.try.draft")} query={drafted} definition={draft.definition} />
          )}
          <LiveMenu query={live} />
        </div>
      </div>
    </div>
  );
}

function LiveMenu({ query }: { query: ReturnType<typeof useTry> }) {
  const { t } = useWords();
  const { strategy } = useStrategy();
  return (
    <TriedMenu
      title={
        strategy.live.number === 0
          ? t("strategy.live.builtIn")
          : t("strategy.try.live", { number: strategy.live.number })
      }
      query={query}
      definition={strategy.live.definition}
    />
  );
}
