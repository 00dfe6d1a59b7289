import { expect, test } from "vitest";
import { forgetDraft, keepDraft, keepKind, restoreDraft, restoreKind } from "./drafts";

const memory = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
};

test("what was written here is newer than what the server has", () => {
  const store = memory();
  keepDraft("mette", "c1", "Hej Søren", store);
  expect(restoreDraft("mette", "c1", "Hej", store)).toBe("Hej Søren");
});

test("another device's draft is taken up", () =>
  expect(restoreDraft("mette", "c1", "Dzień dobry", memory())).toBe("Dzień dobry"));

test("an emptied draft does not come back", () => {
  const store = memory();
  keepDraft("mette", "c1", "", store);
  expect(restoreDraft("mette", "c1", "Hej", store)).toBe("");
});

test("drafts are kept apart, and forgotten when asked", () => {
  const store = memory();
  keepDraft("mette", "c1", "Hej", store);
  expect(restoreDraft("mette", "c2", null, store)).toBe("");
  expect(restoreDraft("ania", "c1", null, store)).toBe("");
  forgetDraft("mette", "c1", store);
  expect(restoreDraft("mette", "c1", null, store)).toBe("");
});

test("a browser without storage falls back to the server", () => {
  const broken = {
    getItem: () => {
      throw new Error("denied");
    },
    setItem: () => undefined,
    removeItem: () => undefined,
  };
  expect(restoreDraft("mette", "c1", "Hej", broken)).toBe("Hej");
});

test("a note that was begun comes back as a note, and as nothing else once it is sent", () => {
  const store = memory();
  keepDraft("mette", "c1", "He is in a hurry", store);
  keepKind("mette", "c1", true, store);
  expect(restoreKind("mette", "c1", store)).toBe(true);
  expect(restoreKind("mette", "c2", store)).toBe(false);
  forgetDraft("mette", "c1", store);
  expect(restoreKind("mette", "c1", store)).toBe(false);
});
