import type { MenuEntry } from "../../contract";
import type { Host } from "../../host";
import { isEmail } from "../is-email";

const carried: readonly string[] = ["chat", "email", "callback"];

/** Whether the widget has a form or a conversation for it. */
export const isCarried = ({ channel }: MenuEntry) => carried.includes(channel);

/** Where a way leads that is not within the widget. Only what can be followed safely. */
export function wayLink(
  { channel, address }: MenuEntry,
  { base, key, language }: HelpAt,
): string | undefined {
  if (channel === "help" && !address) return `${base}help/${encodeURIComponent(key)}/${language}`;
  if (!address) return undefined;
  // A path is one of Kanal's own server.
  if (/^\/[^/]/.test(address)) return new URL(address, base).href;
  if (/^(https?|tel|sms|mailto):/i.test(address)) return address;
  if (isEmail(address)) return `mailto:${address}`;
  if (!/^\+?[\d\s().-]{5,20}$/.test(address)) return undefined;
  return `${channel === "sms" ? "sms" : "tel"}:${address.replace(/[^+\d]/g, "")}`;
}

type HelpAt = Pick<Host, "base" | "key" | "language">;

/** A way that neither the widget carries nor an address leads to can't be gone. */
export const canBeGone = (entry: MenuEntry, host: HelpAt) =>
  isCarried(entry) || wayLink(entry, host) !== undefined;
