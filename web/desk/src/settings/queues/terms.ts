import type { Queue, QueueTerms } from "@kanal/api";

export type Terms = Required<QueueTerms>;

const usual: Terms = { targets: [], value: 1, nearAt: 80, raiseWhenNear: 0, steps: [], overflow: [] };

/** What is set about a queue, and the usual for what is not. */
export const termsOf = (queue?: Pick<Queue, "terms">): Terms => ({ ...usual, ...queue?.terms });
