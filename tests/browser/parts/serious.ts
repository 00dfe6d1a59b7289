import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Frame, Page } from "@playwright/test";
import type axe from "axe-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const colours = ["color-contrast", "link-in-text-block"];
const everything = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds serious or critical in light and in dark, as lines one can act on. */
export async function serious(page: Page): Promise<string[]> {
  await Promise.all(page.frames().map(bring));
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    // Without motion, or a colour on its way from one to the other would be looked at.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // In dark the same page has other colours, and nothing else.
    const lines = await look(
      page,
      colorScheme === "light" ? { type: "tag", values: everything } : { type: "rule", values: colours },
    );
    found.push(...lines.map((line) => `${colorScheme}: ${line}`));
  }
  return found;
}

/** Axe is half a megabyte, so it stays in a page that is looked at again. The top asks the frames in it, which are all from here. */
async function bring(frame: Frame): Promise<void> {
  if (!(await frame.evaluate(() => "axe" in window))) {
    await frame.evaluate(`${source}; axe.configure({ allowedOrigins: ["<same_origin>"] });`);
  }
}

function look(page: Page, runOnly: axe.RunOnly): Promise<string[]> {
  return page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run(document, { resultTypes: ["violations"], runOnly });
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary}`),
      );
  }, runOnly);
}
