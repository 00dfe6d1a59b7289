import { expect, test } from "vitest";
import type { MenuEntry } from "../../contract";
import { canBeGone, wayLink } from "./way-link";

const host = { base: "https://kanal.example/", key: "fjord rejser", language: "da" };
const way = (channel: string, address?: string) => ({ channel, address }) as MenuEntry;

test("Help leads where the server says, or to the help centre's front in the visitor's language", () => {
  expect(wayLink(way("help", "/help/fjord/da"), host)).toBe("https://kanal.example/help/fjord/da");
  expect(wayLink(way("help", "https://hjaelp.fjordrejser.dk/da"), host)).toBe(
    "https://hjaelp.fjordrejser.dk/da",
  );
  expect(wayLink(way("help"), host)).toBe("https://kanal.example/help/fjord%20rejser/da");
});

test("Numbers, addresses and links of channels that nobody here knows can be followed", () => {
  expect(wayLink(way("phone", "+45 20 30 40 50"), host)).toBe("tel:+4520304050");
  expect(wayLink(way("sms", "1204 55"), host)).toBe("sms:120455");
  expect(wayLink(way("post", "hej@fjordrejser.dk"), host)).toBe("mailto:hej@fjordrejser.dk");
  expect(wayLink(way("messenger", "https://m.me/fjordrejser"), host)).toBe("https://m.me/fjordrejser");
});

test("What can't be followed safely is not offered", () => {
  for (const address of [
    "javascript:alert(1)",
    "data:text/html,x",
    "ask at the desk",
    "//elsewhere.example/x",
    "",
  ])
    expect(canBeGone(way("other", address), host)).toBe(false);
  expect(canBeGone(way("phone"), host)).toBe(false);
  expect(canBeGone(way("chat"), host)).toBe(true);
});
