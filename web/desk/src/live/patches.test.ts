import type { Wallboard } from "@kanal/api";
import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, test, vi } from "vitest";
import { wallboardQuery } from "../server/queries";
import { applyEvent } from "./patches";

const level = { offered: 0, answered: 0, within: 0, abandoned: 0 };
const board = (waiting: number, complete = true): Wallboard => ({
  complete,
  at: "2026-11-22T10:00:00Z",
  queues: [
    {
      id: "1",
      name: "Booking",
      waiting,
      near: 0,
      overdue: 0,
      inHand: 0,
      callbacksDue: 0,
      callbacksPlanned: 0,
      outcomes: 0,
      available: 1,
      signedIn: 1,
      help: [],
      goal: 80,
      today: level,
      halfHour: level,
    },
  ],
});

test("A board that was asked for before somebody came does not hide them", async () => {
  const cache = new QueryClient();
  const answers: ((board: Wallboard) => void)[] = [];
  const queryFn = vi.fn(() => new Promise<Wallboard>((answer) => answers.push(answer)));
  const seen = new QueryObserver(cache, { ...wallboardQuery, queryFn });
  const stop = seen.subscribe(() => undefined);

  applyEvent(cache, { name: "wallboard", data: board(0) }, "me");
  applyEvent(cache, { name: "wallboard", data: board(1, false) }, "me");
  answers[0]?.(board(0));
  await vi.waitFor(() => expect(queryFn).toHaveBeenCalledTimes(2));
  answers[1]?.(board(1));

  await vi.waitFor(() => expect(seen.getCurrentResult().data?.queues?.[0]?.waiting).toBe(1));
  stop();
});
