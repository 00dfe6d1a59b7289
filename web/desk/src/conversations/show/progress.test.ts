import type { Progress, ShownCard } from "@kanal/api";
import { expect, test } from "vitest";
import type { Translate } from "../../words/words";
import { progressSentence, shareDone } from "./progress";

const t = ((key: string, values?: Record<string, unknown>) =>
  [key, ...Object.values(values ?? {})].join(" ")) as Translate;
const guide = { id: "g", kind: "guide", title: "", url: "", steps: 5, fields: 0, here: false } as ShownCard;
const form = { ...guide, kind: "form", steps: 0, fields: 4 } as ShownCard;
const at = (more: Partial<Progress>): Progress => ({
  conversation: "c",
  shown: "g",
  openedAt: "2026-11-22T10:00:00Z",
  step: null,
  filled: null,
  sentAt: null,
  ...more,
});

test("what is not opened yet says so", () => {
  expect(progressSentence(guide, undefined, t)).toBe("show.notOpened");
  expect(progressSentence(guide, at({ openedAt: null }), t)).toBe("show.notOpened");
});

test("a guide tells its step, a form how much is filled in", () => {
  expect(progressSentence(guide, at({ step: 3 }), t)).toBe("show.step 3 5");
  expect(progressSentence(form, at({ filled: 2 }), t)).toBe("show.filled 2 4");
  expect(progressSentence(form, at({ filled: 4, sentAt: "2026-11-22T10:01:00Z" }), t)).toBe("show.sent");
});

test("the share done goes with it", () => {
  expect(shareDone(guide, at({ step: 3 }))).toBe(0.6);
  expect(shareDone(form, at({ filled: 1 }))).toBe(0.25);
  expect(shareDone(form, at({ filled: 1, sentAt: "x" }))).toBe(1);
});
