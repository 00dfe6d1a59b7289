import { spread, waitBeforeRetry } from "@kanal/api/event-stream";
import type { Problem } from "../problem";
import type { TextKey } from "../texts";

export type Verdict = { againInMs: number } | { refused: TextKey };

/** One bit decides the future of a message that did not get through: may it succeed later or not. */
export function afterFailure(problem: Problem, attempt: number, chance: number): Verdict {
  if (!problem.passing) return { refused: problem.sentence };
  const wait = waitBeforeRetry(attempt, 1000, 30_000, chance);
  return { againInMs: Math.max(wait, spread(problem.retryAfterSeconds * 1000, chance)) };
}
