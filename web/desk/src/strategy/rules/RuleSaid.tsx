import { Text } from "@mantine/core";
import { memo } from "react";
import type { Rule } from "../definition/definition";
import { whatSentence, whoSentence } from "../sentences/ruleSentence";
import { useSpeech } from "../sentences/useSpeech";
import { RuleChannels } from "./RuleChannels";

/** "Last step and basket over 5,000: chat first, then callback." Not said anew while rows are dragged past it. */
export const RuleSaid = memo(function RuleSaid({ rule, isLast }: { rule: Rule; isLast: boolean }) {
  const speech = useSpeech();
  return (
    <>
      <Text>
        <strong>{whoSentence(rule, isLast, speech)}:</strong> {whatSentence(rule, speech)}.
      </Text>
      <RuleChannels rule={rule} />
    </>
  );
});
