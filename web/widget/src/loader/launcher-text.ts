import type { MenuAnswer } from "../contract";
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
  if (way?.channel === "chat") return [strings.chat, way.waitText].filter(Boolean).join(" · ");
  if (!opensAt) return strings.write;
  const when = opening(new Date(opensAt), now, language, readerZone);
  const opens = fill(when.day ? strings.opensOn : strings.opensAt, { day: when.day ?? "", time: when.time });
  return entries.some((entry) => entry.channel === "email")
    ? `${opens} · ${strings.write.toLocaleLowerCase(language)}`
    : opens;
}
