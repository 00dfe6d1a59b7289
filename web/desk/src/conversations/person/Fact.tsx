import { Group, Text } from "@mantine/core";
import type { ReactNode } from "react";

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start" justify="space-between">
      <Text component="dt" size="xs" c="dimmed" style={{ flex: "none" }}>
        {name}
      </Text>
      <Text component="dd" m={0} ta="right" style={{ overflowWrap: "anywhere" }}>
        {children}
      </Text>
    </Group>
  );
}
