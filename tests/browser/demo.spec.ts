import { serious } from "./parts/serious";
import { expect, test } from "./parts/test";

test.describe.configure({ mode: "default" });

test("The demo's links lead where they say", async ({ demo, browser }) => {
  for (const role of ["agent", "supervisor", "administrator"]) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${demo.url}/demo/sign-in/${role}`);
    await expect(page).toHaveURL(/\/desk\//);
    await expect(page.getByRole("banner")).toBeVisible();
    await context.close();
  }
  expect(demo.printed).toContain(`${demo.url}/demo`);
});

test("The agency's pages have no serious finding", async ({ demo, page }) => {
  await page.goto(`${demo.url}/demo`);
  expect.soft(await serious(page), "start").toEqual([]);
  const paths = ["", "/trips", "/terms", "/hours", "/contact"];
  for (const path of paths) {
    await page.goto(`${demo.url}/demo/da${path}`);
    await expect(page.locator("button.launcher")).toBeVisible();
    expect.soft(await serious(page), path).toEqual([]);
  }
});
