import { Drawer } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { useStrategy } from "../draft/StrategyContext";
import { RuleForm } from "./RuleForm";
import { useOpenRule } from "./useOpenRule";

/** The open rule beside the list, which changes as one writes. */
export function RuleDrawer() {
  const { t } = useWords();
  const { draft, mayEdit } = useStrategy();
  const { id, open } = useOpenRule();
  const at = draft.definition.rules.findIndex((rule) => rule.id === id);
  const rule = draft.definition.rules[at];
  return (
    <Drawer
      opened={mayEdit && rule !== undefined}
      onClose={() => open(null)}
      position="right"
      size={720}
      title={t("strategy.rule.title", { place: at + 1 })}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {rule && <RuleForm key={rule.id} rule={rule} isLast={at === draft.definition.rules.length - 1} />}
    </Drawer>
  );
}
