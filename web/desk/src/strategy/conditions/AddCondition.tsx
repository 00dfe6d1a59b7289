import { Button, Menu } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useWords } from "../../words/useWords";
import type { Condition } from "../definition/definition";
import { useStrategy } from "../draft/StrategyContext";

const blank: Condition = { fact: "step", operator: "is", value: "" };

/** One more: a test, a named group, or a box of several. */
export function AddCondition({ onAdd, except }: { onAdd: (condition: Condition) => void; except?: string }) {
  const { t } = useWords();
  const { draft } = useStrategy();
  const group = Object.keys(draft.definition.groups ?? {}).find((name) => name !== except);
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconPlus size={14} />}
        onClick={() => onAdd(blank)}
      >
        {t("strategy.condition.add")}
      </Button>
      <Menu withinPortal>
        <Menu.Target>
          <Button variant="subtle" size="compact-sm">
            {t("strategy.condition.addOther")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {group && (
            <Menu.Item onClick={() => onAdd({ group })}>{t("strategy.condition.addGroup")}</Menu.Item>
          )}
          <Menu.Item onClick={() => onAdd({ all: [blank] })}>{t("strategy.condition.addAll")}</Menu.Item>
          <Menu.Item onClick={() => onAdd({ any: [blank] })}>{t("strategy.condition.addAny")}</Menu.Item>
          <Menu.Item onClick={() => onAdd({ not: blank })}>{t("strategy.condition.addNot")}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
