import { ActionIcon, Menu } from "@mantine/core";
import {
  IconArrowDown,
  IconArrowUp,
  IconCopy,
  IconDots,
  IconPencil,
  IconPlayerPlay,
  IconTrash,
} from "@tabler/icons-react";
import { useNavigate } from "react-router";
import { useWords } from "../../words/useWords";
import type { Rule } from "../definition/definition";
import { useStrategy } from "../draft/StrategyContext";
import { useOpenRule } from "./useOpenRule";
import type { Rules } from "./useRules";

interface Props {
  rule: Rule;
  at: number;
  last: number;
  rules: Rules;
  still: boolean;
}

export function RuleMenu({ rule, at, last, rules, still }: Props) {
  const { t } = useWords();
  const { site } = useStrategy();
  const { open } = useOpenRule();
  const navigate = useNavigate();
  const mayMove = at !== last && !still;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon aria-label={t("strategy.rule.menu", { name: rule.name })}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => open(rule.id)}>
          {t("strategy.rule.edit")}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconPlayerPlay size={16} />}
          onClick={() => navigate(`/strategy/try?site=${site.id}&from=${rule.id}`)}
        >
          {t("strategy.rule.try")}
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => rules.copy(rule.id)}>
          {t("strategy.rule.copy")}
        </Menu.Item>
        {mayMove && at > 0 && (
          <Menu.Item leftSection={<IconArrowUp size={16} />} onClick={() => rules.move(rule.id, at - 1)}>
            {t("strategy.rule.up")}
          </Menu.Item>
        )}
        {mayMove && at < last - 1 && (
          <Menu.Item leftSection={<IconArrowDown size={16} />} onClick={() => rules.move(rule.id, at + 1)}>
            {t("strategy.rule.down")}
          </Menu.Item>
        )}
        {at !== last && (
          <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => rules.remove(rule.id)}>
            {t("strategy.rule.remove")}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
