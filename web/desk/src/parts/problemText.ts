import { ProblemError } from "@kanal/api";
import type { Translate } from "../words/words";

/** The sentence for the person: the server's own where it wrote one. */
export function problemText(error: unknown, t: Translate): string {
  if (!(error instanceof ProblemError)) return t("problem.unknown");
  if (error.status === 0) return t("problem.unreachable");
  if (error.status === 429) return t("problem.tooOften");
  if (error.status === 503) return t("problem.busy");
  return error.problem.detail ?? error.problem.title ?? t("problem.unknown");
}

/** The first sentence per field, for a form. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!(error instanceof ProblemError) || !error.problem.errors) return {};
  return Object.fromEntries(
    Object.entries(error.problem.errors).map(([field, sentences]) => [field, sentences[0] ?? ""]),
  );
}
