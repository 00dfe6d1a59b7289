import type { DeliveryState, Entry, LetterDelivery, LetterStanding } from "@kanal/api";
import { expect, test } from "vitest";
import { canRetry, standing, withDelivery } from "./deliveries";

const to = (state: DeliveryState): LetterDelivery => ({
  address: "a@b.dk",
  state,
  detail: null,
  at: "2026-06-01T10:00:00Z",
});

test("the worst of what has become of a letter is said first", () => {
  expect(standing({ state: "sent", deliveries: [to("accepted")] })).toBe("sent");
  expect(standing({ state: "sent", deliveries: [to("accepted"), to("bounced")] })).toBe("bounced");
  expect(standing({ state: "failed", deliveries: [to("accepted"), to("failed")] })).toBe("partly");
  expect(standing({ state: "waiting", deliveries: [to("retrying")] })).toBe("retrying");
  expect(standing({ state: "uncertain", deliveries: [to("uncertain")] })).toBe("uncertain");
});

test("only what failed or is uncertain is sent again by hand", () => {
  expect(canRetry({ state: "failed" })).toBe(true);
  expect(canRetry({ state: "uncertain" })).toBe(true);
  expect(canRetry({ state: "waiting" })).toBe(false);
});

test("news of a delivery changes its letter and leaves the others as they are", () => {
  const entry = (id: string) => ({ id, letter: { id: `l-${id}`, state: "waiting" } }) as unknown as Entry;
  const change: LetterStanding = {
    conversation: "c1",
    letter: "l-m2",
    entry: "m2",
    state: "sent",
    deliveries: [to("accepted")],
    nextAttemptAt: null,
  };
  const [page] = withDelivery([{ data: [entry("m1"), entry("m2")] }], change);
  expect(page?.data.map(({ letter }) => letter?.state)).toEqual(["waiting", "sent"]);
});
