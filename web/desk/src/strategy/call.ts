import { ask } from "../server/api";

/** The business API, until its types are generated. */
export const call = <T>(method: string, path: string, body?: unknown): Promise<T> =>
  ask<T>(
    fetch(`/api/v1${path}`, {
      method,
      headers: { "X-Kanal-Desk": "1", ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).then(async (response) => {
      const answer = response.status === 204 ? undefined : await response.json().catch(() => undefined);
      return response.ok ? { data: answer as T, response } : { error: answer as unknown, response };
    }),
  );
