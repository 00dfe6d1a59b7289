import { Button, Menu, ScrollArea } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useWords } from "../../words/useWords";
import { exampleOf, type FactSet } from "../definition/example";
import { useStrategy } from "../draft/StrategyContext";

/** Somebody for whom a rule is meant. */
export function Presets({ onTake }: { onTake: (facts: FactSet) => void }) {
  const { t } = useWords();
  const { draft, facts } = useStrategy();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={16} />}>
          {t("strategy.try.fromRule")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <ScrollArea.Autosize mah={360} maw={420} tabIndex={-1}>
          {draft.definition.rules.map((rule) => (
            <Menu.Item
              key={rule.id}
              onClick={() => onTake(exampleOf(rule.when, draft.definition.groups, facts))}
            >
              {rule.name}
            </Menu.Item>
          ))}
        </ScrollArea.Autosize>
      </Menu.Dropdown>
    </Menu>
  );
}
