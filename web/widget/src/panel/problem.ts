import type { TextKey } from "./texts";

const said = {
  "slot-gone": "problem.slotGone",
  "invalid-number": "problem.number",
  "callback-exists": "problem.callExists",
  "form-sent": "problem.formSent",
} as const satisfies Record<string, TextKey>;

/** What the server (or the line to it, status 0) said no with. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly retryAfterSeconds = 0,
    /** The end of the problem's type, such as "slot-gone". */
    readonly slug = "",
    /** What is wrong with which field, in the visitor's language. */
    readonly errors: Record<string, string[]> = {},
  ) {
    super(`Problem ${status}`);
  }

  /** The same request may succeed later. */
  get passing(): boolean {
    return this.status === 0 || this.status >= 500 || [408, 425, 429].includes(this.status);
  }

  get sentence(): TextKey {
    if (this.slug in said) return said[this.slug as keyof typeof said];
    if (this.status === 429) return "problem.tooFast";
    if (this.status === 413) return "problem.tooLarge";
    if (this.status === 403) return "problem.origin";
    if ([401, 404, 410].includes(this.status)) return "problem.gone";
    return this.passing ? "problem.other" : "problem.refused";
  }
}

export const sentenceOf = (error: unknown): TextKey =>
  error instanceof Problem ? error.sentence : "problem.other";
