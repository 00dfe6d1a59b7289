import type { Rule } from "../definition/definition";
import { ofPlace } from "../definition/problems";
import { changedRule } from "../definition/rules";
import { useStrategy } from "../draft/StrategyContext";
import { problemSentence } from "../sentences/problemSentence";
import { useSpeech } from "../sentences/useSpeech";

/** A rule being written, with what is wrong at each of its fields. */
export function useRule(rule: Rule) {
  const { draft } = useStrategy();
  const speech = useSpeech();
  const problems = draft.problems.filter((each) => each.rule === rule.id);
  return {
    all: problems,
    change: (changes: Partial<Rule>) =>
      draft.change(changedRule(draft.now(), rule.id, changes), `${rule.id}.${Object.keys(changes).join()}`),
    at: (path: string) => ofPlace(problems, path),
    error: (path: string) => {
      const found = ofPlace(problems, path).find(({ problem }) => problem.stops);
      return found && problemSentence(found.problem, speech, draft.definition);
    },
  };
}

export type RuleInHand = ReturnType<typeof useRule>;
