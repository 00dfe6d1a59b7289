import type { Page } from "@playwright/test";
import { DeskApi } from "./parts/desk-api";
import type { Installation } from "./parts/installation";
import { serious } from "./parts/serious";
import { expect, test } from "./parts/test";
import { Visitor } from "./parts/visitor";

const question = "Kortet bliver afvist, hvad gør jeg?";
const invitation = { title: "Stuck at the payment?", body: "We are here right now.", button: "Chat with us" };

/** Visitors have agreed, and whoever hesitates at the payment is invited. */
async function publishStrategy(page: Page, at: Installation) {
  const api = new DeskApi(page, at.kanal.url);
  const [{ id }] = (await api.get("/sites")).data;
  const { version } = await api.get(`/sites/${id}/strategy/settings`);
  await api.put(`/sites/${id}/strategy/settings`, {
    consent: "journey",
    switchedOff: [],
    ownFacts: [],
    invitations: { checkout: { en: invitation } },
    version,
  });
  const everybody = { id: "everybody", name: "Everybody", offer: ["chat", "email", "help"] };
  const { revision } = await api.put(`/sites/${id}/strategy/draft`, {
    definition: {
      name: "Payment first",
      rules: [
        {
          ...everybody,
          id: "payment",
          name: "Last step",
          when: { fact: "step", operator: "is", value: "payment" },
          invite: { on: ["hesitation"], text: "checkout" },
        },
        everybody,
      ],
      plain: ["chat", "email"],
    },
  });
  await api.post(`/sites/${id}/strategy/publish`, { revision, note: "Invite at the payment" });
  await reachesMenus(page, at);
}

/** That the agent is free: of what happened a moment ago menus may still say how long it would have been. */
const reachesMenus = (page: Page, at: Installation) =>
  expect
    .poll(async () => {
      const asked = { data: { facts: {} } };
      const answer = await page.request.post(`${at.kanal.url}/public/v1/sites/${at.site}/menu`, asked);
      const [{ channel, waitSeconds }] = (await answer.json()).menu.entries;
      return { channel, waitSeconds };
    })
    .toEqual({ channel: "chat", waitSeconds: 0 });

/** Comes to the payment and gets no further for two minutes and more. */
async function hesitate(page: Page, at: Installation) {
  await page.clock.install();
  await page.goto(at.visitorPage("payment"));
  await expect(page.getByRole("button", { name: "Chat now" })).toBeVisible();
  // What watches has come, too.
  await expect(page.locator("kanal-widget .said")).toBeAttached();
  await told(
    page,
    (facts) => facts.step === "payment",
    () =>
      page.evaluate(() =>
        (window as unknown as { kanal: (name: string, facts: object) => void }).kanal("facts", {
          step: "payment",
          basket: { value: 12980, currency: "DKK", items: 2 },
        }),
      ),
  );
  return told(
    page,
    (facts) => facts.signals?.includes("hesitation") ?? false,
    () => page.clock.fastForward("02:30"),
  );
}

/** The answer to the question for a menu that tells such facts. */
async function told(
  page: Page,
  such: (facts: { step?: string; signals?: string[] }) => boolean,
  deed: () => Promise<unknown>,
) {
  const asked = page.waitForResponse(
    (response) => response.url().endsWith("/menu") && such(response.request().postDataJSON()?.facts ?? {}),
  );
  await deed();
  return (await asked).json();
}

test("Who hesitates at the payment is invited while somebody is free; the menu follows when nobody is", async ({
  at,
  browser,
  agent,
}) => {
  await publishStrategy(agent.page, at);

  await test.step("Invited, the visitor is in the chat with one click, and the agent is asked", async () => {
    const page = await (await browser.newContext()).newPage();
    await hesitate(page, at);
    const card = page.getByRole("region", { name: invitation.title });
    await expect(card.getByText(invitation.body)).toBeVisible();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
    expect(await serious(page)).toEqual([]);
    await card.getByRole("button", { name: invitation.button }).click();
    await expect(card).toBeHidden();
    await new Visitor(page).write(question);
    await agent.accept(question);
    await page.context().close();
    await reachesMenus(agent.page, at);
  });

  const page = await (await browser.newContext()).newPage();
  const { panel } = new Visitor(page);
  await test.step("Who says no is not asked again", async () => {
    await hesitate(page, at);
    const card = page.getByRole("region", { name: invitation.title });
    const answered = page.waitForResponse(
      (response) => response.request().postDataJSON()?.answer === "declined",
    );
    await card.getByRole("button", { name: "No thanks" }).click();
    expect((await answered).ok()).toBe(true);
    await expect(card).toBeHidden();
    expect((await hesitate(page, at)).invitation ?? null).toBeNull();
  });

  await test.step("The menu that is open changes when the agent goes, and says so", async () => {
    await page.getByRole("button", { name: "Chat now" }).click();
    await expect(panel.getByRole("button", { name: /^Chat/ })).toBeVisible();
    await agent.page.getByRole("button", { name: /Your presence/ }).click();
    await agent.page.getByRole("menuitem", { name: /^Away/ }).click();
    await expect(panel.getByRole("button", { name: /^Chat/ })).toBeHidden();
    await expect(panel.getByRole("status").filter({ hasText: "ways to reach us have changed" })).toHaveCount(
      1,
    );
    await expect(panel.getByRole("textbox", { name: "Your message" })).toBeVisible();
    expect(await serious(page)).toEqual([]);
  });
});
