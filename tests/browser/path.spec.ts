import { expect, test } from "./parts/test";
import { Visitor } from "./parts/visitor";

const question = "Er der plads til to på turen til Geiranger den 4. juli?";

test.use({ ownProcess: true });

test("A visitor asks, an agent answers, and both see it through to the end", async ({
  at,
  visitor,
  agent,
}) => {
  await test.step("The visitor asks, and it rings at the desk", async () => {
    await visitor.open();
    await visitor.ask(question);
    await agent.accept(question);
  });

  await test.step("Both talk", async () => {
    await agent.reply("Ja, der er to pladser tilbage.");
    await visitor.sees("Ja, der er to pladser tilbage.");
    await visitor.write("Dem vil jeg gerne have!");
    await agent.sees("Dem vil jeg gerne have!");
  });

  await test.step("Each sees the other write", async () => {
    await agent.page.getByRole("textbox", { name: "Reply" }).pressSequentially("Et øje");
    await expect(visitor.panel.getByText(`${at.agentName} is typing…`)).toBeVisible();
    await agent.page.getByRole("textbox", { name: "Reply" }).fill("");
  });

  await test.step("From the middle of a reply the desk is searched, and a click on Note is enough to write one", async () => {
    const reply = agent.page.getByRole("textbox", { name: "Reply" });
    await reply.press("Control+k");
    const search = agent.page.getByRole("dialog").getByRole("textbox");
    await expect(search).toBeFocused();
    await search.press("Escape");
    await agent.page.getByText("Note", { exact: true }).click();
    await expect(agent.page.getByRole("textbox", { name: "Note", exact: true })).toBeFocused();
    await agent.page.getByText("Reply", { exact: true }).click();
    await expect(reply).toBeFocused();
  });

  const before = await visitor.said();
  await test.step("The visitor goes to another page and loses nothing", async () => {
    await visitor.page.goto(at.visitorPage("trips"));
    await visitor.isBack();
    await expect.poll(() => visitor.said()).toEqual(before);
  });

  await test.step("A second tab has the same conversation, and what is said in one is in the other", async () => {
    const tab = new Visitor(await visitor.page.context().newPage());
    await tab.page.goto(at.visitorPage("terms"));
    await tab.isBack();
    await expect.poll(() => tab.said()).toEqual(before);
    await tab.write("Jeg læser lige betingelserne.");
    await visitor.sees("Jeg læser lige betingelserne.");
    await agent.sees("Jeg læser lige betingelserne.");
    await tab.page.close();
  });

  await test.step("The agent wraps up, and the visitor rates", async () => {
    await agent.wrapUp("Sale");
    await expect(visitor.panel.getByText("The chat has ended.")).toBeVisible();
    await visitor.rate("Very good");
    await expect(agent.conversation.getByText(/gave 5 of 5/)).toBeVisible();
    await visitor.panel.getByRole("textbox", { name: /add something/ }).fill("Tak!");
    await visitor.panel.getByRole("button", { name: "Send" }).click();
    await expect(agent.page.getByRole("complementary").getByText("5/5 Tak!")).toBeVisible();
    await expect(agent.conversation.getByText(/gave 5 of 5/)).toHaveCount(1);
  });
});

test("A note that was begun stays a note, whatever else is looked at meanwhile", async ({
  at,
  visitor,
  agent,
}) => {
  const words = "Har allerede fået rabat";
  const note = agent.page.getByRole("textbox", { name: "Note", exact: true });
  await visitor.open();
  await visitor.ask(question);
  await agent.accept(question);
  await agent.page.getByText("Note", { exact: true }).click();
  await note.fill(words);
  await agent.page.getByRole("link", { name: "Customers" }).click();
  await expect(agent.conversation).toBeHidden();
  await agent.page.goBack();
  await expect(note).toHaveValue(words);
  await agent.page.reload();
  await expect(note).toHaveValue(words);
  await note.press("Enter");
  await agent.sees(words);
  expect(await visitor.said()).toEqual([question]);
  await agent.page.getByRole("textbox", { name: "Reply" }).fill("Ja");

  await test.step("Whoever goes elsewhere types no more, and whoever has left is there no more", async () => {
    await expect(visitor.panel.getByText(`${at.agentName} is typing…`)).toBeVisible();
    await agent.page.getByRole("link", { name: "Customers" }).click();
    await expect(visitor.panel.getByText(`${at.agentName} is typing…`)).toBeHidden({ timeout: 3_000 });
    await agent.page.goBack();
    const there = agent.page
      .getByRole("list", { name: "Mine" })
      .getByRole("img", { name: "On the site now" });
    await expect(there).toBeVisible();
    await visitor.page.goto("about:blank");
    await expect(there).toBeHidden();
  });
});

test("A killed server costs neither side a word", async ({ at, visitor, agent }) => {
  await visitor.open();
  await visitor.ask(question);
  await agent.accept(question);
  await agent.reply("Et øjeblik, jeg ser efter.");
  await visitor.sees("Et øjeblik, jeg ser efter.");

  await at.kanal.kill();
  // Both go on writing while nobody is there.
  await visitor.write("Er I der endnu?");
  await agent.reply("Ja, der er to pladser tilbage.");
  await at.kanal.startAgain();

  await agent.sees("Er I der endnu?");
  await visitor.sees("Ja, der er to pladser tilbage.");
  await visitor.write("Godt!");
  await agent.sees("Godt!");
  expect((await visitor.said()).sort()).toEqual(
    [
      question,
      "Et øjeblik, jeg ser efter.",
      "Er I der endnu?",
      "Ja, der er to pladser tilbage.",
      "Godt!",
    ].sort(),
  );
});

test("A draft and the agent's conversations outlive a reload and a new server", async ({
  at,
  visitor,
  agent,
}) => {
  await visitor.open();
  await visitor.ask(question);
  await agent.accept(question);
  const draft = "Ja, men kun hvis I kan rejse om morgenen";
  await agent.page.getByRole("textbox", { name: "Reply" }).fill(draft);
  await at.kanal.kill();
  await at.kanal.startAgain();
  await agent.page.reload();
  await expect(agent.page.getByRole("textbox", { name: "Reply" })).toHaveValue(draft);
  await agent.sees(question);
});
