import type { MenuAnswer, MenuEntry } from "../contract";
import { fill } from "../language/fill";
import { opening } from "../language/times";
import type en from "../strings/en.json";

export type LauncherStrings = (typeof en)["launcher"];

/** The recommended way in a word. */
export function launcherText(
  strings: LauncherStrings,
  answer: MenuAnswer | undefined,
  language: string,
  now: Date,
  readerZone?: string,
): string {
  const entries = answer?.menu.entries ?? [];
  const way = entries.find((entry) => entry.recommended) ?? entries[0];
  const opensAt = answer?.menu.opensAt;
  if (way?.channel === "chat") return chatText(strings, way);
  const text = way ? (wordsOf(strings)[way.channel] ?? strings.contact) : strings.write;
  if (!opensAt) return text;
  const when = opening(new Date(opensAt), now, language, readerZone);
  const opens = fill(when.day ? strings.opensOn : strings.opensAt, { day: when.day ?? "", time: when.time });
  return way ? `${opens} · ${text.charAt(0).toLocaleLowerCase(language)}${text.slice(1)}` : opens;
}

const wordsOf = (strings: LauncherStrings): Partial<Record<string, string>> => ({
  email: strings.write,
  callback: strings.call,
  help: strings.help,
});

/** "Now" is promised only where the wait is known and short. */
const soon = 120;

function chatText(strings: LauncherStrings, { waitSeconds, waitText }: MenuEntry): string {
  if (waitSeconds === 0 || !waitText) return strings.chat;
  const wait = waitText.charAt(0).toLowerCase() + waitText.slice(1);
  return `${waitSeconds && waitSeconds <= soon ? strings.chat : strings.chatLater} · ${wait}`;
}
