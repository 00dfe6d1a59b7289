/** One event as the server wrote it: `event:` (default "message"), `id:` and the joined `data:` lines. */
export interface StreamEvent {
  type: string;
  data: string;
  id: string | null;
}

export type StreamState = "connecting" | "open" | "waiting";

export interface StreamOptions {
  /** Asked anew before every attempt, so that a renewed token is used. */
  headers?: () => Record<string, string>;
  /** Where to resume; sent as Last-Event-ID and moved on by every event that carries an id. */
  lastEventId?: string | null;
  signal: AbortSignal;
  onEvent: (event: StreamEvent) => void;
  onState?: (state: StreamState) => void;
  /** A status that will not heal by trying again (401, 404 ...): the reader stops after this. */
  onRefused?: (status: number) => void;
  /** Silence longer than this means the line is dead. The server pings about every 20 s. */
  silenceMs?: number;
  firstWaitMs?: number;
  longestWaitMs?: number;
  /** For tests. */
  fetch?: typeof fetch;
  random?: () => number;
}

/** Turns text chunks into events. A chunk may end anywhere, even between CR and LF. */
export function eventParser(onEvent: (event: StreamEvent) => void): (chunk: string) => void {
  let rest = "";
  let type = "";
  let data: string[] = [];
  let id: string | null = null;

  function line(text: string) {
    if (text === "") {
      if (data.length > 0) onEvent({ type: type || "message", data: data.join("\n"), id });
      type = "";
      data = [];
      id = null;
      return;
    }
    const colon = text.indexOf(":");
    if (colon === 0) return;
    const field = colon < 0 ? text : text.slice(0, colon);
    const value = colon < 0 ? "" : text.slice(colon + 1).replace(/^ /, "");
    if (field === "event") type = value;
    else if (field === "data") data.push(value);
    else if (field === "id" && !value.includes("\0")) id = value;
  }

  return (chunk) => {
    rest += chunk;
    for (;;) {
      const end = rest.search(/[\r\n]/);
      if (end < 0) return;
      if (rest[end] === "\r" && end === rest.length - 1) return;
      const next = rest[end] === "\r" && rest[end + 1] === "\n" ? end + 2 : end + 1;
      line(rest.slice(0, end));
      rest = rest.slice(next);
    }
  };
}

/** Full jitter between half and the whole of a doubling wait, so that a thousand readers do not return at once. */
export function waitBeforeRetry(attempt: number, first: number, longest: number, random: number): number {
  const whole = Math.min(longest, first * 2 ** attempt);
  return whole / 2 + (whole / 2) * random;
}

/** 4xx is our own fault and stays so, except for "too early" and "too often". */
export const isPassing = (status: number) =>
  status >= 500 || status === 408 || status === 425 || status === 429;

const isRefusal = (status: number) => status >= 400 && !isPassing(status);

/** What a server asked of everybody it turned away, up to half as long again: they must not all come back at the same moment. */
export const spread = (askedMs: number, random: number): number => askedMs * (1 + random / 2);

/** Reads the stream until the signal is aborted, coming back after every break. Resolves when it ends for good. */
export async function readEventStream(url: string, options: StreamOptions): Promise<void> {
  const { signal, onEvent, onState, silenceMs = 45_000, firstWaitMs = 500, longestWaitMs = 15_000 } = options;
  const random = options.random ?? Math.random;
  let lastEventId = options.lastEventId ?? null;
  let attempt = 0;

  while (!signal.aborted) {
    onState?.("connecting");
    const silence = new AbortController();
    const stop = () => silence.abort();
    signal.addEventListener("abort", stop);
    let timer = setTimeout(stop, silenceMs);
    let askedToWait = 0;
    try {
      const headers: Record<string, string> = { Accept: "text/event-stream", ...options.headers?.() };
      if (lastEventId !== null) headers["Last-Event-ID"] = lastEventId;
      const response = await (options.fetch ?? fetch)(url, {
        headers,
        signal: silence.signal,
        cache: "no-store",
      });
      if (isRefusal(response.status)) {
        options.onRefused?.(response.status);
        return;
      }
      askedToWait = Number(response.headers.get("Retry-After") ?? 0) * 1000 || 0;
      if (response.ok && response.body) {
        onState?.("open");
        const parse = eventParser((event) => {
          if (event.id !== null) lastEventId = event.id;
          onEvent(event);
        });
        const reader = response.body.getReader();
        const decoder = new TextDecoder();
        for (;;) {
          const { done, value } = await reader.read();
          if (done) break;
          attempt = 0;
          clearTimeout(timer);
          timer = setTimeout(stop, silenceMs);
          parse(decoder.decode(value, { stream: true }));
        }
      }
    } catch {
      // A broken line and our own abort look alike here; the loop's condition tells them apart.
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
      silence.abort();
    }
    if (signal.aborted) return;
    onState?.("waiting");
    const wait = Math.max(
      spread(askedToWait, random()),
      waitBeforeRetry(attempt++, firstWaitMs, longestWaitMs, random()),
    );
    await pause(wait, signal);
  }
}

/** Ends early when the browser is online again or the signal is aborted. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      globalThis.removeEventListener?.("online", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done);
    globalThis.addEventListener?.("online", done);
  });
}
