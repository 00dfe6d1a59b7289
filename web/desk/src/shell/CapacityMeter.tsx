import { Group, Text, Tooltip } from "@mantine/core";
import { useWords } from "../words/useWords";
import classes from "./CapacityMeter.module.css";

/** One bar per conversation that fits; the filled ones are in hand. */
export function CapacityMeter({ inHand, max }: { inHand: number; max: number }) {
  const { t } = useWords();
  const said = t("presence.capacity", { inHand, max });
  return (
    <Tooltip label={said}>
      <Group gap="xs" wrap="nowrap" role="img" aria-label={said}>
        <span className={classes.bars} aria-hidden>
          {Array.from({ length: Math.min(max, 8) }, (_, slot) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a slot is its place
            <span key={slot} className={slot < inHand ? classes.taken : classes.free} />
          ))}
        </span>
        <Text span size="xs" c="dimmed" aria-hidden>
          {inHand}/{max}
        </Text>
      </Group>
    </Tooltip>
  );
}
