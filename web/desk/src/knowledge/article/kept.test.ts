import { expect, test } from "vitest";
import { whole } from "./content";
import { keepText, keptText } from "./kept";

const written = { content: whole({ title: "Nordlys", body: "Fra sept" }) };
const memory = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
};

test("what is not on the server yet is found again, with the edition that it was written on", () => {
  const store = memory();
  keepText("mette", "a1", "da", { written, edition: 4 }, store);
  expect(keptText("mette", "a1", "da", store)).toEqual({ written, edition: 4 });
  expect(keptText("mette", "a1", "pl", store)).toBeNull();
  expect(keptText("ania", "a1", "da", store)).toBeNull();
});

test("what has arrived is no longer kept", () => {
  const store = memory();
  keepText("mette", "a1", "da", { written, edition: 4 }, store);
  keepText("mette", "a1", "da", null, store);
  expect(keptText("mette", "a1", "da", store)).toBeNull();
});

test("a browser without storage keeps nothing and breaks nothing", () => {
  const broken = {
    getItem: () => {
      throw new Error("denied");
    },
    setItem: () => {
      throw new Error("full");
    },
    removeItem: () => undefined,
  };
  expect(() => keepText("mette", "a1", "da", { written, edition: 1 }, broken)).not.toThrow();
  expect(keptText("mette", "a1", "da", broken)).toBeNull();
});
