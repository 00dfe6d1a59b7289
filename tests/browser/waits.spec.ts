import { expect, test } from "./parts/test";
import { Visitor } from "./parts/visitor";

test("Visitors who wait see their place and an honest wait, and move up", async ({ at, browser, agent }) => {
  const come = async () => {
    const page = await (await browser.newContext({ viewport: { width: 420, height: 760 } })).newPage();
    await page.goto(at.visitorPage("front"));
    return new Visitor(page);
  };
  const asks = async (question: string) => {
    const visitor = await come();
    await visitor.open();
    await visitor.ask(question);
    return visitor;
  };

  for (const question of ["Har I hundekahytter?", "Kan vi ændre datoen?", "Er der parkering?"]) {
    await asks(question);
    await agent.accept(question);
  }

  const first = await asks("Hvornår er der check-in?");
  const second = await asks("Er der plads til to på turen til Geiranger?");
  await expect(first.panel.getByText("You are next.")).toBeVisible();
  await expect(second.panel.getByText("You are number 2 in the queue.")).toBeVisible();
  await expect(second.panel.getByText(/^Wait: \d+–\d+ min$/)).toBeVisible();
  await second.page.screenshot({ path: test.info().outputPath("waiting.png") });

  const next = await come();
  await expect(next.launcher).toHaveAccessibleName(/^Chat · \d+–\d+ min$/);
  await next.open();
  await next.page.screenshot({ path: test.info().outputPath("menu.png") });

  await first.page.getByRole("button", { name: "End the chat" }).click();
  await expect(second.panel.getByText("You are next.")).toBeVisible();
});

test("The form for a letter says by when it is answered, as the menu did", async ({ visitor }) => {
  await visitor.open();
  const promise = visitor.panel.getByText(/^(Answer by|We answer|Answer )/).first();
  await expect(promise).toBeVisible();
  const words = await promise.innerText();
  const way = visitor.panel.getByRole("button", { name: /^Email/ });
  if (await way.isVisible()) await way.click();
  await expect(visitor.panel.getByRole("button", { name: "Send message" })).toBeVisible();
  await expect(visitor.panel.getByText(words, { exact: true })).toBeVisible();
});
