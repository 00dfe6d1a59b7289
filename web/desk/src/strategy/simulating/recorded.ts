/** What came over one channel in one queue, by half hour. */
export interface LineHistory {
  channel: string;
  slots: readonly { offered?: number; imported?: boolean }[];
}

export interface Recorded {
  contacts: number;
  /** The most first. */
  channels: { channel: string; contacts: number }[];
  /** Whether some of these days were brought in as a table: what was recorded beside it is not counted there. */
  imported: boolean;
}

/** Fewer than this say little. */
export const few = 100;

/** Contacts that came by way of Kanal: what was brought in as a table has no visitors behind it. */
export function recordedOf(lines: readonly LineHistory[]): Recorded {
  const counted = new Map<string, number>();
  for (const { channel, slots } of lines)
    for (const { offered, imported } of slots)
      if (offered && !imported) counted.set(channel, (counted.get(channel) ?? 0) + offered);
  const channels = [...counted]
    .map(([channel, contacts]) => ({ channel, contacts }))
    .sort((one, other) => other.contacts - one.contacts);
  const contacts = channels.reduce((sum, channel) => sum + channel.contacts, 0);
  return { contacts, channels, imported: lines.some(({ slots }) => slots.some((slot) => slot.imported)) };
}
