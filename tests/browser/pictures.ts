import { resolve } from "node:path";
import { test } from "./parts/test";

const picture = (name: string) => ({ path: resolve(import.meta.dirname, `../../docs/pictures/${name}.png`) });

test("Pictures of a conversation", async ({ visitor, agent }) => {
  await visitor.page.setViewportSize({ width: 390, height: 780 });
  await visitor.open();
  await visitor.ask("Er der plads til to på turen til Geiranger den 4. juli?");
  await agent.accept("Er der plads til to på turen til Geiranger den 4. juli?");
  await agent.reply("Hej! Ja, der er to udvendige kahytter tilbage. Skal jeg holde en til jer?");
  await visitor.sees("Hej! Ja, der er to udvendige kahytter tilbage. Skal jeg holde en til jer?");
  await visitor.write("Ja tak! Er morgenmaden med?");
  await agent.sees("Ja tak! Er morgenmaden med?");
  await agent.reply("Ja, alle måltider om bord er med i prisen.");
  await visitor.sees("Ja, alle måltider om bord er med i prisen.");
  await visitor.page.screenshot(picture("widget"));
  await agent.page.screenshot(picture("desk"));
  await agent.page.emulateMedia({ colorScheme: "dark" });
  await agent.page.screenshot(picture("desk-dark"));
});
