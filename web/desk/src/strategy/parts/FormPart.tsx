import { Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useId } from "react";

/** Fields that belong together, under a heading of their own. */
export function FormPart({ title, help, children }: { title: string; help?: string; children: ReactNode }) {
  const id = useId();
  return (
    <Stack component="section" gap="sm" aria-labelledby={id}>
      <Title order={3} id={id}>
        {title}
      </Title>
      {help && (
        <Text size="xs" c="dimmed">
          {help}
        </Text>
      )}
      {children}
    </Stack>
  );
}
