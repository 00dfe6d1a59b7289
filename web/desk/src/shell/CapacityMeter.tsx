import { Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { UnitsBar } from "../parts/UnitsBar";
import { unitsQuery } from "../server/queries";

/** How much of the agent is taken, and how many conversations that is. */
export function CapacityMeter({ inHand, capacity }: { inHand: number; capacity: number }) {
  const units = useQuery(unitsQuery).data;
  return (
    <Group gap="xs" wrap="nowrap">
      <UnitsBar
        live={units?.live ?? 0}
        interruptible={units?.interruptible ?? 0}
        capacity={units?.capacity ?? capacity}
        resting={units?.resting ?? 0}
      />
      <Text span size="xs" c="dimmed" aria-hidden>
        {inHand}
      </Text>
    </Group>
  );
}
