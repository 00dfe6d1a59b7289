import { DeskApi } from "./parts/desk-api";
import { serious } from "./parts/serious";
import { expect, test } from "./parts/test";

const question = "Kan vi få en kahyt med vindue?";
const password = "Endnu en lang sætning 8";

test("a supervisor lets another queue help from an alert, and ends it again", async ({
  at,
  visitor,
  agent,
}) => {
  const { page } = agent;
  const api = new DeskApi(page, at.kanal.url);
  const { id: bookings } = await api.post("/queues", { name: "Bookings" });
  const mette = (await api.get("/session")).agent.id;
  // Mette serves Bookings alone, so nobody serves the queue in which visitors wait.
  await api.post("/teams", { name: "Bookers", members: [mette], queues: [bookings] });
  await visitor.open();
  await visitor.ask(question);
  await page.goto(`${at.kanal.url}/desk/wallboard`);
  const alerts = page.getByRole("listitem").filter({ hasText: /nobody is available|waited longer/ });
  await alerts.first().getByRole("button", { name: "Let others help" }).click();
  const dialog = page.getByRole("dialog", { name: /let another queue help/ });
  await expect(dialog.getByRole("combobox", { name: "Who helps" })).toHaveValue("Bookings: 1 available");
  expect.soft(await serious(page), "dialog").toEqual([]);
  await dialog.getByRole("button", { name: "They help now" }).click();
  const row = page.getByRole("rowheader", { name: /Bookings helps until/ });
  await expect(row).toBeVisible();
  await expect(agent.offers.getByText(question)).toBeVisible();
  expect.soft(await serious(page), "helped").toEqual([]);
  await row.getByRole("button", { name: "End the help of Bookings" }).click();
  await expect(row).toHaveCount(0);
});

test("an agent sees the wallboard without what only supervisors do", async ({
  at,
  browser,
  agent,
  visitor,
}) => {
  const api = new DeskApi(agent.page, at.kanal.url);
  const jonas = { name: "Jonas", email: "jonas@example.com", role: "agent", password };
  await api.post("/agents", jonas);
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${at.kanal.url}/desk/`);
  await page.getByRole("textbox", { name: "Email" }).fill(jonas.email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("link", { name: "Wallboard" }).click();
  await expect(page.getByRole("heading", { name: "You", exact: true })).toBeVisible();
  await visitor.open();
  await visitor.ask(question);
  await expect(page.getByRole("table").getByRole("cell").first()).toHaveText("1");
  await expect(page.getByText("Mette")).toBeVisible();
  await expect(page.getByRole("button", { name: /what can be done/ })).toHaveCount(0);
  await expect(page.getByRole("heading", { name: /need|Alerts/ })).toHaveCount(0);
  expect.soft(await serious(page), "an agent's board").toEqual([]);
});

test("the offer says why it rings here and why not at a colleague, and the conversation keeps it", async ({
  at,
  agent,
  visitor,
}) => {
  const api = new DeskApi(agent.page, at.kanal.url);
  const mette = (await api.get("/session")).agent.id;
  const jonas = await api.post("/agents", {
    name: "Jonas",
    email: "jonas@example.com",
    role: "agent",
    password,
  });
  const skill = (await api.post("/skills", { name: "Cabins" })).id;
  await api.put(`/agents/${mette}/skills/${skill}`, { level: 4 });
  await api.put(`/agents/${jonas.id}/skills/${skill}`, { level: 2 });
  await api.put(`/agents/${jonas.id}/presence`, { presence: "available" });
  const [queue] = (await api.get("/queues")).data;
  const steps = [{ needs: [{ skill, level: 2 }] }];
  await api.put(`/queues/${queue.id}`, { name: queue.name, terms: { steps } });
  await visitor.open();
  await visitor.ask(question);
  await expect(agent.offers.getByText(question)).toBeVisible();
  await expect(agent.offers.getByText("You are the best at what this needs")).toBeVisible();
  await agent.offers.getByText("Who else was considered").click();
  const passed = agent.offers.getByRole("listitem").filter({ hasText: "Jonas" });
  await expect(passed).toContainText("less skilled (2, the other 4)");
  expect.soft(await serious(agent.page), "offer").toEqual([]);
  await agent.accept(question);
  await agent.page.getByRole("button", { name: "Why?" }).click();
  const why = agent.page.getByRole("dialog", { name: "Why?" });
  await expect(why.getByText("Is best at what it needs")).toBeVisible();
  await expect(why.getByRole("listitem").filter({ hasText: "Jonas" })).toContainText(
    "less skilled (2, the other 4)",
  );
  expect.soft(await serious(agent.page), "why").toEqual([]);
});
