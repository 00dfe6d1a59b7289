import { test as base } from "@playwright/test";
import { Agent } from "./agent";
import { Installation } from "./installation";
import { Kanal } from "./kanal";
import { Stage } from "./stage";
import { Visitor } from "./visitor";

interface Parts {
  /** For tests that kill their server, or are about the program as it is started. */
  ownProcess: boolean;
  /** A server of this test's own, so that tests can't meet each other's visitors. */
  at: Installation;
  /** On a page with the widget. */
  visitor: Visitor;
  /** Signed in, in another browser context, and available. */
  agent: Agent;
}

// All that tests share with those after them is here: one with other such parts would get another worker, with a browser of its own.
interface SharedParts {
  stage: Stage;
  /** The demo, where there is enough to read; for tests that only read and write to it, in files that stay with one worker. */
  demo: Kanal;
}

export const test = base.extend<Parts, SharedParts>({
  stage: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for the pattern
    async ({}, use) => {
      const stage = Stage.open();
      await use(stage);
      await stage.close();
    },
    { scope: "worker" },
  ],
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for the pattern
    async ({}, use, info) => {
      const demo = await Kanal.start(info.project.name, "demo", "--quiet-visitors");
      await use(demo);
      await demo.stop();
    },
    { scope: "worker" },
  ],
  ownProcess: [false, { option: true }],
  at: async ({ ownProcess, stage }, use, info) => {
    const at = await Installation.start(info.project.name, ownProcess ? undefined : stage);
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
