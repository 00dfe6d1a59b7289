import { Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Loaded } from "../../parts/Loaded";
import { useShowUndo } from "../../parts/useShowUndo";
import { useWords } from "../../words/useWords";
import { startersQuery } from "../strategyQueries";
import { useStrategy } from "./StrategyContext";

/** Whole strategies to start from, in the reader's language. */
export function Starters({ onTaken }: { onTaken?: () => void }) {
  const { t, language } = useWords();
  const { draft } = useStrategy();
  const starters = useQuery(startersQuery(language));
  const showUndo = useShowUndo();
  return (
    <Loaded query={starters}>
      {(all) => (
        <Stack gap="sm">
          {all.map(({ key, name, about, definition }) => (
            <Paper key={key} withBorder p="md">
              <Group justify="space-between" wrap="nowrap" align="flex-start">
                <div>
                  <Title order={3}>{name}</Title>
                  <Text c="dimmed">{about}</Text>
                </div>
                <Button
                  variant="default"
                  style={{ flex: "none" }}
                  aria-label={t("strategy.starter.take.named", { name })}
                  onClick={() => {
                    const before = draft.now();
                    draft.change(definition);
                    showUndo(t("strategy.starter.taken", { name }), () => draft.change(before));
                    onTaken?.();
                  }}
                >
                  {t("strategy.starter.take")}
                </Button>
              </Group>
            </Paper>
          ))}
        </Stack>
      )}
    </Loaded>
  );
}
