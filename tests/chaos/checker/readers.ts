import type { Evidence, Listed, Log, Verdict } from "./records.ts";

/** A visitor's stream tells each message exactly once and in order, across all reconnects. */
export function visitorsReadInOrder({ logs, listed }: Evidence): Verdict {
  const verdict: Verdict = {
    promise: "A visitor's stream tells every message once and in order, over all reconnects",
    looked: 0,
    violations: [],
  };
  const said = wording(listed);
  for (const log of logs.filter(isVisitor)) {
    const last = new Map<string, number>();
    for (const line of log.lines) {
      if (line.k !== "got") continue;
      verdict.looked++;
      const before = last.get(line.conversation) ?? 0;
      last.set(line.conversation, line.sequence);
      if (line.sequence !== before + 1)
        verdict.violations.push(
          `${log.name} in ${line.conversation} got ${line.sequence} after ${before} (at ${line.t})`,
        );
      same(verdict, log, line.conversation, line.sequence, line.text, said);
    }
  }

  return verdict;
}

/** In the end every visitor who still listens has everything. */
export function visitorsHaveAll({ logs, listed }: Evidence): Verdict {
  const verdict: Verdict = {
    promise: "In the end every visitor who listens has got every message",
    looked: 0,
    violations: [],
  };
  const conversations = new Map(listed.map((one) => [one.id, one]));
  for (const log of logs.filter(isVisitor)) {
    for (const line of log.lines) {
      if (line.k !== "reading") continue;
      verdict.looked++;
      const got = new Set(
        log.lines.flatMap((one) =>
          one.k === "got" && one.conversation === line.conversation ? [one.sequence] : [],
        ),
      );
      missing(verdict, log, conversations.get(line.conversation), line.conversation, got);
    }
  }

  return verdict;
}

/** How long before a desk begins anew a message may be told while one before it is still under way, in milliseconds. */
const underWay = 5000;

/**
 * Within one life of its stream a desk gets a conversation's messages once and without a hole. Of two that different nodes accepted the
 * later one may be told first: desks put them in their places by sequence. One that is missing when the life ends is a hole, unless what
 * shows it had only just come.
 */
export function desksReadAll({ logs, listed }: Evidence): Verdict {
  const verdict: Verdict = {
    promise: "A desk's stream tells every message once and without a hole, until it says that it begins anew",
    looked: 0,
    violations: [],
  };
  const said = wording(listed);
  const heard = firstHeard(logs);
  for (const log of logs.filter(isAgent)) {
    let told = new Map<string, Map<number, number>>();
    let since = 0;
    const last = log.lines.at(-1)?.t ?? 0;
    // What had been told when this desk began, it fetches; told after that may be one before it that was late.
    const wasOver = (place: string) => (heard.get(place) ?? Number.POSITIVE_INFINITY) < since;
    for (const line of log.lines) {
      if (line.k === "desk") {
        holes(verdict, log, told, line.t - underWay, wasOver);
        told = new Map();
        since = line.t;
      }

      if (line.k !== "got") continue;
      verdict.looked++;
      const known = told.get(line.conversation) ?? new Map<number, number>();
      told.set(line.conversation, known);
      if (known.has(line.sequence))
        verdict.violations.push(
          `${log.name} in ${line.conversation} got ${line.sequence} twice, at ${known.get(line.sequence)} and ${line.t}`,
        );
      known.set(line.sequence, line.t);
      same(verdict, log, line.conversation, line.sequence, line.text, said);
    }

    holes(verdict, log, told, last, wasOver);
  }

  return verdict;
}

/** What is missing between the first and the last that was told by then. */
function holes(
  verdict: Verdict,
  log: Log,
  told: Map<string, Map<number, number>>,
  by: number,
  wasOver: (place: string) => boolean,
): void {
  for (const [conversation, known] of told) {
    const early = [...known].filter(([, t]) => t <= by).map(([sequence]) => sequence);
    const most = Math.max(...early);
    for (let sequence = Math.min(...known.keys()); sequence < most; sequence++) {
      if (!known.has(sequence) && !wasOver(`${conversation}/${sequence}`))
        verdict.violations.push(`${log.name} in ${conversation} was told ${most} and never ${sequence}`);
    }
  }
}

/** How many messages desks were told after a later one of the same conversation. */
export function toldLate({ logs }: Evidence): number {
  let late = 0;
  for (const log of logs.filter(isAgent)) {
    let most = new Map<string, number>();
    for (const line of log.lines) {
      if (line.k === "desk") most = new Map();
      if (line.k !== "got") continue;
      const before = most.get(line.conversation) ?? 0;
      if (line.sequence < before) late++;
      most.set(line.conversation, Math.max(before, line.sequence));
    }
  }

  return late;
}

/**
 * In the end every desk has what was said since its stream last began anew, and all of the conversations that it follows.
 * What was first sent after the stream had begun can't have been over before: it must come on the stream itself.
 */
export function desksHaveAll({ logs, listed }: Evidence): Verdict {
  const verdict: Verdict = {
    promise: "In the end every desk has got every message on its stream, and all of what it follows",
    looked: 0,
    violations: [],
  };
  const conversations = new Map(listed.map((one) => [one.id, one]));
  const places = new Map(
    listed.flatMap((one) =>
      one.messages.map((message) => [message.text, { in: one.id, at: message.sequence }] as const),
    ),
  );
  const first = firstSent(logs);
  for (const log of logs.filter(isAgent)) {
    if (!log.lines.some((line) => line.k === "reading")) continue;
    const begun = log.lines.findLastIndex((line) => line.k === "desk");
    const since = log.lines[begun]?.t ?? Number.POSITIVE_INFINITY;
    const onStream = new Set(
      log.lines
        .slice(begun + 1)
        .flatMap((line) => (line.k === "got" ? [`${line.conversation}/${line.sequence}`] : [])),
    );
    for (const [text, t] of first) {
      const place = places.get(text);
      if (t <= since || place === undefined) continue;
      verdict.looked++;
      if (!onStream.has(`${place.in}/${place.at}`))
        verdict.violations.push(
          `${log.name} was not told ${place.in}/${place.at} "${text}", sent at ${t}; its stream began at ${since}`,
        );
    }

    for (const line of log.lines) {
      if (line.k !== "follows") continue;
      verdict.looked++;
      const got = new Set(
        log.lines.flatMap((one) =>
          (one.k === "got" || one.k === "fetched") && one.conversation === line.conversation
            ? [one.sequence]
            : [],
        ),
      );
      missing(verdict, log, conversations.get(line.conversation), line.conversation, got);
    }
  }

  return verdict;
}

function isVisitor(log: Log): boolean {
  return !isAgent(log);
}

function isAgent(log: Log): boolean {
  return log.lines.some((line) => line.k === "agent");
}

function firstSent(logs: Log[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const log of logs) {
    for (const line of log.lines) {
      if ((line.k === "start" || line.k === "write") && !first.has(line.text)) first.set(line.text, line.t);
    }
  }

  return first;
}

/** When any desk was first told of each message. */
function firstHeard(logs: Log[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const log of logs.filter(isAgent)) {
    for (const line of log.lines) {
      if (line.k !== "got") continue;
      const place = `${line.conversation}/${line.sequence}`;
      first.set(place, Math.min(line.t, first.get(place) ?? line.t));
    }
  }

  return first;
}

function wording(listed: Listed[]): Map<string, string> {
  return new Map(
    listed.flatMap((one) =>
      one.messages.map((message) => [`${one.id}/${message.sequence}`, message.text] as const),
    ),
  );
}

function same(
  verdict: Verdict,
  log: Log,
  conversation: string,
  sequence: number,
  text: string,
  said: Map<string, string>,
): void {
  const kept = said.get(`${conversation}/${sequence}`);
  if (kept !== text)
    verdict.violations.push(
      `${log.name} got ${conversation}/${sequence} as "${text}", and it is ${kept === undefined ? "not kept" : `"${kept}"`}`,
    );
}

function missing(
  verdict: Verdict,
  log: Log,
  listed: Listed | undefined,
  conversation: string,
  got: Set<number>,
): void {
  if (listed === undefined) {
    verdict.violations.push(`${log.name} reads ${conversation}, which is not listed`);
    return;
  }

  const lost = listed.messages.filter((message) => !got.has(message.sequence));
  if (lost.length > 0)
    verdict.violations.push(
      `${log.name} never got ${lost.map((message) => `${conversation}/${message.sequence} "${message.text}"`).join(", ")}`,
    );
}
