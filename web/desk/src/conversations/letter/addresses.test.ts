import { expect, test } from "vitest";
import { addressIn, eachOnce, inFull, inShort } from "./addresses";

const at = (address: string, name?: string) => ({ address, name });

test("a line names two and counts the rest", () => {
  expect(inShort([at("a@b.dk", "Anna"), at("c@d.pl")])).toBe("Anna, c@d.pl");
  expect(inShort([at("a@b.dk"), at("c@d.pl"), at("e@f.ro"), at("g@h.dk")])).toBe("a@b.dk, c@d.pl +2");
});

test("in full a name stands before its address", () =>
  expect(inFull(at("anna@nowak.pl", "Anna Nowak"))).toBe("Anna Nowak <anna@nowak.pl>"));

test("an address is found behind a name, and what is none is not taken", () => {
  expect(addressIn(" Anna Nowak <anna@nowak.pl> ")).toBe("anna@nowak.pl");
  expect(addressIn("søren@blåbær.dk")).toBe("søren@blåbær.dk");
  expect(addressIn("anna@nowak.pl, ")).toBe("anna@nowak.pl");
  expect(addressIn("anna")).toBeUndefined();
  expect(addressIn("anna@nowak")).toBeUndefined();
  expect(addressIn("a@b.dk, c@d.dk")).toBeUndefined();
});

test("nobody is written to twice", () =>
  expect(eachOnce(["a@b.dk", "A@B.DK", "c@d.pl"])).toEqual(["a@b.dk", "c@d.pl"]));
