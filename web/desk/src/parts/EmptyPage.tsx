import { Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

interface Props {
  icon: ReactNode;
  title: string;
  children: ReactNode;
  action?: ReactNode;
}

/** An empty place says what belongs here and offers one thing to do. */
export function EmptyPage({ icon, title, children, action }: Props) {
  return (
    <Stack align="center" justify="center" gap="sm" p="xl" h="100%" ta="center">
      <Text span c="dimmed" aria-hidden>
        {icon}
      </Text>
      <Title order={2} size="h3">
        {title}
      </Title>
      <Text c="dimmed" maw="44ch">
        {children}
      </Text>
      {action}
    </Stack>
  );
}
