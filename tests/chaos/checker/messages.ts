import type { Evidence, Verdict } from "./records.ts";

/** Every acknowledged message is there, once, at the place that was told. */
export function acknowledgedIsKept({ logs, listed }: Evidence): Verdict {
  const verdict: Verdict = {
    promise: "An acknowledged message is kept, once, at the place that was told",
    looked: 0,
    violations: [],
  };
  const conversations = new Map(listed.map((one) => [one.id, one]));
  const places = new Map<string, string>();
  for (const conversation of listed) {
    for (const message of conversation.messages) {
      const place = `${conversation.id}/${message.sequence}`;
      const other = places.get(message.text);
      if (other !== undefined)
        verdict.violations.push(`"${message.text}" is kept twice: ${other} and ${place}`);
      places.set(message.text, place);
    }
  }

  for (const log of logs) {
    for (const line of log.lines) {
      if (line.k !== "written" && line.k !== "started") continue;
      verdict.looked++;
      const place = `${line.conversation}/${line.sequence}`;
      const kept = places.get(line.text);
      if (!conversations.has(line.conversation))
        verdict.violations.push(`${log.name}: ${line.conversation} was acknowledged and is not listed`);
      else if (kept === undefined)
        verdict.violations.push(`${log.name}: "${line.text}" was acknowledged as ${place} and is gone`);
      else if (kept !== place)
        verdict.violations.push(
          `${log.name}: "${line.text}" was acknowledged as ${place} and stands at ${kept}`,
        );
    }
  }

  return verdict;
}

/** A file that was sent with an acknowledged message is there, and in it what was sent. */
export function filesAreWhole({ logs, listed }: Evidence): Verdict {
  const verdict: Verdict = {
    promise: "A file that came with an acknowledged message is kept whole",
    looked: 0,
    violations: [],
  };
  const kept = new Map(listed.flatMap((one) => one.files.map(({ id, content }) => [id, content] as const)));
  for (const log of logs) {
    for (const line of log.lines) {
      if (line.k !== "written" || !("file" in line) || line.file === undefined) continue;
      verdict.looked++;
      const content = kept.get(line.file);
      if (content === undefined)
        verdict.violations.push(
          `${log.name}: no message in ${line.conversation} names the file ${line.file}`,
        );
      else if (content !== line.text)
        verdict.violations.push(
          `${log.name}: the file ${line.file} of ${line.conversation} ${content === null ? "is gone" : "is not what was sent"}`,
        );
    }
  }

  return verdict;
}

/** A start that is sent again and again begins one conversation. */
export function startsOnce({ logs, listed }: Evidence): Verdict {
  const verdict: Verdict = {
    promise: "A start that is repeated begins one conversation",
    looked: 0,
    violations: [],
  };
  const begun = new Map<string, string>();
  for (const conversation of listed) {
    const first = conversation.messages.find((message) => message.sequence === 1)?.clientId;
    if (first == null) continue;
    const other = begun.get(first);
    if (other !== undefined) verdict.violations.push(`${first} began ${other} and ${conversation.id}`);
    begun.set(first, conversation.id);
  }

  for (const log of logs) {
    for (const line of log.lines) {
      if (line.k !== "started") continue;
      verdict.looked++;
      const kept = begun.get(line.clientId);
      if (kept !== line.conversation)
        verdict.violations.push(
          `${log.name}: ${line.clientId} was told ${line.conversation}, and began ${kept ?? "nothing"}`,
        );
    }
  }

  return verdict;
}

/** 1, 2, 3 to the last, in each conversation. */
export function withoutHoles({ listed }: Evidence): Verdict {
  const verdict: Verdict = { promise: "Sequences count 1, 2, 3 without a hole", looked: 0, violations: [] };
  for (const conversation of listed) {
    verdict.looked++;
    const places = conversation.messages.map((message) => message.sequence);
    const wrong = places.findIndex((sequence, index) => sequence !== index + 1);
    if (wrong >= 0)
      verdict.violations.push(`${conversation.id} has ${places[wrong]} where ${wrong + 1} should stand`);
    else if (places.length !== conversation.lastSequence)
      verdict.violations.push(
        `${conversation.id} says ${conversation.lastSequence} messages and has ${places.length}`,
      );
  }

  return verdict;
}
