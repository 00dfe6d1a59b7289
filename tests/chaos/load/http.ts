import { Agent, type IncomingMessage, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

// The socket of a server that was killed is found broken at its next use; what is open is kept small for that.
const connections = new Agent({ keepAlive: true, maxSockets: 400, timeout: 10_000 });

const inFlight = 6000;

const boundary = "between-parts";

function form(content: string): string {
  const head = 'Content-Disposition: form-data; name="file"; filename="note.txt"\r\nContent-Type: text/plain';
  return `--${boundary}\r\n${head}\r\n\r\n${content}\r\n--${boundary}--\r\n`;
}

export interface Answer {
  status: number;
  // The shape is the API's; who asks says what they expect.
  // biome-ignore lint/suspicious/noExplicitAny: as JSON comes.
  body: any;
  retryAfter: number;
}

export interface Call {
  method: string;
  path: string;
  token?: string;
  key?: string;
  body?: unknown;
  /** What is in a file to be sent, instead of a body. */
  file?: string;
  /** How long one attempt may take; a paused server never answers. */
  patience?: number;
}

/** One attempt. Throws where no answer came: then nobody knows whether it was done. */
export function ask(url: string, call: Call): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const text =
      call.file !== undefined
        ? form(call.file)
        : call.body === undefined
          ? undefined
          : JSON.stringify(call.body);
    const type = call.file === undefined ? "application/json" : `multipart/form-data; boundary=${boundary}`;
    const sent = request(`${url}${call.path}`, {
      method: call.method,
      agent: connections,
      headers: {
        ...(call.token === undefined ? {} : { Authorization: `Bearer ${call.token}` }),
        ...(call.key === undefined ? {} : { "Idempotency-Key": call.key }),
        ...(text === undefined ? {} : { "Content-Type": type, "Content-Length": Buffer.byteLength(text) }),
      },
    });
    const patience = setTimeout(() => sent.destroy(new Error("no answer in time")), call.patience ?? 4000);
    const fail = (error: Error) => {
      clearTimeout(patience);
      reject(error);
    };
    sent.on("error", fail);
    sent.on("response", (response: IncomingMessage) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", fail);
      response.on("aborted", () => fail(new Error("the answer was cut short")));
      response.on("end", () => {
        clearTimeout(patience);
        const all = Buffer.concat(parts).toString("utf8");
        try {
          resolve({
            status: response.statusCode ?? 0,
            body: isJson(response) && all.length > 0 ? JSON.parse(all) : undefined,
            retryAfter: Number(response.headers["retry-after"] ?? 0),
          });
        } catch (error) {
          fail(error as Error);
        }
      });
    });
    sent.end(text);
  });
}

/**
 * Asks again and again until there is an answer that means something: done, or refused for good. Who asks again must name what they
 * ask (a client id, an Idempotency-Key), or ask for nothing that changes.
 */
export async function insist(url: string, call: Call, given: AbortSignal): Promise<Answer> {
  const began = performance.now();
  for (let attempt = 0; ; attempt++) {
    try {
      const answer = await ask(url, call);
      if (!isPassing(answer)) return answer;
      // Who carried it out may have died over it; then nobody can tell for some minutes what became of it.
      if (isInFlight(answer) && performance.now() - began > inFlight) return answer;
    } catch {
      // No answer, or half of one.
    }

    await pause(Math.min(1000, 100 * 2 ** Math.min(attempt, 3)), undefined, { signal: given });
  }
}

function isPassing(answer: Answer): boolean {
  return answer.status >= 500 || answer.status === 429 || answer.status === 0 || isInFlight(answer);
}

/** The first request with this key has neither been answered nor given up: it may yet come to pass. */
export function isInFlight({ body }: Answer): boolean {
  return body?.type === "urn:kanal:problem:idempotency-in-flight";
}

function isJson(response: IncomingMessage): boolean {
  return /json/.test(response.headers["content-type"] ?? "");
}

export function hangUp(): void {
  connections.destroy();
}
