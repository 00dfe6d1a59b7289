import type { StrategyRunResult } from "@kanal/api";
import { telling, type Verdict, verdictOf } from "./verdict";

export interface Headline {
  key: string;
  /** None where it is of all together. */
  channel?: string;
  value: number;
  verdict: Verdict;
}

export interface Headlines {
  better: Headline[];
  worse: Headline[];
  /** Of how many measures something could have been said. */
  of: number;
}

// Said by another already: numbers by shares, parts by the whole.
const saidBy = new Set([
  "abandoned",
  "asa_s",
  "deflected",
  "mean_queue",
  "order_value",
  "solved_value",
  "waiting",
]);

/** What is better and worse beyond chance, over all and by channel. */
export function headlinesOf({ house, channels }: StrategyRunResult): Headlines {
  const all: Headline[] = [
    { channel: undefined, figures: house },
    ...channels.map(({ channel, figures }) => ({ channel, figures })),
  ].flatMap(({ channel, figures }) =>
    telling(figures)
      .filter(({ key }) => !saidBy.has(key))
      .map((figure) => ({
        key: figure.key,
        ...(channel !== undefined && { channel }),
        value: figure.between.value,
        verdict: verdictOf(figure),
      })),
  );
  const said = (verdict: Verdict) => all.filter((each) => each.verdict === verdict);
  return { better: said("better"), worse: said("worse"), of: all.length };
}
