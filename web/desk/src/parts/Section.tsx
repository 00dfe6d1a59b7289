import { Paper, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

export function Section({ title, intro, children }: { title: string; intro?: string; children: ReactNode }) {
  return (
    <Paper component="section" withBorder p="lg" mb="lg" maw={760} aria-label={title}>
      <Stack gap="md">
        <Title order={2}>{title}</Title>
        {intro && <Text c="dimmed">{intro}</Text>}
        {children}
      </Stack>
    </Paper>
  );
}
