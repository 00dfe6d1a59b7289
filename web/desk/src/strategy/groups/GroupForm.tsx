import { Button, Stack, Text, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useShowUndo } from "../../parts/useShowUndo";
import { useWords } from "../../words/useWords";
import { Conditions } from "../conditions/Conditions";
import { leaves } from "../definition/conditions";
import type { Condition } from "../definition/definition";
import { withGroupRenamed } from "../definition/rules";
import { useStrategy } from "../draft/StrategyContext";

interface Props {
  name: string;
  onRenamed: (name: string) => void;
  onRemoved: () => void;
}

export function GroupForm({ name, onRenamed, onRemoved }: Props) {
  const { t } = useWords();
  const { draft } = useStrategy();
  const showUndo = useShowUndo();
  const [called, setCalled] = useState(name);
  const { definition } = draft;
  const condition = definition.groups?.[name] ?? undefined;
  const users = definition.rules.filter((rule) => leaves(rule.when).some(({ group }) => group === name));
  const taken = called !== name && called in (definition.groups ?? {});

  function rename() {
    const next = called.trim();
    if (next === "" || next === name || taken) return setCalled(name);
    draft.change(withGroupRenamed(draft.now(), name, next));
    onRenamed(next);
  }
  const put = (next: Condition | undefined) =>
    draft.change(
      { ...draft.now(), groups: { ...draft.now().groups, [name]: next ?? { all: [] } } },
      `groups.${name}`,
    );
  function remove() {
    const { [name]: gone, ...groups } = draft.now().groups ?? {};
    draft.change({ ...draft.now(), groups });
    onRemoved();
    showUndo(t("strategy.group.removed", { name }), () =>
      draft.change({ ...draft.now(), groups: { ...draft.now().groups, ...(gone && { [name]: gone }) } }),
    );
  }

  return (
    <Stack gap="lg">
      <TextInput
        label={t("field.name")}
        description={t("strategy.group.name.help")}
        data-autofocus
        maxLength={100}
        value={called}
        error={taken && t("fault.taken")}
        onChange={(event) => setCalled(event.currentTarget.value)}
        onBlur={rename}
      />
      <Conditions
        condition={condition}
        place={`groups.${name}`}
        problems={draft.problems}
        onChange={put}
        except={name}
      />
      <Text c="dimmed">
        {users.length === 0
          ? t("strategy.group.unused")
          : t("strategy.group.usedBy", { rules: users.map((rule) => rule.name).join(" · ") })}
      </Text>
      {users.length === 0 && (
        <Button
          variant="default"
          leftSection={<IconTrash size={16} />}
          onClick={remove}
          style={{ alignSelf: "start" }}
        >
          {t("strategy.group.remove")}
        </Button>
      )}
    </Stack>
  );
}
