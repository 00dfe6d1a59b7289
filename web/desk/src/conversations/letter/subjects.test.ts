import type { Entry } from "@kanal/api";
import { expect, test } from "vitest";
import { bareSubject, subjectChanges } from "./subjects";

const entry = (id: string, subject?: string, autoReply = false) =>
  ({ id, letter: subject === undefined ? null : { subject, flags: { autoReply } } }) as unknown as Entry;

test("what mail programs put before a subject is not the subject", () => {
  expect(bareSubject("Re: SV: Odp: Fwd: Turen til Geiranger")).toBe("Turen til Geiranger");
  expect(bareSubject("AW[2]: Rejsen")).toBe("Rejsen");
  expect(bareSubject("Rejse: to personer")).toBe("Rejse: to personer");
});

test("the subject stands above the first letter and where it changes", () => {
  const said = [entry("m1"), entry("m2", "Turen"), entry("m3", "Re: turen"), entry("m4", "Faktura")];
  expect([...subjectChanges(said)]).toEqual(["m2", "m4"]);
});

test("what a machine answers changes no subject", () => {
  const said = [entry("m1", "Turen"), entry("m2", "Ikke til stede: Turen", true), entry("m3", "Re: Turen")];
  expect([...subjectChanges(said)]).toEqual(["m1"]);
});

test("a letter without a subject shows none", () =>
  expect([...subjectChanges([entry("m1", ""), entry("m2", "Turen")])]).toEqual(["m2"]));
