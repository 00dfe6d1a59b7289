import { Tooltip } from "@mantine/core";
import {
  IconBook2,
  IconBrandTelegram,
  IconDeviceMobile,
  IconMail,
  IconMessage2,
  IconPhone,
  IconPhoneOutgoing,
} from "@tabler/icons-react";
import { useWords } from "../words/useWords";

const icons = {
  chat: IconMessage2,
  email: IconMail,
  phone: IconPhone,
  callback: IconPhoneOutgoing,
  sms: IconDeviceMobile,
  messaging: IconBrandTelegram,
  help: IconBook2,
} as const;

type Known = keyof typeof icons;

const sameHue: Partial<Record<Known, Known>> = { messaging: "sms", callback: "phone", help: "email" };

const known = (channel: string): Known => {
  if (channel === "webChat") return "chat";
  return channel in icons ? (channel as Known) : "messaging";
};

export const channelWord = (channel: string) => `channel.${known(channel)}` as const;

export function channelHue(channel: string): string {
  const kind = known(channel);
  return `var(--channel-${sameHue[kind] ?? kind})`;
}

/** Beside a word that says the same. */
export function ChannelIcon({ channel, size = 16 }: { channel: string; size?: number }) {
  const Icon = icons[known(channel)];
  return <Icon size={size} color={channelHue(channel)} aria-hidden style={{ flex: "none" }} />;
}

export function ChannelMark({ channel, size = 16 }: { channel: string; size?: number }) {
  const { t } = useWords();
  const kind = known(channel);
  const Icon = icons[kind];
  const name = t(`channel.${kind}`);
  const hue = channelHue(channel);
  return (
    <Tooltip label={name}>
      <Icon size={size} color={hue} aria-label={name} role="img" style={{ flex: "none" }} />
    </Tooltip>
  );
}
