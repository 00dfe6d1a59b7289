import { DeskApi } from "./parts/desk-api";
import { expect, test } from "./parts/test";

test("Whoever opens a colleague's conversation reads along, and goes on when it is handed to them", async ({
  at,
  visitor,
  agent,
}) => {
  const api = new DeskApi(agent.page, at.kanal.url);
  const email = "bo@fjordrejser.example";
  const colleague = await api.post("/agents", { name: "Bo", email, role: "agent", maxChats: 3 });
  const { secret } = await api.post("/keys", { name: "Bo", scopes: ["*"], agent: email });
  const asColleague = async (path: string, data: unknown) => {
    const answer = await agent.page.request.post(`${at.kanal.url}/api/v1${path}`, {
      headers: { Authorization: `Bearer ${secret}` },
      data,
    });
    expect(answer.ok()).toBe(true);
  };

  await visitor.open();
  await visitor.ask("Hvornår går færgen?");
  await expect(agent.offers.getByText("Hvornår går færgen?")).toBeVisible();
  const id = (await api.get("/conversations?list=queue")).data[0].id;
  await asColleague(`/conversations/${id}/take`, {});

  await test.step("Opened from outside every list, it is told live", async () => {
    await agent.page.goto(`${at.kanal.url}/desk/conversations/${id}`);
    await agent.sees("Hvornår går færgen?");
    await visitor.write("Altså den sidste.");
    await agent.sees("Altså den sidste.");
    await asColleague(`/conversations/${id}/messages`, { clientId: "bo-1", text: "Klokken ti." });
    await agent.sees("Klokken ti.");
  });

  await test.step("What was said while another page was shown is there at the next look", async () => {
    await agent.page.getByRole("link", { name: "Customers" }).click();
    await expect(agent.conversation).toBeHidden();
    await visitor.write("Og om søndagen?");
    await agent.page.goBack();
    await agent.sees("Og om søndagen?");
  });

  await test.step("Handed over, it goes on at once, and counts as unread where it is not open", async () => {
    const me = (await api.get("/session")).agent.id;
    await asColleague(`/conversations/${id}/transfer`, { agent: me });
    await visitor.write("Er du der?");
    await agent.sees("Er du der?");
    await agent.page.goto(`${at.kanal.url}/desk/conversations`);
    await visitor.write("Hallo?");
    await expect(agent.page.getByRole("list", { name: "Mine" }).getByText("Hallo?")).toBeVisible();
    expect(colleague.id).not.toBe(me);
  });

  await test.step("Given to nobody, its words show in the queue", async () => {
    const queue = (await api.get(`/conversations/${id}`)).queue;
    await api.put(`/agents/${(await api.get("/session")).agent.id}/presence`, { presence: "onBreak" });
    await api.post(`/conversations/${id}/transfer`, { queue });
    await agent.page
      .getByText(/^Queue/)
      .first()
      .click();
    const waiting = agent.page.getByRole("list", { name: "Queue" });
    await expect(waiting.getByText("Hallo?")).toBeVisible();
    await visitor.write("Er her slet ingen?");
    await expect(waiting.getByText("Er her slet ingen?")).toBeVisible();
  });
});
