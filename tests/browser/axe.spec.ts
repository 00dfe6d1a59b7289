import { serious } from "./parts/serious";
import { expect, test } from "./parts/test";

const question = "Er der plads til to på turen til Geiranger?";

test("the widget has no serious finding, from the launcher to the rating", async ({ visitor, agent }) => {
  await expect(visitor.launcher).toBeVisible();
  expect.soft(await serious(visitor.page), "launcher").toEqual([]);
  await visitor.open();
  expect.soft(await serious(visitor.page), "home").toEqual([]);
  await visitor.ask(question);
  await agent.accept(question);
  await agent.reply("Ja, der er to pladser tilbage.");
  await visitor.sees("Ja, der er to pladser tilbage.");
  expect.soft(await serious(visitor.page), "conversation").toEqual([]);
  await agent.wrapUp("Solved");
  await visitor.rate("Good");
  expect.soft(await serious(visitor.page), "rating").toEqual([]);
});

test("the widget's letter has no serious finding", async ({ visitor }) => {
  await visitor.open();
  await visitor.panel.getByRole("button", { name: /^Email/ }).click();
  await visitor.panel.getByRole("button", { name: "Send message" }).click();
  await expect(visitor.panel.getByText("Write a few words about what you need.")).toBeVisible();
  expect.soft(await serious(visitor.page)).toEqual([]);
});

test("the desk has no serious finding", async ({ visitor, agent }) => {
  const { page } = agent;
  expect.soft(await serious(page), "empty").toEqual([]);
  await visitor.open();
  await visitor.ask(question);
  await expect(agent.offers.getByText(question)).toBeVisible();
  expect.soft(await serious(page), "offer").toEqual([]);
  await agent.accept(question);
  await agent.reply("Ja, der er to pladser tilbage.");
  expect.soft(await serious(page), "conversation").toEqual([]);
  await page.getByRole("button", { name: "Wrap up" }).click();
  await expect(page.getByRole("dialog", { name: "Wrap up" })).toBeVisible();
  expect.soft(await serious(page), "wrap-up").toEqual([]);
});

test("the desk's other rooms have no serious finding", async ({ at, agent }) => {
  const { page } = agent;
  for (const room of [
    "customers",
    "settings",
    ...["articles", "sought", "upkeep", "review", "overlaps", "sections", "synonyms", "imports"].map(
      (page) => `knowledge/${page}`,
    ),
    ...["rules", "try", "invitations", "experiments", "versions", "facts"].map((page) => `strategy/${page}`),
  ]) {
    await page.goto(`${at.kanal.url}/desk/${room}`);
    await expect(page.getByRole("main")).toBeVisible();
    await expect(page.getByLabel("Loading")).toHaveCount(0);
    expect.soft(await serious(page), room).toEqual([]);
  }
  const settings = await page
    .getByRole("main")
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  for (const href of settings.filter((link) => link.includes("/desk/settings/"))) {
    await page.goto(href);
    await expect(page.getByRole("main").getByRole("heading").first()).toBeVisible();
    expect.soft(await serious(page), href).toEqual([]);
  }
});

test("the door has no serious finding", async ({ at, page }) => {
  await page.goto(`${at.kanal.url}/desk/`);
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  expect.soft(await serious(page)).toEqual([]);
});
