import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const colours = ["color-contrast", "link-in-text-block"];
const everything = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds serious or critical in light and in dark, as lines one can act on. */
export async function serious(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    // Without motion, or a colour on its way from one to the other would be looked at.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // Axe's usual mode puts its findings together in a page of its own, for the sake of frames from elsewhere: ours are from here.
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
    // In dark the same page has other colours, and nothing else.
    const looked = colorScheme === "light" ? axe.withTags(everything) : axe.withRules(colours);
    const { violations } = await looked.analyze();
    found.push(
      ...violations
        .filter(({ impact }) => impact === "serious" || impact === "critical")
        .flatMap(({ id, nodes }) =>
          nodes.map(
            ({ target, failureSummary }) => `${colorScheme}: ${id} at ${target.join(" ")}: ${failureSummary}`,
          ),
        ),
    );
  }
  return found;
}
