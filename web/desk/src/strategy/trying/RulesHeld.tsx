import { Badge, Button, Group, Text } from "@mantine/core";
import { IconCheck, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useWords } from "../../words/useWords";
import type { Definition } from "../definition/definition";
import { TestsHeld } from "./TestsHeld";
import classes from "./TryPage.module.css";
import type { RuleTried } from "./tried";

const few = 8;

/** Every rule in order: whether it holds, which one decides, and how each of its tests stands. */
export function RulesHeld({ rules, definition }: { rules: RuleTried[]; definition: Definition }) {
  const { t } = useWords();
  const [all, showAll] = useState(false);
  const decides = rules.findIndex((rule) => rule.decides);
  const shown =
    all || rules.length <= few
      ? rules
      : rules.filter((rule, at) => rule.holds || at === decides - 1 || at === decides + 1);
  return (
    <>
      <ul className={classes.lines}>
        {shown.map((rule) => (
          <li key={rule.id}>
            <Group gap="sm" wrap="nowrap" align="flex-start">
              {rule.holds ? (
                <IconCheck
                  size={16}
                  color="var(--good)"
                  aria-label={t("strategy.why.holds")}
                  style={{ flex: "none" }}
                />
              ) : (
                <IconX
                  size={16}
                  color="var(--muted)"
                  aria-label={t("strategy.why.holdsNot")}
                  style={{ flex: "none" }}
                />
              )}
              <Text fw={rule.decides ? 600 : 400} flex={1}>
                {rule.name}
              </Text>
              {rule.decides && <Badge>{t("strategy.why.decides")}</Badge>}
            </Group>
            <TestsHeld tests={rule.tests} definition={definition} />
          </li>
        ))}
      </ul>
      {shown.length < rules.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => showAll(true)}>
          {t("strategy.why.allRules", { count: rules.length })}
        </Button>
      )}
    </>
  );
}
