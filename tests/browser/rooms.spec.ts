import { expect, test } from "./parts/test";

test.use({ ownProcess: true });

test("a room that can't be fetched says so, and comes when the server is back", async ({ at, agent }) => {
  const { page } = agent;
  const rooms = page.getByRole("navigation").first();
  await page.goto(`${at.kanal.url}/desk/conversations`);
  await expect(rooms.getByRole("link", { name: "Planning" })).toBeVisible();
  await at.kanal.kill();
  await rooms.getByRole("link", { name: "Planning" }).click();
  const again = page.getByRole("main").getByRole("button", { name: "Try again" });
  await expect(again).toBeVisible();
  await again.click();
  await rooms.getByRole("link", { name: "Conversations" }).click();
  await expect(page.getByText("No conversation open")).toBeVisible();
  await rooms.getByRole("link", { name: "Planning" }).click();
  await at.kanal.startAgain();
  await again.click();
  await expect(page.getByRole("link", { name: "Shifts" })).toBeVisible();
});
