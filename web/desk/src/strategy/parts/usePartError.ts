import { ofPlace } from "../definition/problems";
import { useStrategy } from "../draft/StrategyContext";
import { problemSentence } from "../sentences/problemSentence";
import { useSpeech } from "../sentences/useSpeech";

/** What is wrong at a place outside the rules, such as "economy.uplift". */
export function usePartError() {
  const { draft } = useStrategy();
  const speech = useSpeech();
  return (place: string) => {
    const found = ofPlace(draft.problems, place).find(({ rule }) => rule === undefined);
    return found && problemSentence(found.problem, speech, draft.definition);
  };
}
