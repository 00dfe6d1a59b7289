import { expect, test } from "vitest";
import { keep, keptAt } from "./kept";

const written = { title: "Nordlys", body: "Fra sept" };
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
  keep("article.mette.a1.da", { written, edition: 4 }, store);
  expect(keptAt("article.mette.a1.da", store)).toEqual({ written, edition: 4 });
  expect(keptAt("article.mette.a1.pl", store)).toBeNull();
  expect(keptAt("article.ania.a1.da", store)).toBeNull();
});

test("what has arrived is no longer kept", () => {
  const store = memory();
  keep("article.mette.a1.da", { written, edition: 4 }, store);
  keep("article.mette.a1.da", null, store);
  expect(keptAt("article.mette.a1.da", store)).toBeNull();
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
  expect(() => keep("article.mette.a1.da", { written, edition: 1 }, broken)).not.toThrow();
  expect(keptAt("article.mette.a1.da", broken)).toBeNull();
});
