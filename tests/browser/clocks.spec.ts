import { Agent } from "./parts/agent";
import { expect, test } from "./parts/test";

for (const [off, minutes] of [
  ["fast", 2],
  ["slow", -2],
] as const)
  test(`On a computer whose clock is two minutes ${off} an offer rings as long as it lasts, and a wait is as long as it is`, async ({
    at,
    browser,
    visitor,
  }) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.clock.install({ time: Date.now() + minutes * 60_000 });
    const agent = new Agent(await context.newPage(), at);
    await agent.signIn();
    await agent.becomeAvailable();

    await visitor.open();
    await visitor.ask("Er der plads til en cykel?");
    await expect(agent.offers.getByText("Er der plads til en cykel?")).toBeVisible();
    await expect(agent.offers.getByRole("timer")).toHaveAccessibleName(/^([1-9]|[1-5]\d) seconds left$/);
    await expect(agent.offers.getByText(/waited \d+ sec/)).toBeVisible();

    await agent.accept("Er der plads til en cykel?");
    const waits = agent.page
      .getByRole("navigation")
      .or(agent.page.getByRole("region", { name: "Conversations" }));
    await expect(waits.getByText(/2 min/)).toHaveCount(0);
    await context.close();
  });
