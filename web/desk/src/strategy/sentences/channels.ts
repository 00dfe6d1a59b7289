import type { Translate } from "../../words/words";
import { listed, small, word } from "./speech";

const named: Record<string, string> = { webChat: "chat" };

/** A channel by the name people know; one of an integration by its own. */
export const channelName = (channel: string, t: Translate) =>
  word(t, `channel.${named[channel] ?? channel}`, channel);

export const channelsInWords = (
  channels: string[],
  t: Translate,
  language: string,
  type?: Intl.ListFormatType,
) =>
  listed(
    channels.map((channel) => small(channelName(channel, t), language)),
    language,
    type,
  );
