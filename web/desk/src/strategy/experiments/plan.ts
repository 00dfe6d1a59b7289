import type { ExperimentRequest } from "@kanal/api";
import type { Translate } from "../../words/words";

export interface Values {
  name: string;
  kind: "holdout" | "versions";
  expected: number | null;
  expectedNet: number | string | null;
  alpha: number | null;
  treated: string;
  control: string;
  /** Of those who get the version that is tried. */
  share: number | null;
}

/** The request for an experiment: a holdout's arms are the live strategy's own. */
export function planOf(values: Values, t: Translate): ExperimentRequest {
  const { kind, treated, control, share } = values;
  const named = (version: string) =>
    version === "0" ? t("strategy.live.builtIn") : t("strategy.version", { number: version });
  return {
    name: values.name.trim(),
    kind,
    expected: values.expected ?? 0,
    expectedNet: typeof values.expectedNet === "number" ? values.expectedNet : undefined,
    alpha: values.alpha ?? 0.05,
    arms:
      kind === "holdout"
        ? undefined
        : [
            { name: named(treated), version: Number(treated), share: share ?? 0.5, control: false },
            { name: named(control), version: Number(control), share: 1 - (share ?? 0.5), control: true },
          ],
  };
}
