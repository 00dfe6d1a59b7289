import { Group } from "@mantine/core";
import { ChannelIcon } from "../../parts/ChannelMark";
import type { Rule } from "../definition/definition";

/** The channels of a rule at a glance, the recommended one first. */
export function RuleChannels({ rule }: { rule: Rule }) {
  const first = rule.recommend ?? rule.offer[0];
  const order = [...(first ? [first] : []), ...rule.offer.filter((channel) => channel !== first)];
  return (
    <Group gap="sm" mt={4}>
      {order.map((channel) => (
        <ChannelIcon key={channel} channel={channel} size={channel === first ? 20 : 16} />
      ))}
    </Group>
  );
}
