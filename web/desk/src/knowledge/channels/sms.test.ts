import { describe, expect, test } from "vitest";
import { smsSize } from "./sms";

describe("a text message", () => {
  test("of nothing is no message", () =>
    expect(smsSize("")).toEqual({ letters: 0, messages: 0, left: 160, wide: [] }));
  test("holds 160 letters, Danish ones included", () => {
    expect(smsSize("å".repeat(160))).toMatchObject({ messages: 1, left: 0 });
    expect(smsSize("å".repeat(161))).toMatchObject({ letters: 161, messages: 2, left: 145 });
  });
  test("of several parts has 153 in each", () => {
    expect(smsSize("a".repeat(306))).toMatchObject({ messages: 2, left: 0 });
    expect(smsSize("a".repeat(307)).messages).toBe(3);
  });
  test("counts the euro and brackets twice", () => expect(smsSize("5 € [x]").letters).toBe(10));
  test("does not cut a double sign between two parts", () => {
    expect(smsSize(`${"a".repeat(152)}€${"a".repeat(8)}`)).toMatchObject({
      letters: 162,
      messages: 2,
      left: 143,
    });
  });
  test("with a Polish or Romanian letter holds 70, and says which letter it is", () => {
    expect(smsSize("ł".repeat(70))).toMatchObject({ messages: 1, left: 0, wide: ["ł"] });
    expect(smsSize(`ș${"a".repeat(70)}`)).toMatchObject({ messages: 2, left: 63, wide: ["ș"] });
  });
  test("counts an emoji as two and keeps it whole", () => {
    expect(smsSize("👍").letters).toBe(2);
    expect(smsSize(`${"a".repeat(66)}👍aaa`)).toMatchObject({ letters: 71, messages: 2, left: 62 });
  });
  test("counts a line end once, however it is written", () => expect(smsSize("a\r\nb").letters).toBe(3));
});
