import { useState } from "react";
import { useWords } from "../../words/useWords";
import { moved, withCopy, withoutRule, withRule, withRuleBack } from "../definition/rules";
import { useStrategy } from "../draft/StrategyContext";
import { useShowUndo } from "../parts/useShowUndo";
import { useOpenRule } from "./useOpenRule";

/** What can be done with the list of rules, and what a screen reader hears of it. */
export function useRules() {
  const { t } = useWords();
  const { draft } = useStrategy();
  const { definition, change } = draft;
  const { open } = useOpenRule();
  const showUndo = useShowUndo();
  const [said, say] = useState("");
  const nameOf = (id: string) => definition.rules.find((rule) => rule.id === id)?.name ?? "";
  return {
    said,
    say,
    move(id: string, to: number) {
      change(moved(definition, id, to));
      say(t("strategy.rule.moved", { name: nameOf(id), place: to + 1 }));
    },
    add() {
      const made = withRule(definition, {
        name: t("strategy.rule.new"),
        offer: definition.rules.at(-1)?.offer ?? ["chat"],
      });
      change(made.definition);
      open(made.id);
    },
    copy(id: string) {
      const made = withCopy(definition, id, t("strategy.rule.copyOf", { name: nameOf(id) }));
      change(made.definition);
      say(t("strategy.rule.copied", { name: nameOf(id) }));
      open(made.id);
    },
    remove(id: string) {
      const at = definition.rules.findIndex((rule) => rule.id === id);
      const rule = definition.rules[at];
      if (!rule) return;
      change(withoutRule(definition, id));
      showUndo(t("strategy.rule.removed", { name: rule.name }), () =>
        change(withRuleBack(draft.now(), rule, at)),
      );
    },
  };
}

export type Rules = ReturnType<typeof useRules>;
