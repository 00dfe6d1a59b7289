import { Center, Paper, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

interface Props {
  title: string;
  intro?: string;
  width?: number;
  children: ReactNode;
}

/** The pages before the desk: one card in the middle. */
export function DoorPage({ title, intro, width = 400, children }: Props) {
  return (
    <Center mih="100dvh" p="md" bg="var(--surface-sunken)">
      <Paper component="main" withBorder p="xl" w="100%" maw={width} shadow="md">
        <Stack gap="sm" mb="xl">
          <img src="/desk/icon.svg" alt="Kanal" width={40} height={40} />
          <Title order={1}>{title}</Title>
          {intro && <Text c="dimmed">{intro}</Text>}
        </Stack>
        {children}
      </Paper>
    </Center>
  );
}
