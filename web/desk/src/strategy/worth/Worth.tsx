import { Button, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useWords } from "../../words/useWords";
import { useStrategy } from "../draft/StrategyContext";
import { Card } from "../parts/Card";
import { SideDrawer } from "../parts/SideDrawer";
import { WorthForm } from "./WorthForm";
import { worthSentences } from "./worthSentences";

const usualEconomy = {
  marginShare: 0.1,
  uplift: 0.02,
  solvedValue: 20,
  waitCostPerMinute: 1,
  topics: {},
  costs: {},
};

/** What things are worth: what decides whether somebody's time is offered. */
export function Worth() {
  const { t, language } = useWords();
  const { draft, mayEdit } = useStrategy();
  const [opened, { open, close }] = useDisclosure(false);
  const { definition } = draft;
  const { economy } = definition;

  function begin() {
    draft.change({ ...definition, economy: usualEconomy });
    open();
  }

  return (
    <Card title={t("strategy.worth")} onEdit={mayEdit && economy ? open : undefined}>
      {economy ? (
        worthSentences(economy, t, language).map((sentence) => <Text key={sentence}>{sentence}</Text>)
      ) : (
        <>
          <Text c="dimmed">{t("strategy.worth.empty")}</Text>
          {mayEdit && (
            <Group>
              <Button variant="default" size="compact-sm" onClick={begin}>
                {t("strategy.worth.begin")}
              </Button>
            </Group>
          )}
        </>
      )}
      <SideDrawer opened={opened && economy != null} title={t("strategy.worth")} onClose={close}>
        {economy && <WorthForm economy={economy} onRemoved={close} />}
      </SideDrawer>
    </Card>
  );
}
