import type { MailboxNews, MailboxRequest, MailboxStep, MailboxTrying } from "@kanal/api";
import { ProblemError } from "@kanal/api";
import { deskHeaders } from "../../../server/headers";

/** How a test of the connection gets on. */
export interface Trial {
  steps: MailboxStep[];
  /** What is being tried right now. */
  trying?: MailboxTrying;
  /** How it ended. */
  works?: boolean;
}

export const withNews = (trial: Trial, { trying, step, works }: MailboxNews): Trial => ({
  steps: step ? [...trial.steps, step] : trial.steps,
  trying: trying ?? undefined,
  works: works ?? trial.works,
});

/** Tries a mailbox that is kept, or settings that are not, and tells of each step as it comes. */
export async function tryMailbox(what: string | MailboxRequest, onNews: (trial: Trial) => void) {
  const kept = typeof what === "string";
  const response = await fetch(`/api/v1/mailboxes/${kept ? `${what}/` : ""}test`, {
    method: "POST",
    headers: { ...deskHeaders(), Accept: "application/x-ndjson", "Content-Type": "application/json" },
    body: kept ? undefined : JSON.stringify(what),
  }).catch(() => undefined);
  if (!response?.ok || !response.body) {
    throw new ProblemError(response?.status ?? 0, await response?.json().catch(() => undefined));
  }
  let trial: Trial = { steps: [] };
  for await (const line of linesOf(response.body)) {
    trial = withNews(trial, JSON.parse(line) as MailboxNews);
    onNews(trial);
  }
  // A test that was cut off is none.
  if (trial.works === undefined) throw new ProblemError(0);
  return trial;
}

/** The lines of an answer, each as soon as it is whole. */
export async function* linesOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const lines = (rest + read.value).split("\n");
    rest = lines.pop() ?? "";
    yield* lines.filter((line) => line.length > 0);
  }
  if (rest) yield rest;
}
