import { Button, Code, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { DeleteButton } from "../../parts/DeleteButton";
import { useWords } from "../../words/useWords";
import { leaves } from "../definition/conditions";
import { useStrategy } from "../draft/StrategyContext";
import { Card } from "../parts/Card";
import type { OwnFact } from "./fact";
import { NewFact } from "./NewFact";

interface Props {
  own: OwnFact[];
  onChange: (own: OwnFact[]) => Promise<unknown>;
}

/** What only this site's own pages can tell. */
export function OwnFacts({ own, onChange }: Props) {
  const { t } = useWords();
  const { mayEdit, draft } = useStrategy();
  const [adding, { open, close }] = useDisclosure(false);
  const usedBy = (key: string) =>
    draft.definition.rules
      .filter((rule) => leaves(rule.when).some(({ fact }) => fact === key))
      .map(({ name }) => name);
  return (
    <Card title={t("strategy.own")}>
      <Text c="dimmed">{t("strategy.own.help")}</Text>
      {own.map((fact) => {
        const users = usedBy(fact.key);
        return (
          <Group key={fact.key} justify="space-between" wrap="nowrap">
            <div>
              <Code>{fact.key}</Code>{" "}
              <Text span size="sm" c="dimmed">
                {fact.choices ? fact.choices.join(", ") : t(`strategy.kind.${fact.kind}`)} ·{" "}
                {t(`strategy.privacy.${fact.privacy}`)}
              </Text>
            </div>
            {mayEdit && (
              <DeleteButton
                name={fact.key}
                loses={
                  users.length > 0
                    ? t("strategy.own.used", { rules: users.join(", ") })
                    : t("strategy.own.loses")
                }
                onDelete={() =>
                  void onChange(own.filter(({ key }) => key !== fact.key)).catch(() => undefined)
                }
              />
            )}
          </Group>
        );
      })}
      {mayEdit && (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} />}
          onClick={open}
          style={{ alignSelf: "start" }}
        >
          {t("strategy.own.add")}
        </Button>
      )}
      {adding && (
        <NewFact
          taken={own.map(({ key }) => key)}
          onClose={close}
          onAdd={(fact) => onChange([...own, fact])}
        />
      )}
    </Card>
  );
}
