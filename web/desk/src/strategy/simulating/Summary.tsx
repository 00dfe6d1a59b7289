import type { StrategyRunResult } from "@kanal/api";
import { Paper, Text } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { channelName } from "../sentences/channels";
import { word } from "../sentences/speech";
import { type Headline, headlinesOf } from "./headlines";
import { differenceText } from "./inFigures";
import classes from "./Simulate.module.css";
import { VerdictMark } from "./VerdictMark";

/** What came of it in a few words, before the numbers. */
export function Summary({ result, other }: { result: StrategyRunResult; other: string }) {
  const { t, language } = useWords();
  const { better, worse, of } = headlinesOf(result);
  const none = better.length === 0 && worse.length === 0;
  return (
    <Paper withBorder p="md">
      <Text fw={600}>
        {none
          ? t("strategy.run.summary.none", { other })
          : t("strategy.run.summary", { other, better: better.length, worse: worse.length, of })}
      </Text>
      {!none && (
        <ul className={classes.headlines}>
          {[...better, ...worse].map((headline) => (
            <li key={`${headline.channel} ${headline.key}`}>
              <VerdictMark verdict={headline.verdict} />
              <span>{said(headline)}</span>
            </li>
          ))}
        </ul>
      )}
      <Text size="xs" c="dimmed" mt="xs">
        {t("strategy.run.chance")}
      </Text>
    </Paper>
  );

  function said({ key, channel, value }: Headline) {
    const measure = word(t, `strategy.run.key.${key}`, key);
    const of = channel ? `${channelName(channel, t)}: ` : "";
    return `${of}${measure} ${differenceText(key, value, t, language)}`;
  }
}
