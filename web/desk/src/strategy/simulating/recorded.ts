import type { RecordedDays } from "@kanal/api";

/** Fewer than this say little. */
export const few = 100;

/** Contacts by channel, whether they came of a menu or straight. */
export const contactsOf = ({ channels }: RecordedDays) =>
  channels.map(({ channel, asked, direct }) => ({ channel, contacts: asked + direct }));
