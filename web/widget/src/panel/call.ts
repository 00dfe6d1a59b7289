import { Problem } from "./problem";

export interface CallOptions {
  token?: string;
  body?: unknown;
  /** The page is going away; the request must survive it. */
  keepalive?: boolean;
  /** Instead of the longest wait. */
  signal?: AbortSignal;
}

const longestWait = 20_000;

export async function request(
  url: string,
  { token, body, keepalive, signal }: CallOptions = {},
): Promise<Response> {
  const headers: Record<string, string> = {};
  if (token) headers.Authorization = `Bearer ${token}`;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  let response: Response;
  try {
    response = await fetch(url, {
      method: body === undefined ? "GET" : "POST",
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: "omit",
      keepalive,
      signal: signal ?? AbortSignal.timeout(longestWait),
    });
  } catch {
    throw new Problem(0);
  }
  if (!response.ok) {
    const { type = "", errors } = await response.json().catch(() => ({}));
    throw new Problem(
      response.status,
      Number(response.headers.get("Retry-After")) || 0,
      /[^:/]*$/.exec(type)?.[0],
      errors,
    );
  }
  return response;
}

export async function call<T>(url: string, options?: CallOptions): Promise<T> {
  const response = await request(url, options);
  return response.json().catch(() => {
    // The line broke in the middle of the answer.
    throw new Problem(0);
  });
}
