import { ProblemError } from "@kanal/api";
import type { Translate } from "../words/words";

/** The sentence for the person: the server's, which is in their language; ours where something else answered, or nothing did. */
export function problemText(error: unknown, t: Translate): string {
  if (!(error instanceof ProblemError)) return t("problem.unknown");
  if (error.status === 0) return t("problem.unreachable");
  const { type = "", detail } = error.problem;
  if (detail && type?.startsWith("urn:kanal:")) return detail;
  if (error.status === 429) return t("problem.tooOften");
  if (error.status === 503) return t("problem.busy");
  return t("problem.unknown");
}

/** The first thing that is wrong with each field, for a form. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!(error instanceof ProblemError) || !error.problem.errors) return {};
  return Object.fromEntries(
    Object.entries(error.problem.errors).map(([field, sentences]) => [field, sentences[0] ?? ""]),
  );
}
