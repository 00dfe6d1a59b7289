import type { Page } from "@playwright/test";
import type { Agent } from "./parts/agent";
import { publish } from "./parts/article";
import { serious } from "./parts/serious";
import { expect, test } from "./parts/test";

const question = "My suitcase never came";

const form = {
  title: "Report lost luggage",
  fields: [
    {
      key: "booking",
      kind: "text",
      label: "Booking number",
      required: true,
      pattern: "[A-Z]{2}[0-9]{6}",
      patternHint: "two letters and six digits",
    },
    {
      key: "what",
      kind: "choice",
      label: "What happened?",
      required: true,
      choices: [
        { key: "lost", label: "It never came" },
        { key: "torn", label: "It is damaged" },
      ],
    },
    { key: "picture", kind: "file", label: "A picture" },
  ],
  thanks: "We look for it.",
};

const guide = {
  title: "Find your suitcase",
  steps: [{ title: "Ask at the desk" }, { title: "Keep the tag" }, { title: "Call the airline" }],
};

async function show(agent: Agent, words: string, title: string) {
  const { page } = agent;
  await page.getByRole("button", { name: "Show something to the customer" }).click();
  const dialog = page.getByRole("dialog", { name: "Show something" });
  await dialog.getByRole("textbox", { name: /Search for articles/ }).fill(words);
  await dialog.getByRole("button", { name: new RegExp(title) }).click();
  await expect(dialog.getByRole("heading", { name: title })).toBeVisible();
  await dialog.getByRole("button", { name: "Show it" }).click();
  await expect(dialog).toBeHidden();
}

const progress = (page: Page, text: string) =>
  page.getByRole("region", { name: "The conversation" }).getByText(text);

test("an agent shows a guide and a form, sees how far the visitor gets, and the form comes back", async ({
  at,
  visitor,
  agent,
}) => {
  await publish(agent.page, at, "guide", guide);
  await publish(agent.page, at, "form", form);
  const { panel } = visitor;
  await visitor.open();
  await visitor.ask(question);
  await agent.accept(question);

  await test.step("The guide opens before the visitor, and each step is seen", async () => {
    await show(agent, "find suitcase", "Find your suitcase");
    await expect(panel.getByText("Step 1 of 3")).toBeVisible();
    await expect(progress(agent.page, "Step 1 of 3")).toBeVisible();
    await panel.getByRole("button", { name: "Next step" }).click();
    await panel.getByRole("button", { name: "Next step" }).click();
    await expect(progress(agent.page, "Step 3 of 3")).toBeVisible();
    expect.soft(await serious(visitor.page), "guide").toEqual([]);
    // What is said meanwhile is behind the guide: the visitor hears of it, and has not read it.
    await agent.reply("Have you found the tag?");
    await expect(panel.getByText("1 new message")).toBeVisible();
    await expect(agent.conversation.getByRole("img", { name: "Read" })).toHaveCount(1);
    await panel.getByRole("button", { name: "Back" }).click();
    await expect(panel.getByText("1 new message")).toHaveCount(0);
    await expect(agent.conversation.getByRole("img", { name: "Read" })).toHaveCount(2);
    await expect(panel.getByRole("button", { name: /Find your suitcase/ })).toBeVisible();
    expect.soft(await serious(visitor.page), "card").toEqual([]);
  });

  await test.step("Of the form only how much is filled in is seen, until it is sent", async () => {
    await show(agent, "lost luggage", "Report lost luggage");
    const booking = panel.getByLabel("Booking number");
    await booking.fill("nonsense");
    await expect(progress(agent.page, "1 of 3 fields filled in")).toBeVisible();
    await expect(agent.page.getByText("nonsense")).toHaveCount(0);
    await panel.getByLabel("It never came").check();
    await panel.getByRole("button", { name: "Send", exact: true }).click();
    await expect(booking).toBeFocused();
    await expect(panel.getByText(/two letters and six digits/)).toBeVisible();
    expect.soft(await serious(visitor.page), "form").toEqual([]);
    await booking.fill("FR204518");
    await panel
      .getByLabel(/A picture/)
      .setInputFiles({ name: "tag.txt", mimeType: "text/plain", buffer: Buffer.from("TAG 17") });
    await expect(panel.getByText("tag.txt")).toBeVisible();
    await panel.getByRole("button", { name: "Send", exact: true }).click();
    await expect(panel.getByText("We look for it.")).toBeVisible();
    await panel.getByRole("button", { name: "Back to the conversation" }).click();
  });

  const table = agent.conversation.getByRole("table");
  await expect(table.getByRole("row", { name: "Booking number FR204518" })).toBeVisible();
  await expect(table.getByRole("row", { name: "What happened? It never came" })).toBeVisible();
  await expect(agent.conversation.getByText("tag.txt").first()).toBeVisible();
  await expect(progress(agent.page, "Filled in and sent")).toBeVisible();
  await expect(panel.getByRole("button", { name: /Report lost luggage/ })).toBeDisabled();
  expect.soft(await serious(agent.page), "desk").toEqual([]);

  await test.step("A page waits in the conversation and says what it does", async () => {
    await agent.page.getByRole("button", { name: "Show something to the customer" }).click();
    const dialog = agent.page.getByRole("dialog", { name: "Show something" });
    await dialog.getByText("Page", { exact: true }).click();
    await dialog.getByRole("textbox", { name: "Address of the page" }).fill("https://airline.example/bags");
    await dialog.getByRole("textbox", { name: /What to call it/ }).fill("Where is my bag?");
    await dialog.getByRole("button", { name: "Show it" }).click();
    const card = panel.getByRole("link", { name: /Where is my bag\?/ });
    await expect(card).toHaveAttribute("href", "https://airline.example/bags");
    await expect(card).toContainText("Opens in a new tab");
    expect.soft(await serious(visitor.page), "page card").toEqual([]);
  });
});

test("the composer proposes what answers the customer's words, and Enter puts it", async ({
  at,
  visitor,
  agent,
}) => {
  await publish(agent.page, at, "article", {
    title: "When your suitcase is late",
    body: "Most suitcases come **the next day**.",
  });
  await visitor.open();
  await visitor.ask(question);
  await agent.accept(question);
  const reply = agent.page.getByRole("textbox", { name: "Reply" });
  await expect(
    agent.page.getByRole("list", { name: "Articles that may answer" }).getByRole("button"),
  ).toHaveText(["When your suitcase is late"]);
  expect.soft(await serious(agent.page), "proposed").toEqual([]);
  await reply.fill("/");
  await expect(agent.page.getByRole("option").first()).toContainText("When your suitcase is late");
  await reply.press("Enter");
  await expect(reply).toHaveValue(/Most suitcases come the next day\./);
});

test("a customer on the phone reads out a code, and the agent shows things in that browser", async ({
  at,
  browser,
  visitor,
  agent,
}) => {
  await publish(agent.page, at, "guide", guide);
  await visitor.open();
  await visitor.ask(question);
  await agent.accept(question);

  const caller = await (await browser.newContext()).newPage();
  await caller.goto(at.visitorPage("trips"));
  await caller.getByRole("button", { name: /Chat/ }).click();
  const panel = caller.getByRole("dialog", { name: "Contact us" });
  await panel.getByRole("button", { name: "Are you on the phone with us? Show code" }).click();
  await expect(panel.getByText(/^\d{3} \d{3}$/)).toBeVisible();
  expect.soft(await serious(caller), "code").toEqual([]);
  const code = await panel.getByText(/^\d{3} \d{3}$/).innerText();

  await agent.page.getByRole("button", { name: "Show something to the customer" }).click();
  const dialog = agent.page.getByRole("dialog", { name: "Show something" });
  await dialog.getByText("On the phone").click();
  const wrong = code === "123 456" ? "123457" : "123456";
  await dialog.getByRole("textbox", { name: "Code from the customer's screen" }).fill(wrong);
  await dialog.getByRole("button", { name: "Connect" }).click();
  await expect(dialog.getByText(/This code is not right/)).toBeVisible();
  expect.soft(await serious(agent.page), "wrong code").toEqual([]);
  await dialog.getByRole("textbox", { name: "Code from the customer's screen" }).fill(code);
  await dialog.getByRole("button", { name: "Connect" }).click();
  await expect(panel.getByText("Mette can show you things here now.")).toBeVisible();
  await expect(agent.conversation.getByText(/connected the customer's browser by a code/)).toBeVisible();
  await agent.page.keyboard.press("Escape");
  await show(agent, "find suitcase", "Find your suitcase");
  await expect(panel.getByText("Step 1 of 3")).toBeVisible();
  // Whatever was said before stays between those who said it.
  await expect(panel.getByText(question)).toHaveCount(0);
});
