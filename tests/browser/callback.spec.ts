import type { Installation } from "./parts/installation";
import { serious } from "./parts/serious";
import { expect, test } from "./parts/test";
import { Visitor } from "./parts/visitor";

const about = "Jeg vil gerne tale om afbestilling af turen til Lofoten";

async function offersCalls(at: Installation) {
  const headers = { "Content-Type": "application/json", "X-Kanal-Desk": "1" };
  const signIn = await fetch(`${at.kanal.url}/api/v1/session`, {
    method: "POST",
    headers,
    body: JSON.stringify({ email: at.email, password: at.password }),
  });
  const cookie = signIn.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const sites = await (
    await fetch(`${at.kanal.url}/api/v1/sites`, { headers: { ...headers, cookie } })
  ).json();
  const answer = await fetch(`${at.kanal.url}/api/v1/sites/${sites.data[0].id}`, {
    method: "PUT",
    headers: { ...headers, cookie },
    body: JSON.stringify({ callback: { offer: "always" } }),
  });
  expect(answer.status).toBe(200);
}

test("A visitor books a call, an agent makes it, and both see how it went", async ({
  at,
  visitor,
  agent,
}) => {
  await offersCalls(at);
  const { page, panel } = visitor;

  await test.step("The visitor asks to be called, and the number is checked as it is typed", async () => {
    await page.reload();
    await visitor.open();
    await panel.getByRole("button", { name: /We call you/ }).click();
    const number = panel.getByRole("textbox", { name: "Your phone number" });
    await expect(number).toBeFocused();
    await number.fill("+45 90 12 34 56");
    await panel.getByRole("button", { name: "Call me" }).click();
    await expect(panel.getByText(/does not look like a number/)).toBeVisible();
    await number.fill("+45 20304050");
    await expect(panel.getByText("We call +45 20 30 40 50")).toBeVisible();
    await panel.getByRole("textbox", { name: /What is it about/ }).fill(about);
    const when = panel.getByRole("combobox", { name: "When shall we call?" });
    await when.selectOption({ index: 5 });
    expect(await serious(page)).toEqual([]);
    await panel.getByRole("button", { name: "Call me" }).click();
    await expect(panel.getByText(/We call you .*–/)).toBeVisible();
    expect(await serious(page)).toEqual([]);
  });

  await test.step("It is found again on the next page, and moved to now", async () => {
    await page.goto(at.visitorPage("trips"));
    await visitor.isBack();
    await panel.getByRole("button", { name: "Another time" }).click();
    await panel.getByRole("combobox", { name: "When shall we call?" }).selectOption("");
    await panel.getByRole("button", { name: "Move the call" }).click();
  });

  await test.step("It rings as a call, and the agent makes it", async () => {
    await expect(agent.offers.getByText("Call +45 20 30 40 50")).toBeVisible();
    await agent.accept(about);
    await expect(panel.getByText("We are calling you now.")).toBeVisible();
    const card = agent.page.getByRole("region", { name: "The call" });
    await expect(card.getByRole("link", { name: "Call" })).toHaveAttribute("href", "tel:+4520304050");
    // Nothing here can dial; the click must count all the same.
    await agent.page.evaluate(() =>
      document.addEventListener("click", (event) => {
        if ((event.target as Element).closest("a[href^='tel:']")) event.preventDefault();
      }),
    );
    await card.getByRole("link", { name: "Call" }).click();
    await expect(card.getByRole("timer")).toBeVisible();
    expect(await serious(agent.page)).toEqual([]);
    await card.getByRole("button", { name: "No answer" }).click();
    await expect(card.getByText(/Next attempt/)).toBeVisible();
    await expect(panel.getByText(/We try again/)).toBeVisible();
  });

  let address = "";
  await test.step("It stands among the calls to make, and is reached at the second attempt", async () => {
    await agent.page.getByText("All", { exact: true }).click();
    await agent.page.getByRole("switch", { name: "Callbacks" }).click();
    const row = agent.page.getByRole("list", { name: "All" }).getByRole("link", { name: new RegExp(about) });
    await expect(row).toContainText("call planned");
    await row.click();
    await expect(agent.page.getByRole("button", { name: "Cancel the call" })).toBeVisible();
    address = agent.page.url();
    const taking = agent.page.getByRole("button", { name: "Take it" });
    const size = agent.page.viewportSize();
    await agent.page.setViewportSize({ width: 390, height: 844 });
    await expect(taking).toHaveCount(1);
    if (size) await agent.page.setViewportSize(size);
    await taking.first().click();
    const card = agent.page.getByRole("region", { name: "The call" });
    await card.getByRole("button", { name: "Reached" }).click();
    await expect(panel.getByText("We have spoken by phone.")).toBeVisible();
    await agent.wrapUp("Solved");
    await expect(panel.getByRole("button", { name: "New question" })).toBeVisible();
  });

  await test.step("Who has gone is on no page now", async () => {
    await agent.page.goto(address);
    await expect(agent.page.getByText("Page now")).toBeVisible();
    await page.close();
    await expect(agent.page.getByText("Last page")).toBeVisible();
  });
});

test("Who waits in a chat can be called instead, on a narrow phone", async ({ at, browser }) => {
  await offersCalls(at);
  const page = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage();
  const visitor = new Visitor(page);
  const { panel } = visitor;
  await page.goto(at.visitorPage("front"));
  await visitor.open();
  await visitor.ask("Kan jeg tage min hund med?");
  await panel.getByRole("button", { name: /We call you, and you keep your place/ }).click();
  await panel.getByRole("textbox", { name: "Your phone number" }).fill("+48 512 345 678");
  await panel.getByRole("textbox", { name: "Your phone number" }).press("Enter");
  await expect(panel.getByText("We call you as soon as someone is free.")).toBeVisible();
  await expect(panel.getByText("You are next.")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await serious(page)).toEqual([]);
  await page.screenshot({ path: "../../artifacts/test/call-320.png" });
  await panel.getByRole("button", { name: "Cancel the call" }).click();
  await expect(panel.getByText("The call is cancelled.")).toBeVisible();
});

test("A call that an agent books in a chat stands at both, and its dialog is gone", async ({
  visitor,
  agent,
}) => {
  await visitor.open();
  await visitor.ask("Could you call me about it?");
  await agent.accept("Could you call me about it?");
  await agent.page.getByRole("button", { name: "Book a call" }).click();
  const dialog = agent.page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Phone number" }).fill("+45 32 12 34 56");
  await dialog.getByRole("combobox", { name: "When" }).click();
  await agent.page.getByRole("listbox").getByRole("option").nth(2).click();
  await dialog.getByRole("button", { name: "Book a call" }).click();
  await expect(agent.conversation.getByText(/^Call at /)).toBeVisible();
  await expect(dialog).toBeHidden();
  await expect(visitor.panel.getByText(/^We call you .*\d–\d/)).toBeVisible();
  await expect(visitor.panel.getByText(/is here/)).toHaveCount(0);
  await visitor.page.reload();
  await visitor.isBack();
  await expect(visitor.panel.getByText(/^We call you .*\d–\d/)).toBeVisible();
});
