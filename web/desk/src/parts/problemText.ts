import { type Problem, ProblemError } from "@kanal/api";
import type { Translate, WordKey } from "../words/words";

const known: Record<string, WordKey> = {
  "changed-meanwhile": "problem.changedMeanwhile",
};

const slugOf = ({ type }: Problem) => type?.split(":").at(-1) ?? "";

/** The sentence for the person: ours where we know what it is, else the server's own. */
export function problemText(error: unknown, t: Translate): string {
  if (!(error instanceof ProblemError)) return t("problem.unknown");
  if (error.status === 0) return t("problem.unreachable");
  if (error.status === 429) return t("problem.tooOften");
  if (error.status === 503) return t("problem.busy");
  const key = known[slugOf(error.problem)];
  return key ? t(key) : (error.problem.detail ?? error.problem.title ?? t("problem.unknown"));
}

/** The first thing that is wrong with each field, for a form: in the reader's language where we know what it is. */
export function fieldErrors(error: unknown, t: Translate): Record<string, string> {
  if (!(error instanceof ProblemError) || !error.problem.errors) return {};
  const { errors, reasons = {} } = error.problem;
  const taken = slugOf(error.problem).endsWith("-taken");
  return Object.fromEntries(
    Object.entries(errors).map(([field, sentences]) => {
      const { reason, most = 0 } = reasons[field] ?? {};
      if (taken) return [field, t("fault.taken")];
      if (reason === "required") return [field, t("fault.required")];
      if (reason === "tooLong") return [field, t("fault.tooLong", { most: most ?? 0 })];
      return [field, sentences[0] ?? ""];
    }),
  );
}
