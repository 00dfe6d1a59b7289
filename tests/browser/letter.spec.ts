import type { Page } from "@playwright/test";
import { DeskApi } from "./parts/desk-api";
import { MailServer } from "./parts/mail-server";
import { serious } from "./parts/serious";
import { expect, test } from "./parts/test";

const anna = "anna@nowak.example";
const piotr = "piotr@nowak.example";
const picture = "https://pictures.example/fjord.png";
const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const letter = (id: string, subject: string, type: string, body: string, more: string[] = []) =>
  [
    `From: Anna Nowak <${anna}>`,
    "To: Fjordrejser <post@fjordrejser.example>",
    `Cc: Piotr Nowak <${piotr}>`,
    `Subject: ${subject}`,
    `Message-ID: <${id}@nowak.example>`,
    "Date: Mon, 4 May 2026 10:00:00 +0200",
    "MIME-Version: 1.0",
    `Content-Type: ${type}; charset=utf-8`,
    ...more,
    "",
    body,
    "",
  ].join("\r\n");

/** As a mail server hands it in. */
async function handIn(page: Page, url: string, mailbox: string, raw: string) {
  const answer = await page.request.post(`${url}/api/v1/mailboxes/${mailbox}/letters`, {
    headers: { "X-Kanal-Desk": "1", "Content-Type": "message/rfc822" },
    data: Buffer.from(raw),
  });
  expect(answer.status(), await answer.text()).toBe(201);
}

test("A letter is read in safety, answered to all, and what is another matter is split off and taken back", async ({
  at,
  agent,
}) => {
  const { page, conversation } = agent;
  const smtp = await MailServer.start(piotr);
  const api = new DeskApi(page, at.kanal.url);
  const [{ id: site }] = (await api.get("/sites")).data;
  const mailbox = await api.post("/mailboxes", {
    site,
    address: "post@fjordrejser.example",
    acknowledges: false,
    outgoing: { host: "127.0.0.1", port: smtp.port, security: "none", authentication: "password" },
  });
  const fetched: string[] = [];
  await page.route(picture, (route) => {
    fetched.push(route.request().url());
    return route.fulfill({ contentType: "image/png", body: pixel });
  });

  const sheet = conversation.frameLocator("iframe");
  await test.step("It rings, and is shown as it looks, without its script and with its pictures held back", async () => {
    const html = `<h1 style="color:#123a7a">Geiranger</h1><p>Er der plads til <b>to</b>?</p><img src="${picture}" alt="fjord" width="40" height="40"><script>document.title="caught"</script><div>Den 3. maj 2026 kl. 09.12 skrev Fjordrejser &lt;post@fjordrejser.example&gt;:<br></div><blockquote type="cite">Velkommen</blockquote>`;
    await handIn(page, at.kanal.url, mailbox.id, letter("first", "Turen til Geiranger", "text/html", html));
    await agent.offers.getByRole("button", { name: "Accept" }).click();
    await expect(sheet.getByRole("heading", { name: "Geiranger" })).toBeVisible();
    await expect(sheet.getByText("Er der plads til")).toBeVisible();
    await expect(sheet.locator("script")).toHaveCount(0);
    await expect(sheet.getByText("Velkommen")).toBeHidden();
    await conversation.getByRole("button", { name: "Show quote and signature" }).click();
    await expect(sheet.getByText("Velkommen")).toBeVisible();
    expect(fetched).toEqual([]);
    expect(await serious(page)).toEqual([]);
    await conversation.getByRole("button", { name: "Show pictures" }).click();
    await expect.poll(() => fetched).toEqual([picture]);
  });

  await test.step("That no menu brought it is said, and is no fault", async () => {
    const faults: string[] = [];
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    await page.getByRole("button", { name: "Why did they see this?" }).click();
    const why = page.getByRole("dialog", { name: "Why did they see this?" });
    await expect(why.getByText("This conversation did not come from a menu")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(why).toBeHidden();
    expect(faults).toEqual([]);
  });

  await test.step("The answer goes to all, and what each mail server said stands below it", async () => {
    await expect(conversation.getByRole("radio", { name: "Reply to all" })).toBeChecked();
    const field = page.getByRole("textbox", { name: "Reply" });
    await field.fill("Ja, der er to pladser tilbage.");
    await field.press("Control+Enter");
    await expect(conversation.getByText(`${anna}: accepted by the mail server`)).toBeVisible();
    await expect(conversation.getByText(`${piotr}: Not delivered`)).toBeVisible();
    await expect(conversation.getByText("No such user here").first()).toBeVisible();
    await conversation.getByRole("button", { name: "Show each attempt" }).click();
    await expect(conversation.getByRole("list", { name: "Attempts" }).getByText("failed")).toBeVisible();
    await conversation.getByRole("button", { name: "Show quote and signature" }).click();
    await expect(conversation.getByRole("log").getByText("Er der plads til")).toBeVisible();
    await expect.poll(() => smtp.taken.length).toBe(1);
    expect(smtp.taken[0]).toContain("In-Reply-To: <first@nowak.example>");
  });

  await test.step("Another subject is another matter, until somebody says that it is not", async () => {
    const words = "Jeg mangler en faktura.";
    const reply = ["In-Reply-To: <first@nowak.example>"];
    await handIn(page, at.kanal.url, mailbox.id, letter("second", "Faktura", "text/plain", words, reply));
    const inStream = conversation.getByRole("log").getByText(words, { exact: true });
    await expect(inStream).toBeVisible();
    await conversation.getByRole("button", { name: "Split off", exact: true }).click();
    await expect(conversation.getByText("This message is now in another conversation.")).toBeVisible();
    await expect(inStream).toBeHidden();
    expect(await serious(page)).toEqual([]);
    await conversation.getByRole("button", { name: "Undo" }).click();
    await expect(inStream).toBeVisible();
  });

  await test.step("The mailbox's form says what works", async () => {
    await page.goto(`${at.kanal.url}/desk/settings/email/${mailbox.id}`);
    const form = page.getByRole("dialog", { name: "post@fjordrejser.example" });
    await form.getByRole("button", { name: "Test the connection" }).click();
    await expect(form.getByText("Everything works.")).toBeVisible();
    expect(await serious(page)).toEqual([]);
  });
  smtp.stop();
});
