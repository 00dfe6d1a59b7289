import type { Evidence, Verdict } from "./records.ts";

interface Rung {
  conversation: string;
  agent: string;
  /** By the key of the act. */
  answers: Map<string, string>;
  ends: Set<string>;
}

/** Each offer rings at one agent for one conversation, and is answered at most once; what was answered stays so. */
export function answeredOnce({ logs, listed, listedFrom }: Evidence): Verdict {
  const verdict: Verdict = {
    promise: "Every offer is answered at most once, and ends in one way",
    looked: 0,
    violations: [],
  };
  const offers = new Map<string, Rung>();
  for (const log of logs) {
    const agent = log.lines.find((line) => line.k === "agent")?.agent;
    if (agent === undefined) continue;
    for (const line of log.lines) {
      if (line.k !== "offered" && line.k !== "answered" && line.k !== "offerEnded") continue;
      // The listing knows nothing of what came after it.
      if (line.t > listedFrom) continue;
      const offer: Rung = offers.get(line.offer) ?? {
        conversation: line.conversation,
        agent,
        answers: new Map(),
        ends: new Set(),
      };
      offers.set(line.offer, offer);
      if (offer.conversation !== line.conversation || offer.agent !== agent)
        verdict.violations.push(
          `${line.offer} was ${offer.agent}'s for ${offer.conversation}, and ${agent}'s for ${line.conversation}`,
        );
      // The same key is the same answer, told again.
      if (line.k === "answered" && line.good) offer.answers.set(line.key, line.answer);
      if (line.k === "offerEnded") offer.ends.add(line.how);
    }
  }

  const kept = new Map(listed.flatMap((one) => one.offers.map((offer) => [offer.id, offer] as const)));
  for (const [id, offer] of offers) {
    verdict.looked++;
    const answers = [...offer.answers.values()];
    const ends = [...offer.ends];
    const expected = answers[0] === "accept" ? "accepted" : "declined";
    if (answers.length > 1)
      verdict.violations.push(`${id} was answered ${answers.length} times: ${answers.join(", ")}`);
    if (ends.length > 1) verdict.violations.push(`${id} ended in ${ends.length} ways: ${ends.join(", ")}`);
    if (answers.length === 1 && ends.length === 1 && ends[0] !== expected)
      verdict.violations.push(`${id} was ${expected}, and the desk was told that it was ${ends[0]}`);
    const state = kept.get(id)?.state;
    if (state === undefined) verdict.violations.push(`${id} for ${offer.conversation} is not kept`);
    else if (answers.length === 1 && state !== expected)
      verdict.violations.push(`${id} was ${expected}, and is kept as ${state}`);
    else if (ends.length === 1 && state !== ends[0])
      verdict.violations.push(`${id} is kept as ${state}, and the desk was told that it was ${ends[0]}`);
  }

  return verdict;
}
