import { Group, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

export function PageHead({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <Group justify="space-between" align="flex-start" wrap="wrap" gap="md" mb="lg">
      <Stack gap="xs">
        <Title order={1}>{title}</Title>
        {children && (
          <Text c="dimmed" maw="70ch">
            {children}
          </Text>
        )}
      </Stack>
      {action}
    </Group>
  );
}
