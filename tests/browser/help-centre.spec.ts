import { serious } from "./parts/serious";
import { test as base, expect } from "./parts/test";

const test = base.extend<{ help: string }>({
  help: ({ demo }, use) => use(`${demo.url}/help/fjordrejser`),
});

test.describe.configure({ mode: "default" });

test("without a script: a search, an article, and a letter to us", async ({ help, browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`${help}/en`);
  await page.getByRole("searchbox", { name: "Search for answers" }).fill("lugage");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("lugage");
  await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
  await expect(page).toHaveURL(/\/articles\//);
  await expect(page.getByText("Last changed")).toBeVisible();
  await page.getByRole("button", { name: "No", exact: true }).click();
  const missing = page.getByRole("region", { name: "What was missing?" });
  await missing.getByRole("textbox").fill("The weight of skis");
  await missing.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("Our editors will read it.")).toBeVisible();
  await page.getByRole("banner").getByRole("link", { name: "Contact us" }).click();
  // getByText does not look into noscript.
  await expect(page.locator("noscript p")).toBeVisible();
  await page.getByRole("textbox", { name: "Your question" }).first().fill("Is there a lift on board?");
  await page.getByRole("textbox", { name: "Your email address" }).fill("kirsten@example.com");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("heading", { name: "Thank you, we have your message" })).toBeVisible();
});

test("with a script: answers while typing, by the keyboard alone, and the chat on the contact page", async ({
  help,
  page,
}) => {
  const broken: string[] = [];
  page.on("console", (message) => message.type() === "error" && broken.push(message.text()));
  await page.goto(`${help}/da`);
  await page.keyboard.press("/");
  await page.keyboard.type("bagagge");
  const answers = page.getByRole("listbox", { name: "Søg efter svar" });
  await expect(answers.getByRole("option").first()).toBeVisible();
  expect.soft(await serious(page), "answers").toEqual([]);
  await page.keyboard.press("Escape");
  await expect(answers).toBeHidden();
  await page.keyboard.type(" ");
  await expect(answers).toBeVisible();
  await page.keyboard.press("ArrowDown");
  const first = answers.getByRole("option", { selected: true });
  const title = await first.locator("strong").innerText();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await page.goto(`${help}/da/contact`);
  await page.getByRole("button", { name: "Åbn chatten" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(broken).toEqual([]);
});

test("no page of the help centre has a serious finding, nor is one wider than a small phone", async ({
  help,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const paths = [
    "/da",
    "/pl/search?q=baga%C5%BC",
    "/ro/search?q=xylofon",
    "/en/contact",
    "/en/contact?way=callback",
    "/en/articles/move-your-trip-yourself-step-by-step",
    "/en/articles/nothing",
  ];
  for (const path of paths) {
    await page.goto(`${help}${path}`);
    expect.soft(await serious(page), path).toEqual([]);
    const { wide, room } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      room: innerWidth,
    }));
    expect.soft(wide, path).toBeLessThanOrEqual(room);
  }
});
