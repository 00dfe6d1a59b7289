import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, test, vi } from "vitest";
import { againIfAsking } from "./againIfAsking";

const queryKey = ["shown", "1"];

test("What happens while the first answer is on its way is not lost", async () => {
  const cache = new QueryClient();
  const answers: ((steps: number) => void)[] = [];
  const queryFn = vi.fn(() => new Promise<number>((answer) => answers.push(answer)));
  const seen = new QueryObserver(cache, { queryKey, queryFn });
  const stop = seen.subscribe(() => undefined);

  againIfAsking(cache, queryKey);
  againIfAsking(cache, queryKey);
  answers[0]?.(0);
  await vi.waitFor(() => expect(queryFn).toHaveBeenCalledTimes(2));
  answers[1]?.(1);

  await vi.waitFor(() => expect(seen.getCurrentResult().data).toBe(1));
  expect(queryFn).toHaveBeenCalledTimes(2);
  stop();
});

test("Who is not asking is left in peace", () => {
  const cache = new QueryClient();
  cache.setQueryData(queryKey, 1);
  againIfAsking(cache, queryKey);
  expect(cache.getQueryState(queryKey)).toMatchObject({ isInvalidated: false, fetchStatus: "idle" });
});
