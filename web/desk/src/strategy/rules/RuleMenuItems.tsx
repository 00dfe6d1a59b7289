import { Menu } from "@mantine/core";
import {
  IconArrowDown,
  IconArrowUp,
  IconCopy,
  IconPencil,
  IconPlayerPlay,
  IconTrash,
} from "@tabler/icons-react";
import { useNavigate } from "react-router";
import { useWords } from "../../words/useWords";
import { useStrategy } from "../draft/StrategyContext";
import type { RuleMenuProps } from "./RuleMenu";

export function RuleMenuItems({ rule, acts, isLast, onUp, onDown }: RuleMenuProps) {
  const { t } = useWords();
  const { site } = useStrategy();
  const navigate = useNavigate();
  return (
    <>
      <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => acts.open(rule.id)}>
        {t("strategy.rule.edit")}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconPlayerPlay size={16} />}
        onClick={() => navigate(`/strategy/try?site=${site.id}&from=${rule.id}`)}
      >
        {t("strategy.rule.try")}
      </Menu.Item>
      <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => acts.copy(rule.id)}>
        {t("strategy.rule.copy")}
      </Menu.Item>
      {onUp && (
        <Menu.Item leftSection={<IconArrowUp size={16} />} onClick={onUp}>
          {t("strategy.rule.up")}
        </Menu.Item>
      )}
      {onDown && (
        <Menu.Item leftSection={<IconArrowDown size={16} />} onClick={onDown}>
          {t("strategy.rule.down")}
        </Menu.Item>
      )}
      {!isLast && (
        <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => acts.remove(rule.id)}>
          {t("strategy.rule.remove")}
        </Menu.Item>
      )}
    </>
  );
}
