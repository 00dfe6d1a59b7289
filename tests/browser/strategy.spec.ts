import { serious } from "./parts/serious";
import { expect, test } from "./parts/test";
import { Visitor } from "./parts/visitor";

const question = "Er der plads til to på turen til Geiranger?";

test("A supervisor changes a rule, tries and publishes it; visitors get the new menu, and the desk says why they got theirs", async ({
  at,
  browser,
  visitor,
  agent,
}) => {
  const { page } = agent;
  await test.step("A visitor comes by the menu that everybody gets", async () => {
    await expect(visitor.launcher).toContainText("Chat");
    await visitor.open();
    await visitor.ask(question);
    await agent.accept(question);
  });

  await test.step("The rule opens beside the list and is changed with the keyboard alone", async () => {
    await page.goto(`${at.kanal.url}/desk/strategy/rules`);
    const rules = page.getByRole("region", { name: "Rules in order" });
    await rules.getByRole("button", { name: "Everybody", exact: true }).press("Enter");
    const rule = page.getByRole("dialog", { name: "Rule 1" });
    await rule.getByRole("textbox", { name: "Name" }).fill("Everybody, by email first");
    await rule.getByRole("button", { name: "Move Email up" }).press("Enter");
    await rule.getByRole("button", { name: "Move Email up" }).press("Enter");
    await expect(rule.getByText("Email is now number 1.")).toBeAttached();
    expect.soft(await serious(page), "rule").toEqual([]);
    await page.keyboard.press("Escape");
    await expect(rules.getByText(/email first, then chat and callback/)).toBeVisible();
  });

  await test.step("It is tried beside what is live", async () => {
    await page.getByRole("link", { name: "Try it" }).click();
    const first = (region: string) =>
      page
        .getByRole("region", { name: region })
        .getByRole("list", { name: "The menu" })
        .getByRole("listitem")
        .first();
    await expect(first("Draft")).toContainText("Email");
    await expect(first("The built-in strategy")).toContainText("Chat");
  });

  await test.step("It is published with a word on why, and is a version", async () => {
    await page.getByRole("link", { name: "Rules" }).click();
    await page.getByRole("button", { name: "Publish" }).click();
    const dialog = page.getByRole("dialog", { name: "Publish the draft" });
    await dialog.getByRole("textbox", { name: "Why" }).fill("Letters can wait, chats can't");
    await dialog.getByRole("button", { name: "Publish" }).click();
    await expect(page.getByText("Version 1 is live")).toBeVisible();
    await page.getByRole("link", { name: "Versions" }).click();
    await expect(page.getByText("“Letters can wait, chats can't”")).toBeVisible();
  });

  await test.step("It is simulated against what was before, on those who came today", async () => {
    await page.getByRole("link", { name: "Simulate" }).click();
    await expect(page.getByText("Too little recorded")).toBeVisible();
    await page.getByText("As expected", { exact: true }).click();
    await expect(page.getByRole("button", { name: "Simulate" })).toBeEnabled();
    await page.getByText("Those who came", { exact: true }).click();
    const from = page.getByLabel("From", { exact: true });
    await from.fill((await from.getAttribute("max")) ?? "");
    await page.getByRole("button", { name: "Simulate" }).press("Enter");
    await expect(page.getByRole("table", { name: "All together" })).toBeVisible();
    await expect(page.getByText(/: the simulation is done/)).toBeAttached();
    expect.soft(await serious(page), "simulation").toEqual([]);
  });

  await test.step("The next visitor's page has the new menu", async () => {
    const next = new Visitor(await browser.newPage());
    await next.page.goto(at.visitorPage("trips"));
    await expect(next.launcher).toContainText("Write to us");
    await next.page.close();
  });

  await test.step("The conversation says why its customer saw another, and what would be shown today", async () => {
    await page.getByRole("link", { name: /Conversations$/ }).click();
    await page.getByText(question).first().click();
    await page.getByRole("button", { name: "Why did they see this?" }).click();
    const why = page.getByRole("dialog", { name: "Why did they see this?" });
    await expect(why.getByText("Decided by “Everybody”")).toBeVisible();
    await expect(why.getByText("Decided by “Everybody, by email first”")).toBeVisible();
    expect.soft(await serious(page), "why").toEqual([]);
  });
});
