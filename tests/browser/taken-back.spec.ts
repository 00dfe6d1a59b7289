import { DeskApi } from "./parts/desk-api";
import { expect, test } from "./parts/test";

test("A choice that could not be kept is shown as it was before", async ({ agent: { page } }) => {
  await page.route("**/session/preferences", (route) => route.fulfill({ status: 500 }));
  await page.getByRole("button", { name: "Mette: account and theme" }).click();
  const themes = page.getByRole("radiogroup", { name: "Theme" });
  await themes.getByText("Dark", { exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: /\w/ })).toBeVisible();
  await expect(themes.getByRole("radio", { name: "Dark" })).not.toBeChecked();
});

test("Who wished to be away in vain is told when they are sent away later", async ({
  agent: { page },
  at,
}) => {
  await page.route("**/presence", (route) => route.abort());
  await page.getByRole("button", { name: /Your presence/ }).click();
  await page.getByRole("menuitem", { name: /^Away/ }).click();
  await expect(page.getByRole("alert").filter({ hasText: /\w/ })).toBeVisible();
  await page.unroute("**/presence");

  const api = new DeskApi(page, at.kanal.url);
  const { agent } = await api.get("/session");
  await api.put(`/agents/${agent.id}/presence`, { presence: "away" });
  await expect(page.getByRole("button", { name: "Your presence: Away. Change it" })).toBeVisible();
  await expect(page.getByText("You are away. New conversations go to others.")).toBeVisible();
});
