import { expect, test } from "vitest";
import type { MenuEntry } from "../../contract";
import { inPlace } from "./in-place";

const way = (channel: string, recommended = false): MenuEntry => ({
  channel,
  recommended,
  waitSeconds: null,
  waitLowSeconds: null,
  waitText: "",
  reason: "",
  until: null,
});
const [chat, call, email, help] = [way("chat"), way("callback"), way("email"), way("help")];
const drawn = (seen: string[], entries: MenuEntry[]) => inPlace(seen, entries).map(({ channel }) => channel);

test("At first the recommended way stands first, and the rest as the strategy has it", () => {
  expect(drawn([], [help, way("chat", true), email])).toEqual(["chat", "help", "email"]);
});

test("What has been seen keeps its place, whatever is recommended now", () => {
  expect(drawn(["chat", "callback", "email"], [way("callback", true), email, chat])).toEqual([
    "chat",
    "callback",
    "email",
  ]);
});

test("What is new takes the place of what has gone", () => {
  expect(drawn(["chat", "callback", "email"], [call, email, help])).toEqual(["help", "callback", "email"]);
  expect(drawn(["help", "callback", "email"], [chat, call, email])).toEqual(["chat", "callback", "email"]);
});

test("Fewer ways close up, more stand at the end", () => {
  expect(drawn(["chat", "callback", "email"], [email])).toEqual(["email"]);
  expect(drawn(["email"], [chat, email])).toEqual(["email", "chat"]);
});
