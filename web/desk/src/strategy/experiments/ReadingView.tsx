import type { ExperimentResult } from "@kanal/api";
import { Alert, Text } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { IntervalPicture } from "./IntervalPicture";
import { verdictSentences } from "./verdictSentences";

const colors = {
  better: "green",
  worse: "red",
  shareMismatch: "red",
  tooEarly: "gray",
  noEvidence: "gray",
} as const;

/** How an experiment stands: in a sentence first, then as an interval, and never a number where there is too little. */
export function ReadingView({ reading, alpha }: { reading: ExperimentResult; alpha: number }) {
  const { t, language } = useWords();
  const [verdict, ...more] = verdictSentences(reading, alpha, t, language);
  const points = new Intl.NumberFormat(language, { maximumFractionDigits: 2, signDisplay: "exceptZero" });
  return (
    <>
      <Alert color={colors[reading.verdict]} title={verdict} role="status">
        {more.map((sentence) => (
          <Text key={sentence}>{sentence}</Text>
        ))}
      </Alert>
      <IntervalPicture
        title={t("strategy.experiment.orders")}
        interval={reading.interval?.map((end) => end * 100)}
        middle={reading.difference == null ? undefined : reading.difference * 100}
        said={(value) => t("strategy.experiment.points", { value: points.format(value) })}
      />
      <IntervalPicture
        title={t("strategy.experiment.netEach")}
        interval={reading.net.interval ?? undefined}
        middle={reading.net.difference ?? undefined}
        said={(value) => [points.format(value), reading.currency].filter(Boolean).join(" ")}
      />
    </>
  );
}
