import type { ChannelChoice } from "@kanal/api";
import { Text } from "@mantine/core";
import { channelHue } from "../../parts/ChannelMark";
import { useWords } from "../../words/useWords";
import classes from "./CapacityPicture.module.css";
import { held } from "./held";

/** An agent's 100 units, and what they hold of one channel. */
export function CapacityPicture({ choice, capacity = 100 }: { choice: ChannelChoice; capacity?: number }) {
  const { t } = useWords();
  const { count, left, bound } = held(choice, capacity);
  const said = t(`routing.holds.${bound}`, { count, left, maximum: choice.maximum });
  return (
    <div>
      <div
        className={classes.units}
        role="img"
        aria-label={said}
        data-interruptible={choice.interruptible}
        style={{ ["--hue" as string]: channelHue(choice.channel) }}
      >
        {Array.from({ length: count }, (_, place) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place
            key={place}
            className={classes.taken}
            style={{ width: `${(choice.weight / capacity) * 100}%` }}
          >
            {choice.weight}
          </span>
        ))}
        {left > 0 && (
          <span className={classes.free} style={{ width: `${(left / capacity) * 100}%` }}>
            {left}
          </span>
        )}
      </div>
      <Text size="xs" c="dimmed" mt={4} aria-hidden>
        {said}
      </Text>
    </div>
  );
}
