import { publish } from "./parts/article";
import { serious } from "./parts/serious";
import { expect, test } from "./parts/test";

const body = "You may bring **one suitcase** of 23 kg. [More](https://example.com/bags)";

test("answers appear while the visitor types, open in the panel and lead on with the question kept", async ({
  at,
  visitor,
  agent,
}) => {
  await publish(agent.page, at, "article", { title: "How much luggage is included", body });
  const { panel, page } = visitor;
  await visitor.open();
  const question = panel.getByLabel("Your question");
  await question.pressSequentially("lu");
  await expect(panel.getByRole("heading", { name: "Perhaps this answers it" })).toHaveCount(0);
  await question.pressSequentially("ggage for two");
  await expect(panel.getByRole("status").filter({ hasText: "1 answer" })).toHaveCount(1);
  await expect(question).toBeFocused();
  expect.soft(await serious(page), "answers").toEqual([]);

  await test.step("by the keyboard: send, then the answer", async () => {
    await page.keyboard.press("Tab");
    await expect(panel.getByRole("button", { name: "Send" })).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(panel.getByRole("heading", { name: "How much luggage is included" })).toBeFocused();
  });
  const link = panel.getByRole("link", { name: "More" });
  await expect(link).toHaveAttribute("target", "_blank");
  await expect(link).toHaveAttribute("rel", /noopener/);
  await expect(panel.locator("strong")).toHaveText("one suitcase");
  expect.soft(await serious(page), "article").toEqual([]);

  await panel.getByRole("button", { name: "Back" }).click();
  await expect(panel.getByRole("button", { name: /How much luggage/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await panel.getByRole("button", { name: "No, write to us" }).click();
  await expect(question).toBeFocused();
  await expect(question).toHaveValue("luggage for two");
  await page.keyboard.press("Enter");
  await visitor.sees("luggage for two");
  await expect(panel.getByText("Perhaps this answers it")).toHaveCount(0);
});

test("a guide is read step by step in the letter too, and a form becomes the message", async ({
  at,
  visitor,
  agent,
}) => {
  await publish(agent.page, at, "guide", {
    title: "Move your trip",
    steps: [
      { title: "Open your booking", body: "Top of the page." },
      { title: "Choose a new date", body: "In the calendar." },
    ],
  });
  await publish(agent.page, at, "form", {
    title: "Report lost luggage",
    fields: [
      { key: "booking", kind: "text", label: "Booking number", required: true },
      {
        key: "what",
        kind: "choice",
        label: "What happened?",
        required: true,
        choices: [
          { key: "lost", label: "It never came" },
          { key: "torn", label: "It is damaged" },
        ],
      },
    ],
  });
  const { panel, page } = visitor;
  await visitor.open();
  await panel.getByRole("button", { name: /^Email/ }).click();
  const message = panel.getByLabel("Your message");
  await message.pressSequentially("move trip");
  await panel.getByRole("button", { name: "Move your trip" }).click();
  await expect(panel.getByText("Step 1 of 2")).toBeVisible();
  await panel.getByRole("button", { name: "Next step" }).click();
  await expect(panel.getByRole("heading", { name: "Choose a new date" })).toBeFocused();
  expect.soft(await serious(page), "guide").toEqual([]);
  await panel.getByRole("button", { name: "Yes" }).click();
  await expect(panel.getByText("Good. Thank you for telling us.")).toBeVisible();
  await panel.getByRole("button", { name: "Back" }).click();

  await message.fill("");
  await message.pressSequentially("lost luggage");
  await panel.getByRole("button", { name: /Report lost luggage/ }).click();
  await panel.getByRole("button", { name: "Put this in my message" }).click();
  await expect(panel.getByLabel("Booking number")).toBeFocused();
  expect.soft(await serious(page), "form").toEqual([]);
  await panel.getByLabel("Booking number").fill("FR204518");
  await panel.getByLabel("It never came").check();
  await panel.getByRole("button", { name: "Put this in my message" }).click();
  await expect(message).toHaveValue(
    "lost luggage\n\nReport lost luggage\nBooking number: FR204518\nWhat happened?: It never came",
  );
});
