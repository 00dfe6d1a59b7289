import { Text } from "@mantine/core";
import { IconAlertTriangle, IconBan } from "@tabler/icons-react";
import type { Placed } from "../definition/problems";
import { useStrategy } from "../draft/StrategyContext";
import { problemSentence } from "../sentences/problemSentence";
import { useSpeech } from "../sentences/useSpeech";
import classes from "./ProblemList.module.css";

/** What is wrong at a place: what stops publishing, and what will hardly have been meant. */
export function ProblemList({ problems }: { problems: Placed[] }) {
  const { draft } = useStrategy();
  const speech = useSpeech();
  if (problems.length === 0) return null;
  const said = new Map(
    problems.map(({ problem }) => [problemSentence(problem, speech, draft.checked), problem.stops]),
  );
  return (
    <ul className={classes.problems}>
      {[...said].map(([sentence, stops]) => (
        <li key={sentence} data-stops={stops || undefined}>
          {stops ? <IconBan size={16} aria-hidden /> : <IconAlertTriangle size={16} aria-hidden />}
          <Text span inherit>
            {sentence}
          </Text>
        </li>
      ))}
    </ul>
  );
}
