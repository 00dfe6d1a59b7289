import { ActionIcon, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useState } from "react";
import { useWords } from "../../words/useWords";
import type { Rule } from "../definition/definition";
import { RuleMenuItems } from "./RuleMenuItems";
import type { RuleActs } from "./useRules";

export interface RuleMenuProps {
  rule: Rule;
  acts: RuleActs;
  isLast: boolean;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
}

/** The menu itself is made when it is first opened: a long list has many of them. */
export function RuleMenu(props: RuleMenuProps) {
  const { t } = useWords();
  const [opened, setOpened] = useState<boolean>();
  const button = (
    <ActionIcon
      aria-label={t("strategy.rule.menu", { name: props.rule.name })}
      aria-haspopup="menu"
      {...(opened === undefined && { onClick: () => setOpened(true) })}
    >
      <IconDots size={18} />
    </ActionIcon>
  );
  if (opened === undefined) return button;
  return (
    <Menu position="bottom-end" withinPortal opened={opened} onChange={setOpened}>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        <RuleMenuItems {...props} />
      </Menu.Dropdown>
    </Menu>
  );
}
