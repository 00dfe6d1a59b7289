import { expect, test } from "vitest";
import { allowed } from "./privacy";

test("What a visitor agreed to never goes beyond what the site is set to", () => {
  expect(allowed("journey", "personal")).toBe("journey");
  expect(allowed("none", "personal")).toBe("none");
  expect(allowed("personal", "journey")).toBe("journey");
  expect(allowed("personal", "none")).toBe("none");
});

test("Where the page tells nothing it is the site's setting, and where that is unknown nothing is allowed", () => {
  expect(allowed("journey")).toBe("journey");
  expect(allowed(undefined, "personal")).toBe("none");
});
