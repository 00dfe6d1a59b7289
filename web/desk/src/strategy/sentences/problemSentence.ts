import type { WordKey } from "../../words/words";
import type { Definition } from "../definition/definition";
import type { Problem } from "../definition/problems";
import { channelName } from "./channels";
import { amount } from "./lengths";
import { type Speech, word } from "./speech";
import { factName } from "./values";

/** What is wrong, in the reader's language; of a kind that this page does not know, in the server's words. */
export function problemSentence(problem: Problem, speech: Speech, definition: Definition): string {
  const { t, language } = speech;
  const { subject, other, sentence } = problem;
  const key = keyOf(problem, speech);
  if (!key) return sentence;
  // The bounds themselves are known to the server only.
  const [, least, most] = /of (-?[\d.]+) to (-?[\d.]+)/.exec(sentence) ?? [];
  return t(key, {
    subject: subject ?? "",
    rule: definition.rules.find(({ id }) => id === other)?.name ?? "",
    channel: channelName((problem.kind === "unknownChannel" ? other : subject) ?? "", t),
    fact: factName(subject ?? "", speech),
    least: amount(Number(least ?? 0), language),
    most: amount(Number(most ?? 0), language),
  });
}

/** The most exact words we have: for this kind at this field, then for this kind. */
function keyOf({ kind, place, subject, other, sentence }: Problem, { t }: Speech): WordKey | undefined {
  const field = place
    .split(".")
    .at(-1)
    ?.replace(/\[\d+\]$/, "");
  const bounded = kind === "outOfBounds" && / of -?[\d.]+ to /.test(sentence);
  const about = kind === "neverReached" ? other : subject;
  return [
    `strategy.problem.${kind}.${field}`,
    ...(bounded ? ["strategy.problem.outOfBounds.between"] : []),
    ...(about ? [] : [`strategy.problem.${kind}.none`]),
    `strategy.problem.${kind}`,
  ].find((key) => word(t, key, "") !== "") as WordKey | undefined;
}
