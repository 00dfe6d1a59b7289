import { DeskApi } from "./parts/desk-api";
import { expect, test } from "./parts/test";

test("A long queue has the longest wait first, goes on when scrolled, and fills up when it gets shorter", async ({
  at,
  agent,
}) => {
  const api = new DeskApi(agent.page, at.kanal.url);
  await api.put(`/agents/${(await api.get("/session")).agent.id}/presence`, { presence: "onBreak" });
  const conversations: string[] = [];
  for (let number = 1; number <= 70; number++) {
    const data = { clientId: `client-${number}`, channel: "chat", text: `Number ${number}` };
    const url = `${at.kanal.url}/public/v1/sites/${at.site}/conversations`;
    const answer = await agent.page.request.post(url, { data });
    conversations.push((await answer.json()).conversation);
  }

  await agent.page.goto(`${at.kanal.url}/desk/conversations?list=queue`);
  const waiting = agent.page.getByRole("list", { name: "Queue" });
  const word = (number: number) => waiting.getByText(`Number ${number}`, { exact: true });

  await test.step("All are counted, and the first to come is on top", async () => {
    await expect(agent.page.getByText("Queue 70")).toBeVisible();
    await expect(waiting.getByRole("listitem").first()).toContainText("Number 1");
  });

  await test.step("Behind the first page comes the next", async () => {
    await expect(async () => {
      await waiting.hover();
      await agent.page.mouse.wheel(0, 4_000);
      await expect(word(70)).toBeVisible({ timeout: 500 });
    }).toPass();
    await agent.page.mouse.wheel(0, -40_000);
    await expect(word(1)).toBeVisible();
  });

  await test.step("Where the first page leaves, the next takes its place", async () => {
    await agent.page.reload();
    await expect(word(1)).toBeVisible();
    for (const id of conversations.slice(0, 49))
      await api.post(`/conversations/${id}/wrap-up`, { outcome: "solved" });
    await expect(waiting.getByRole("listitem").first()).toContainText("Number 50");
    await expect(word(55)).toBeVisible();
    await expect(agent.page.getByText("Queue 21")).toBeVisible();
  });
});
