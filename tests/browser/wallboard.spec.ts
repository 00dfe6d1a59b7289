import { serious } from "./parts/serious";
import { expect, test } from "./parts/test";

const question = "Hvornår åbner turene til Lofoten?";

test("who waits is seen on the wallboard, and who was answered counts", async ({ at, visitor, agent }) => {
  const board = await agent.page.context().newPage();
  await board.goto(`${at.kanal.url}/desk/wallboard`);
  const queue = board.getByRole("table").getByRole("row").nth(1);
  await expect(queue.getByRole("cell").first()).toHaveText("0");
  await visitor.open();
  await visitor.ask(question);
  await expect(queue.getByRole("cell").first()).toHaveText("1");
  await agent.accept(question);
  await agent.reply("I april, med første afgang den 12.");
  await expect(queue.getByRole("cell").first()).toHaveText("0");
  await expect(queue.getByText("of 1").first()).toBeVisible();
  await expect(board.getByRole("heading", { name: "The last 60 minutes" })).toBeVisible();
});

test.describe("a server that goes", () => {
  test.use({ ownProcess: true });

  test("the screen on the wall finds its way back after a server that was gone", async ({
    at,
    visitor,
    agent,
  }) => {
    const wall = await agent.page.context().newPage();
    await wall.setViewportSize({ width: 1920, height: 1080 });
    await wall.goto(`${at.kanal.url}/desk/wallboard/screen`);
    await expect(wall.getByRole("heading", { name: "Fjordrejser" })).toBeVisible();
    await expect(wall.getByRole("button")).toHaveCount(0);
    await at.kanal.kill();
    await expect(wall.getByText("Reconnecting; the numbers may be old")).toBeVisible();
    await at.kanal.startAgain();
    await expect(wall.getByText("Reconnecting; the numbers may be old")).toBeHidden({ timeout: 30_000 });
    await visitor.open();
    await visitor.ask(question);
    await expect(wall.getByRole("list").first().getByText("1", { exact: true }).first()).toBeVisible();
  });
});

test("the wallboard has no serious finding, calm or in trouble", async ({ at, visitor, agent }) => {
  const { page } = agent;
  await page.goto(`${at.kanal.url}/desk/wallboard`);
  await expect(page.getByText("Nobody waits longer than the target right now.")).toBeVisible();
  expect.soft(await serious(page), "calm").toEqual([]);
  await page.goto(`${at.kanal.url}/desk/wallboard/screen`);
  await expect(page.getByRole("heading", { name: "Fjordrejser" })).toBeVisible();
  expect.soft(await serious(page), "screen").toEqual([]);
  await visitor.open();
  await visitor.ask(question);
  await page.goto(`${at.kanal.url}/desk/wallboard`);
  await expect(page.getByText(/waited longer than the target/)).toBeVisible({ timeout: 40_000 });
  expect.soft(await serious(page), "trouble").toEqual([]);
  await page
    .getByRole("button", { name: /what can be done/ })
    .first()
    .click();
  await expect(page.getByRole("menuitem").first()).toBeVisible();
  expect.soft(await serious(page), "menu").toEqual([]);
});
