import { Button, Group, Paper, Stack, Title } from "@mantine/core";
import { type ReactNode, useId } from "react";
import { useWords } from "../../words/useWords";

interface Props {
  title: string;
  /** What the button that changes it says; none where it can't be. */
  onEdit?: () => void;
  children: ReactNode;
}

/** A part of the strategy as it is read, with a way to change it. */
export function Card({ title, onEdit, children }: Props) {
  const { t } = useWords();
  const id = useId();
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={id}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <Title order={2} size="h3" id={id}>
            {title}
          </Title>
          {onEdit && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={onEdit}
              aria-label={t("strategy.change.of", { what: title })}
            >
              {t("strategy.change")}
            </Button>
          )}
        </Group>
        {children}
      </Stack>
    </Paper>
  );
}
