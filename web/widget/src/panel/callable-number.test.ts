import { expect, test } from "vitest";
import { callableNumber } from "./callable-number";

const read = (text: string, locale = "da-DK", site = "da") => callableNumber(text, locale, site);

test("What people write is understood as the server understands it", () => {
  expect(read("20 30 40 50")).toEqual({ e164: "+4520304050", shown: "+45 20 30 40 50" });
  expect(read("0045 (20) 30-40-50", "en-GB")?.e164).toBe("+4520304050");
  expect(read("4520304050")?.e164).toBe("+4520304050");
  expect(read("512 345 678", "pl-PL")).toEqual({ e164: "+48512345678", shown: "+48 512 345 678" });
  expect(read("0712 345 678", "ro")?.e164).toBe("+40712345678");
  expect(read("20304050", "en", "da")?.e164).toBe("+4520304050");
  expect(read("+442079460958")?.e164).toBe("+442079460958");
});

test("What can't be called is not taken", () => {
  for (const text of ["", "12", "2030405", "203040506", "90 12 34 56", "12345678", "ring 20304050", "+45 1"])
    expect(read(text)).toBeUndefined();
  expect(read("20304050", "en-US")).toBeUndefined();
});
