import { test as base } from "@playwright/test";
import { Agent } from "./agent";
import { Installation } from "./installation";
import { Visitor } from "./visitor";

interface Parts {
  /** A server of this test's own, so that tests can't meet each other's visitors. */
  at: Installation;
  /** On a page with the widget. */
  visitor: Visitor;
  /** Signed in, in another browser context, and available. */
  agent: Agent;
}

export const test = base.extend<Parts>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for the pattern
  at: async ({}, use, info) => {
    const at = await Installation.start(info.project.name);
    await use(at);
    if (info.status !== info.expectedStatus) await info.attach("server", { body: at.kanal.printed });
    await at.stop();
  },
  visitor: async ({ browser, at }, use) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(at.visitorPage("front"));
    await use(new Visitor(page));
    await context.close();
  },
  agent: async ({ browser, at }, use) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const agent = new Agent(await context.newPage(), at);
    await agent.signIn();
    await agent.becomeAvailable();
    await use(agent);
    await context.close();
  },
});

export { expect } from "@playwright/test";
