import { Button, Text, UnstyledButton } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useWords } from "../../words/useWords";
import { ofPlace } from "../definition/problems";
import { useStrategy } from "../draft/StrategyContext";
import { Card } from "../parts/Card";
import { ProblemList } from "../parts/ProblemList";
import { SideDrawer } from "../parts/SideDrawer";
import { conditionSentence } from "../sentences/conditionSentence";
import { useSpeech } from "../sentences/useSpeech";
import { freeName } from "./freeName";
import { GroupForm } from "./GroupForm";
import classes from "./Groups.module.css";

/** Conditions with a name, for rules that ask the same. */
export function Groups() {
  const { t } = useWords();
  const { draft, mayEdit } = useStrategy();
  const speech = useSpeech();
  const [open, setOpen] = useState<string | null>(null);
  const groups = Object.entries(draft.definition.groups ?? {});

  function add() {
    const name = freeName(
      t("strategy.group.new"),
      groups.map(([each]) => each),
    );
    draft.change({
      ...draft.definition,
      groups: { ...draft.definition.groups, [name]: { fact: "step", operator: "is", value: "" } },
    });
    setOpen(name);
  }

  return (
    <Card title={t("strategy.groups")}>
      {groups.length === 0 && <Text c="dimmed">{t("strategy.groups.empty")}</Text>}
      <ul className={classes.groups}>
        {groups.map(([name, condition]) => (
          <li key={name}>
            {mayEdit ? (
              <UnstyledButton fw={600} c="var(--accent)" onClick={() => setOpen(name)}>
                {name}
              </UnstyledButton>
            ) : (
              <Text fw={600}>{name}</Text>
            )}
            <Text size="sm" c="dimmed">
              {conditionSentence(condition, speech)}
            </Text>
            <ProblemList problems={ofPlace(draft.problems, `groups.${name}`)} />
          </li>
        ))}
      </ul>
      {mayEdit && (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          onClick={add}
          style={{ alignSelf: "start" }}
        >
          {t("strategy.group.add")}
        </Button>
      )}
      <SideDrawer opened={open !== null} title={t("strategy.group.title")} onClose={() => setOpen(null)}>
        {open !== null && (
          <GroupForm key={open} name={open} onRenamed={setOpen} onRemoved={() => setOpen(null)} />
        )}
      </SideDrawer>
    </Card>
  );
}
