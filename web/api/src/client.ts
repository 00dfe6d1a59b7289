import createClient, { type Middleware } from "openapi-fetch";
import { isPassing, spread } from "./event-stream";
import type { paths } from "./schema";
import type { Problem } from "./types";

export type Client = ReturnType<typeof createClient<paths>>;

/** What went wrong, with the sentence the server wrote for the person. Status 0: the server was not reached. */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Partial<Problem> = {},
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`);
  }

  /** True where the same may succeed a little later. */
  get passing(): boolean {
    return this.status === 0 || isPassing(this.status);
  }

  /** As long as the server asked for, and a little more, so that not all come back at once. */
  askedToWaitMs(chance: number = Math.random()): number {
    return spread((this.retryAfterSeconds ?? 0) * 1000, chance);
  }

  /** The last part of `urn:kanal:problem:<slug>`. */
  get slug(): string {
    return this.problem.type?.split(":").pop() ?? "";
  }
}

/** A client of the business API for a page that is signed in by cookie. */
export function createApi(options: {
  onSignedOut: () => void;
  /** In which the server says what is wrong. */
  language?: () => string;
  fetch?: typeof fetch;
}): Client {
  const client = createClient<paths>({ credentials: "same-origin", fetch: options.fetch });
  const deskHeader: Middleware = {
    onRequest({ request }) {
      request.headers.set("X-Kanal-Desk", "1");
      if (options.language) request.headers.set("Accept-Language", options.language());
    },
    onResponse({ response, schemaPath }) {
      if (response.status === 401 && schemaPath !== "/api/v1/session") options.onSignedOut();
    },
  };
  client.use(deskHeader);
  return client;
}

interface Reply<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** Unwraps a reply: its data, or a ProblemError thrown. */
export async function ask<T>(reply: Promise<Reply<T>>): Promise<T> {
  let answer: Reply<T>;
  try {
    answer = await reply;
  } catch {
    throw new ProblemError(0);
  }
  const { data, error, response } = answer;
  if (response.ok) return data as T;
  const problem = typeof error === "object" && error !== null ? (error as Partial<Problem>) : {};
  throw new ProblemError(response.status, problem, Number(response.headers.get("Retry-After")) || null);
}
