import { expect, test } from "vitest";
import { back, forth, noSteps, stepped } from "./steps";

test("letters of one field are one step back", () => {
  let steps = stepped<string>(noSteps, "", "name");
  steps = stepped(steps, "a", "name");
  steps = stepped(steps, "ab", "offer");
  const once = back(steps, "ab+chat");
  expect(once?.value).toBe("ab");
  const twice = once && back(once.steps, once.value);
  expect(twice?.value).toBe("");
  expect(twice && back(twice.steps, twice.value)).toBeNull();
  const again = twice && forth(twice.steps, twice.value);
  expect(again?.value).toBe("ab");
});
