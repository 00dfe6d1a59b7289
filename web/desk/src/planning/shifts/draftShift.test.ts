import { expect, test } from "vitest";
import { checkedShift, draftOf } from "./draftShift";
import { shiftOf, timesOf } from "./times";

test("midnight is 00:00 in a field and comes back as the end of the day", () => {
  const draft = draftOf(timesOf({ from: "16:00", to: "24:00" }));
  expect(draft.to).toBe("00:00");
  const { shift } = checkedShift(draft);
  expect(shift && shiftOf(shift).to).toBe("24:00");
});

test("breaks are put in order", () =>
  expect(
    checkedShift({
      from: "08:00",
      to: "16:00",
      breaks: [
        { from: "13:00", to: "13:15" },
        { from: "10:00", to: "10:15" },
      ],
    }).shift?.breaks,
  ).toEqual([
    { from: 600, to: 615 },
    { from: 780, to: 795 },
  ]));

test.each([
  ["outside of the shift", "07:00", "07:30"],
  ["over its end", "15:45", "16:15"],
  ["that ends before it begins", "12:30", "12:00"],
])("a break %s is told", (_, from, to) =>
  expect(checkedShift({ from: "08:00", to: "16:00", breaks: [{ from, to }] }).fault).toBe("breakOutside"),
);

test("a field that is left empty is told", () =>
  expect(checkedShift({ from: "", to: "16:00" }).fault).toBe("noTimes"));
