import type { Speech } from "../sentences/speech";
import { choiceName } from "../sentences/values";
import type { Fact } from "./fact";

/** What a fact is: "amount of money", "one of: desktop, phone, tablet". */
export function kindWords(fact: Fact, { t }: Pick<Speech, "t">): string {
  if (fact.choices)
    return t(fact.kind === "texts" ? "strategy.kind.someOf" : "strategy.kind.oneOf", {
      choices: fact.choices.map((choice) => choiceName(fact.key, choice, { t })).join(", "),
    });
  if (fact.kind === "number" && fact.unit && fact.unit !== "none") return t(`strategy.unit.${fact.unit}`);
  return t(`strategy.kind.${fact.kind}`);
}
