import { ActionIcon, Button, Group, Text, Tooltip } from "@mantine/core";
import { useDisclosure, useHotkeys } from "@mantine/hooks";
import { IconArrowBackUp, IconArrowForwardUp, IconGitCompare, IconUpload } from "@tabler/icons-react";
import { useDeferredValue, useMemo } from "react";
import { SaveLine } from "../../knowledge/article/SaveLine";
import { useWords } from "../../words/useWords";
import { changesOf, countOf } from "../definition/changes";
import { CompareDialog } from "./CompareDialog";
import { Conflict } from "./Conflict";
import classes from "./DraftBar.module.css";
import { DraftMenu } from "./DraftMenu";
import { PublishDialog } from "./PublishDialog";
import { useStrategy } from "./StrategyContext";

/** What is live, what is being written, and what can be done with it. */
export function DraftBar() {
  const { t } = useWords();
  const { draft, strategy, mayEdit } = useStrategy();
  const [comparing, compare] = useDisclosure(false);
  const [publishing, publish] = useDisclosure(false);
  // A long strategy takes its time to be compared; who writes does not wait for it.
  const written = useDeferredValue(draft.definition);
  const changes = useMemo(
    () => countOf(changesOf(strategy.live.definition, written)),
    [strategy.live.definition, written],
  );
  const { undo, redo } = draft;
  useHotkeys([
    ["mod+Z", () => undo?.()],
    ["mod+shift+Z", () => redo?.()],
  ]);
  const live =
    strategy.live.number === 0
      ? t("strategy.live.builtIn")
      : t("strategy.live", { number: strategy.live.number });
  return (
    <div className={classes.bar}>
      <div className={classes.standing}>
        <Text fw={600}>{live}</Text>
        <Text size="sm" c="dimmed">
          {draft.exists && changes > 0
            ? t("strategy.draft.changes", { count: changes })
            : t("strategy.draft.none")}
        </Text>
        {mayEdit && draft.exists && <SaveLine state={draft.state} />}
      </div>
      {mayEdit && (
        <Group gap="xs">
          <Tooltip label={t("undo")}>
            <ActionIcon disabled={!undo} onClick={undo} aria-label={t("undo")}>
              <IconArrowBackUp size={18} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t("strategy.redo")}>
            <ActionIcon disabled={!redo} onClick={redo} aria-label={t("strategy.redo")}>
              <IconArrowForwardUp size={18} />
            </ActionIcon>
          </Tooltip>
          <Button
            variant="default"
            leftSection={<IconGitCompare size={16} />}
            disabled={changes === 0}
            onClick={compare.open}
          >
            {t("strategy.compare")}
          </Button>
          <DraftMenu />
          <Button
            leftSection={<IconUpload size={16} />}
            disabled={!draft.exists || changes === 0}
            onClick={publish.open}
          >
            {t("strategy.publish")}
          </Button>
        </Group>
      )}
      {draft.state.kind === "conflict" && <Conflict />}
      <CompareDialog opened={comparing} onClose={compare.close} />
      {publishing && <PublishDialog onClose={publish.close} />}
    </div>
  );
}
