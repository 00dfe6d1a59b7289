import type { Evidence, Log, Verdict } from "./records.ts";

/** An agent has a conversation for certain from `from`, when they were told so, until `until`, when they first asked to let go of it. */
interface Holding {
  agent: string;
  from: number;
  until: number;
  how: string;
}

/** Somebody was told whose a conversation is: it was so at some moment of this span. */
interface Sight {
  who: string;
  owner: string | null;
  from: number;
  to: number;
}

/**
 * No conversation is two agents' at any instant. What clients can prove: an agent owns it from the moment at which the
 * answer to their accept had come, until the moment before their first request to let go left them. Who was handed one owns it
 * from the moment at which the one who handed it over was told so, unless they let go before. Two such spans that overlap, or a
 * span and a look at the API within it that names somebody else or nobody, are a conversation with two owners, or one whose owner was
 * forgotten. Where the product itself took a conversation from an absent agent, the clients can't say when; those spans prove nothing.
 */
export function oneOwner({ logs, listed, listedFrom, listedTo }: Evidence): Verdict {
  const verdict: Verdict = {
    promise: "No conversation is two agents' at any instant",
    looked: 0,
    violations: [],
  };
  const told = requeuesTold(logs);
  const parts = byConversation(logs);
  for (const conversation of listed) {
    const concerned = parts.get(conversation.id) ?? [];
    const unseen = conversation.requeues > (told.get(conversation.id)?.length ?? 0);
    const taken = unseen ? Number.POSITIVE_INFINITY : Math.max(-1, ...(told.get(conversation.id) ?? []));
    const holdings = concerned
      .flatMap((log) => holdingsOf(log, conversation.id, concerned))
      .filter((holding) => holding.from > taken && holding.until > holding.from)
      .sort((one, other) => one.from - other.from);
    const sights = concerned.flatMap((log) => sightsOf(log, conversation.id));
    sights.push({ who: "the listing", owner: conversation.owner, from: listedFrom, to: listedTo });
    verdict.looked += holdings.length;
    for (const [index, holding] of holdings.entries()) {
      for (const other of holdings.slice(index + 1)) {
        if (other.agent !== holding.agent && other.from < holding.until)
          verdict.violations.push(
            `${conversation.id} was ${holding.agent}'s (${holding.how}, ${holding.from} to ${holding.until}) and ${other.agent}'s (${other.how}, from ${other.from})`,
          );
      }

      for (const sight of sights) {
        if (sight.owner !== holding.agent && sight.from >= holding.from && sight.to < holding.until)
          verdict.violations.push(
            `${conversation.id} was ${holding.agent}'s (${holding.how}, ${holding.from} to ${holding.until}), and ${sight.who} was told at ${sight.to} that it is ${sight.owner ?? "nobody"}'s`,
          );
      }
    }
  }

  return verdict;
}

function holdingsOf(log: Part, conversation: string, logs: Part[]): Holding[] {
  const { agent } = log;
  const releases = log.lines.flatMap((line) =>
    line.k === "release" && line.conversation === conversation ? [line] : [],
  );
  const nextRelease = (after: number) =>
    releases.find((line) => line.t >= after)?.t ?? Number.POSITIVE_INFINITY;
  // Who hears of it by the stream may let go before the answer comes.
  const asked = (key: string) =>
    log.lines.find((line) => line.k === "answer" && line.key === key)?.t ?? Number.NEGATIVE_INFINITY;
  const own = log.lines.flatMap((line) => {
    // An act of an earlier time may be answered only now, and lets go of what the agent has again.
    if (
      line.k === "answered" &&
      line.answer === "accept" &&
      line.good &&
      line.conversation === conversation &&
      !isLate(log, conversation, asked(line.key))
    )
      return [{ agent, from: line.t, until: nextRelease(asked(line.key)), how: `accepted ${line.offer}` }];
    // An act that was never answered for good may still come to pass, so what was seen after it proves nothing.
    if (
      line.k === "saw" &&
      line.conversation === conversation &&
      line.owner === agent &&
      // One that is closed is on its way back to the queue with the customer's next word.
      line.state !== "closed" &&
      settled(log, conversation, line.from)
    )
      return [{ agent, from: line.t, until: nextRelease(line.from), how: "saw it as theirs" }];
    return [];
  });
  const handed = logs.flatMap((other) =>
    other === log
      ? []
      : other.lines.flatMap((line) => {
          if (line.k !== "released" || !line.good || line.to !== agent || line.conversation !== conversation)
            return [];
          // Another act of the giver that was under way came before it or was refused; while it has no answer it may be the giver's once more.
          const from = settledAt(other, conversation, line.t, line.key);
          if (from === undefined) return [];
          const asked = other.lines.find((one) => one.k === "release" && one.key === line.key)?.t ?? line.t;
          return [{ agent, from, until: nextRelease(asked), how: `handed over by ${other.name}` }];
        }),
  );
  return [...own, ...handed];
}

/** What one agent wrote down about the hands that one conversation is in. */
interface Part extends Log {
  agent: string;
}

function byConversation(logs: Log[]): Map<string, Part[]> {
  const all = new Map<string, Part[]>();
  for (const log of logs) {
    const agent = log.lines.find((line) => line.k === "agent")?.agent;
    if (agent === undefined) continue;
    const own = new Map<string, Part>();
    for (const line of log.lines) {
      if (!("conversation" in line) || line.k === "got" || line.k === "fetched") continue;
      const part = own.get(line.conversation) ?? { name: log.name, agent, lines: [] };
      part.lines.push(line);
      own.set(line.conversation, part);
    }

    for (const [conversation, part] of own) all.set(conversation, [...(all.get(conversation) ?? []), part]);
  }

  // Whoever was handed it and has not heard of it has it nevertheless.
  for (const parts of all.values()) {
    for (const line of parts.flatMap((part) => part.lines)) {
      if (line.k === "release" && line.to !== undefined && !parts.some((part) => part.agent === line.to))
        parts.push({ name: line.to, agent: line.to, lines: [] });
    }
  }

  return all;
}

function settled(log: Log, conversation: string, at: number, but?: string): boolean {
  const open = new Set<string>();
  for (const line of log.lines) {
    if (line.t > at) break;
    if (line.k === "release" && line.conversation === conversation && line.key !== but) open.add(line.key);
    if (line.k === "released" && line.conversation === conversation) open.delete(line.key);
  }

  return open.size === 0;
}

/** Whether an act from before that moment came to pass after it, or may have: one that was refused did not. */
function isLate(log: Log, conversation: string, at: number): boolean {
  return log.lines.some((line) => {
    if (line.k !== "release" || line.conversation !== conversation || line.t > at) return false;
    const answer = log.lines.find((one) => one.k === "released" && one.key === line.key && one.t >= line.t);
    return answer?.k !== "released" || (answer.t > at && answer.good);
  });
}

/** When everything that was under way besides one act had its answer; undefined where something never had. */
function settledAt(log: Log, conversation: string, at: number, but: string): number | undefined {
  const open = new Set<string>();
  for (const line of log.lines) {
    if (line.t > at && open.size === 0) break;
    if (line.k !== "release" && line.k !== "released") continue;
    if (line.conversation !== conversation || line.key === but) continue;
    if (line.k === "release") open.add(line.key);
    else open.delete(line.key);
    if (line.t > at && open.size === 0) return line.t;
  }

  return open.size === 0 ? at : undefined;
}

function sightsOf(log: Log, conversation: string): Sight[] {
  return log.lines.flatMap((line) =>
    line.k === "saw" && line.conversation === conversation
      ? [{ who: log.name, owner: line.owner, from: line.from, to: line.t }]
      : [],
  );
}

/** When each time that the product put a conversation back was first seen by anybody: it happened before. */
function requeuesTold(logs: Log[]): Map<string, number[]> {
  const byReader = new Map<string, number[][]>();
  for (const log of logs) {
    const own = new Map<string, number[]>();
    for (const line of log.lines) {
      if (line.k === "requeued") own.set(line.conversation, [...(own.get(line.conversation) ?? []), line.t]);
    }

    for (const [conversation, times] of own)
      byReader.set(conversation, [...(byReader.get(conversation) ?? []), times]);
  }

  return new Map(
    [...byReader].map(([conversation, readers]) => {
      const most = readers.reduce((one, other) => (other.length > one.length ? other : one));
      // Each reader saw a part of them; the latest sight of any is late enough for all.
      const latest = Math.max(...readers.flat());
      return [conversation, most.map(() => latest)];
    }),
  );
}

/** In the end each is somebody's or waits in a queue, or is closed; and with agents enough nobody waits for ever. */
export function nobodyForgotten({ logs, listed }: Evidence): Verdict {
  const verdict: Verdict = {
    promise: "In the end no conversation is without owner or queue, and none waits while agents are free",
    looked: 0,
    violations: [],
  };
  const known = new Set(listed.map((one) => one.id));
  for (const log of logs) {
    for (const line of log.lines) {
      if (line.k === "started" && !known.has(line.conversation))
        verdict.violations.push(`${log.name}: ${line.conversation} is in no list`);
    }
  }

  for (const one of listed) {
    verdict.looked++;
    if ((one.state === "assigned" || one.state === "wrapUp") && one.owner === null)
      verdict.violations.push(`${one.id} is ${one.state}, and nobody's`);
    else if (one.state === "queued" && one.owner !== null)
      verdict.violations.push(`${one.id} is queued, and ${one.owner}'s`);
    else if (one.state === "queued")
      verdict.violations.push(
        `${one.id} still waits in queue ${one.queue ?? "(none)"}, though agents were free`,
      );
    else if (!["assigned", "wrapUp", "closed"].includes(one.state))
      verdict.violations.push(`${one.id} is ${one.state}`);
  }

  return verdict;
}
