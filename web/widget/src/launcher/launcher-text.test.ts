import { expect, test } from "vitest";
import type { MenuEntry } from "../contract";
import da from "../strings/da.json";
import en from "../strings/en.json";
import { launcherText } from "./launcher-text";

const now = new Date("2026-03-06T18:00:00Z");
const opensAt = "2026-03-09T08:00:00Z";
const unsaid = { waitSeconds: null, waitLowSeconds: null, until: null, reason: "" };
const chat: MenuEntry = {
  ...unsaid,
  channel: "chat",
  recommended: true,
  waitSeconds: 60,
  waitText: "About 1 min",
};
const email: MenuEntry = { ...unsaid, channel: "email", recommended: false, waitText: "" };
const answer = (entries: MenuEntry[], at: string | null = null) => ({
  visitor: "v",
  memory: "m",
  menu: { id: "m", entries, opensAt: at },
});

test("Open: the way and the wait", () => {
  expect(launcherText(en.launcher, answer([email, chat]), "en", now)).toBe("Chat now · about 1 min");
});

test("Open, and somebody is free: now", () => {
  const free = { ...chat, waitSeconds: 0, waitText: "Now" };
  expect(launcherText(en.launcher, answer([free]), "en", now)).toBe("Chat now");
});

test("Open, and nobody knows how long: no promise", () => {
  const busy = { ...chat, waitSeconds: null, waitText: "As soon as someone is free" };
  expect(launcherText(en.launcher, answer([busy]), "en", now)).toBe("Chat · as soon as someone is free");
});

test("Open, and it takes its time: how long, and no now", () => {
  const range = { ...chat, waitSeconds: 900, waitLowSeconds: 300, waitText: "5–15 min" };
  expect(launcherText(en.launcher, answer([range]), "en", now)).toBe("Chat · 5–15 min");
});

test("Closed: when it opens, in the visitor's own time and language, and what works now", () => {
  const text = launcherText(da.launcher, answer([email], opensAt), "da", now, "Europe/London");
  expect(text).toBe("Vi åbner mandag kl. 08.00 · skriv til os");
});

test("Another way is recommended: that way, whatever else there is", () => {
  const way = (channel: string) => ({ ...email, channel, recommended: true });
  const unmarked = { ...chat, recommended: false };
  const said = ["callback", "help", "email", "phone"].map((channel) =>
    launcherText(en.launcher, answer([unmarked, way(channel)]), "en", now),
  );
  expect(said).toEqual(["We call you", "Find answers", "Write to us", "Contact us"]);
});

test("Closed, and a call is recommended: when it opens, and that we call", () => {
  const call = { ...email, channel: "callback", recommended: true };
  const text = launcherText(en.launcher, answer([call, email], opensAt), "en", now, "Europe/London");
  expect(text).toBe("We open Monday at 08:00 · we call you");
});

test("Nothing known: an invitation to write", () => {
  expect(launcherText(en.launcher, undefined, "en", now)).toBe("Write to us");
});
