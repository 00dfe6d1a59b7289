import { useCallback, useMemo, useState } from "react";
import { useShowUndo } from "../../parts/useShowUndo";
import { useWords } from "../../words/useWords";
import { moved, withCopy, withoutRule, withRule, withRuleBack } from "../definition/rules";
import { useStrategy } from "../draft/StrategyContext";
import { useOpenRule } from "./useOpenRule";

/** What can be done with the list of rules, and what a screen reader hears of it. The same acts for as long as the page is open. */
export function useRules() {
  const { t } = useWords();
  const { change, now } = useStrategy().draft;
  const { open } = useOpenRule();
  const showUndo = useShowUndo();
  const [said, say] = useState("");
  const find = useCallback((id: string) => now().rules.find((rule) => rule.id === id), [now]);

  const acts = useMemo(
    () => ({
      open,
      move(id: string, to: number) {
        change(moved(now(), id, to));
        say(t("strategy.rule.moved", { name: find(id)?.name ?? "", place: to + 1 }));
      },
      copy(id: string) {
        const name = find(id)?.name ?? "";
        const made = withCopy(now(), id, t("strategy.rule.copyOf", { name }));
        change(made.definition);
        say(t("strategy.rule.copied", { name }));
        open(made.id);
      },
      remove(id: string) {
        const at = now().rules.findIndex((rule) => rule.id === id);
        const rule = find(id);
        if (!rule) return;
        change(withoutRule(now(), id));
        showUndo(t("strategy.rule.removed", { name: rule.name }), () =>
          change(withRuleBack(now(), rule, at)),
        );
      },
      add() {
        const offer = now().rules.at(-1)?.offer ?? ["chat"];
        const made = withRule(now(), { name: t("strategy.rule.new"), offer });
        change(made.definition);
        open(made.id);
      },
    }),
    [change, find, now, open, showUndo, t],
  );
  return { said, acts };
}

export type RuleActs = ReturnType<typeof useRules>["acts"];
