/** What came over one channel in one queue, by half hour. */
export interface LineHistory {
  channel: string;
  slots: readonly { offered?: number; imported?: boolean }[];
}

export interface Recorded {
  contacts: number;
  /** The most first. */
  channels: { channel: string; contacts: number }[];
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
  return { contacts: channels.reduce((sum, { contacts }) => sum + contacts, 0), channels };
}
