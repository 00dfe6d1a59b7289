import { publish } from "./parts/article";
import { DeskApi } from "./parts/desk-api";
import { serious } from "./parts/serious";
import { expect, test } from "./parts/test";

const question = "Can I take my dog on board?";

test("an article is written, previewed, published, found by customers and colleagues, and an earlier version comes back", async ({
  at,
  agent,
  visitor,
}) => {
  const { page } = agent;
  await page.getByRole("link", { name: "Knowledge" }).click();
  await expect(page.getByText("Nothing written yet")).toBeVisible();
  expect.soft(await serious(page), "empty").toEqual([]);
  await page.getByRole("button", { name: "New article" }).click();
  await page.getByRole("textbox", { name: "Title" }).fill("Dogs on board");
  await page.getByRole("button", { name: "Begin to write" }).click();

  const text = page.getByRole("textbox", { name: "Text", exact: true });
  await text.fill("Dogs sleep in the cabin.");
  await text.press("ControlOrMeta+a");
  await page.getByRole("button", { name: "Bold (Ctrl+B)" }).click();
  await expect(text).toHaveValue("**Dogs sleep in the cabin.**");
  const preview = page.getByRole("region", { name: "Preview" });
  await expect(preview.locator("strong")).toHaveText("Dogs sleep in the cabin.");
  await page.getByRole("textbox", { name: "How people ask" }).fill(question);
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  expect.soft(await serious(page), "writing").toEqual([]);

  const publish = page.getByRole("dialog", { name: /^Publish/ });
  await page.getByRole("button", { name: "Publish…" }).click();
  await publish.getByRole("textbox", { name: /What is new/ }).fill("The first one");
  expect.soft(await serious(page), "publishing").toEqual([]);
  await publish.getByRole("button", { name: "Publish now" }).click();
  await expect(publish).toBeHidden();

  await test.step("a visitor finds it by how people ask", async () => {
    await visitor.open();
    await visitor.panel.getByLabel("Your question").pressSequentially("take my dog on board");
    await expect(visitor.panel.getByRole("button", { name: /Dogs on board/ })).toBeVisible();
  });

  await text.fill("Dogs and cats sleep in the cabin.");
  await page.getByRole("button", { name: "Publish…" }).click();
  await publish.getByRole("button", { name: "Publish now" }).click();
  await expect(publish).toBeHidden();

  await test.step("the history says who and what, and gives the first version back", async () => {
    await page.getByRole("button", { name: "History" }).click();
    const history = page.getByRole("dialog", { name: "History" });
    await expect(history.getByRole("button", { name: /Version 2/ })).toContainText("Mette");
    await expect(history.locator("ins")).toContainText("and cats");
    expect.soft(await serious(page), "history").toEqual([]);
    await history.getByRole("button", { name: /Version 1.*The first one/ }).click();
    await history.getByRole("button", { name: "Make it the draft" }).click();
    await expect(text).toHaveValue("**Dogs sleep in the cabin.**");
    await expect(page.getByText("unpublished changes")).toBeVisible();
  });

  await test.step("what is due in a moment is in the help centre a moment later", async () => {
    const api = new DeskApi(page, at.kanal.url);
    const [site] = (await api.get("/sites")).data;
    const content = { title: "Cats on board", body: "Cats too." };
    const { id } = await api.post("/articles", { kind: "article", site: site.id, language: "en", content });
    const due = Date.now() + 4_000;
    await api.post(`/articles/${id}/texts/en/publish`, { at: new Date(due).toISOString() });
    const cats = `${at.kanal.url}/help/${at.site}/en/articles/cats-on-board`;
    const early = (await page.request.get(cats)).status();
    // Where the machine is slow, it may be due by now.
    if (Date.now() < due) expect(early).toBe(404);
    await expect.poll(async () => (await page.request.get(cats)).status(), { timeout: 30_000 }).toBe(200);
  });

  await test.step("tomorrow it changes by itself", async () => {
    await page.getByRole("button", { name: "Publish…" }).click();
    await publish.getByText("Later", { exact: true }).click();
    await publish.getByLabel("Public from").fill("2099-06-01T09:00");
    await publish.getByRole("button", { name: "Schedule", exact: true }).click();
    await expect(page.getByText(/^goes out 1 Jun/)).toBeVisible();
  });
  await page.getByRole("button", { name: "Back to the articles" }).click();
  await expect(page.getByRole("link", { name: /Dogs on board/ })).toContainText("Mette");
  expect.soft(await serious(page), "list").toEqual([]);
  await page.getByRole("searchbox").fill("dogg");
  await expect(page.getByRole("link", { name: /Dogs on board/ })).toBeVisible();
  expect(at.kanal.printed).not.toContain("Unhandled");
});

test("two who write at once are told, and choose", async ({ at, agent }) => {
  const { page } = agent;
  const api = new DeskApi(page, at.kanal.url);
  const [site] = (await api.get("/sites")).data;
  const content = { title: "Refunds", body: "Within 14 days." };
  const { id } = await api.post("/articles", { kind: "article", site: site.id, language: "en", content });
  await page.goto(`${at.kanal.url}/desk/knowledge/articles/${id}`);
  const text = page.getByRole("textbox", { name: "Text", exact: true });
  await expect(text).toHaveValue("Within 14 days.");

  // What others write appears while nothing is written here.
  await api.put(`/articles/${id}/texts/en`, { content: { ...content, body: "Within 10 days." }, edition: 1 });
  await expect(text).toHaveValue("Within 10 days.");

  // The other's save goes out first, and this page learns of it only by its own.
  const other = { content: { ...content, body: "Within 7 days." }, edition: 2 };
  await page.route(
    "**/texts/en",
    async (route) => {
      await api.put(`/articles/${id}/texts/en`, other);
      await route.continue();
    },
    { times: 1 },
  );
  await text.fill("Within 5 days.");
  const conflict = page.getByRole("alert").filter({ hasText: "Two have written at once" });
  await expect(conflict).toBeVisible();
  await conflict.getByRole("button", { name: "See the difference" }).click();
  await expect(page.getByRole("dialog").locator("del")).toContainText("7");
  expect.soft(await serious(page), "conflict").toEqual([]);
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await conflict.getByRole("button", { name: "Keep mine" }).click();
  await expect(conflict).toBeHidden();
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  expect((await api.get(`/articles/${id}`)).texts[0].draft.content.body).toBe("Within 5 days.");
});

test("a form is built and tried out by the keyboard, and keeps its order", async ({ at, agent }) => {
  const { page } = agent;
  const api = new DeskApi(page, at.kanal.url);
  const [site] = (await api.get("/sites")).data;
  const content = { title: "Lost luggage" };
  const { id } = await api.post("/articles", { kind: "form", site: site.id, language: "en", content });
  await page.goto(`${at.kanal.url}/desk/knowledge/articles/${id}`);
  for (const kind of ["Short text", "One of several"]) {
    await page.getByRole("button", { name: "Add a field" }).click();
    await page.getByRole("menuitem", { name: kind, exact: true }).click();
  }
  const fields = page.getByRole("group", { name: "Fields" });
  await fields.getByRole("textbox", { name: "Question" }).first().fill("Booking number");
  await fields.getByRole("checkbox", { name: "Must be answered" }).first().check();
  await fields.getByRole("textbox", { name: "Question" }).nth(1).fill("What happened?");
  await fields.getByRole("textbox", { name: "Choice 1" }).fill("It never came");
  await fields.getByRole("button", { name: "Move Booking number down" }).click();
  await page.getByText("Try it", { exact: true }).filter({ visible: true }).click();
  const tryOut = page.getByRole("region", { name: "Try it" });
  await tryOut.getByRole("button", { name: "Send", exact: true }).click();
  await expect(tryOut.getByText("1 answer needs a change")).toBeVisible();
  expect.soft(await serious(page), "form").toEqual([]);
  await tryOut.getByRole("textbox", { name: "Booking number" }).fill("FR204518");
  await expect(tryOut.getByText("It would be sent")).toBeVisible();
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  const [text] = (await api.get(`/articles/${id}`)).texts;
  expect(text.draft.content.fields.map((field: { key: string }) => field.key)).toEqual([
    "what-happened",
    "booking-number",
  ]);
});

test("a short answer is written once and stands in a reply with the names filled in", async ({
  agent,
  visitor,
}) => {
  const { page } = agent;
  await page.getByRole("link", { name: "Knowledge" }).click();
  await page.getByRole("button", { name: "New article" }).click();
  const dialog = page.getByRole("dialog", { name: "New article" });
  await dialog.getByText("Short answer", { exact: true }).filter({ visible: true }).click();
  await dialog.getByRole("textbox", { name: "Title" }).fill("Dogs");
  await dialog.getByRole("textbox", { name: "Shortcut" }).fill("dogs");
  await dialog.getByRole("button", { name: "Begin to write" }).click();
  const text = page.getByRole("textbox", { name: "Text", exact: true });
  await text.fill("Dogs are welcome. Regards, ");
  await text.press("End");
  await page.getByRole("button", { name: "Insert a name" }).click();
  await page.getByRole("menuitem", { name: "The agent's name" }).click();
  await expect(text).toHaveValue("Dogs are welcome. Regards, {{agent.name}}");
  await page.getByRole("button", { name: "Publish…" }).click();
  const publish = page.getByRole("dialog", { name: /^Publish/ });
  await publish.getByRole("button", { name: "Publish now" }).click();
  await expect(publish).toBeHidden();

  await visitor.open();
  await visitor.ask(question);
  await agent.accept(question);
  await page.getByRole("textbox", { name: "Reply" }).fill("/dogs");
  await page.getByRole("option", { name: /\/dogs/ }).click();
  await expect(page.getByRole("textbox", { name: "Reply" })).toHaveValue("Dogs are welcome. Regards, Mette");
});

test("what was sought in vain becomes an article, beside what visitors did next and what was spared", async ({
  at,
  agent,
}) => {
  const { page } = agent;
  const tell = (path: string, data: unknown) =>
    page.request.post(`${at.kanal.url}/public/v1/sites/${at.site}/${path}`, { data });
  const read = await publish(page, at, "article", { title: "Rain on the trip", body: "Bring a coat." });
  const { visitor } = await (await tell("menu", { facts: {} })).json();
  await tell("visits", { visitor, language: "en", shown: [read], read });
  const search = (q: string) =>
    page.request.get(`${at.kanal.url}/public/v1/sites/${at.site}/answers`, {
      params: { q, language: "en", done: "true" },
    });
  await search("whale safari");
  await tell("conversations", { clientId: "whales1", channel: "chat", text: "Do we see whales?" });
  await page.goto(`${at.kanal.url}/desk/knowledge/sought`);
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("row", { name: /whale safari/ })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  const spared = page.getByRole("region", { name: "Contacts spared" });
  await expect(spared.getByRole("row", { name: "Rain on the trip 1 1 0 0 0" })).toBeVisible();
  expect.soft(await serious(page), "sought").toEqual([]);
  await page.getByRole("button", { name: "1 came to us" }).click();
  const after = page.getByRole("dialog", { name: "Conversations after “whale safari”" });
  await expect(after.getByRole("link", { name: /Do we see whales\?/ })).toBeVisible();
  expect.soft(await serious(page), "came to us").toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Write this article: whale safari" }).click();
  const dialog = page.getByRole("dialog", { name: "New article" });
  await expect(dialog.getByRole("textbox", { name: "Title" })).toHaveValue("Whale safari");
  await dialog.getByRole("button", { name: "Begin to write" }).click();
  await expect(page.getByRole("textbox", { name: "How people ask" })).toHaveValue("whale safari");
});
