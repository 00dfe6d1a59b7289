import { Paper, Text, Title } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { Starters } from "./Starters";
import { useStrategy } from "./StrategyContext";

/** A site that never had a strategy: what one is, and four to start from. */
export function FirstSteps() {
  const { t } = useWords();
  const { mayEdit } = useStrategy();
  return (
    <Paper withBorder p="md" mb="lg">
      <Title order={2}>{t("strategy.first.title")}</Title>
      <Text c="dimmed" mb="md">
        {t("strategy.first")}
      </Text>
      {mayEdit && <Starters />}
    </Paper>
  );
}
