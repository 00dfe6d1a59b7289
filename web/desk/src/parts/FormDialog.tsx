import { Button, Group, type MantineSize, Modal, Stack } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import { useWords } from "../words/useWords";

interface Props {
  opened?: boolean;
  title: string;
  /** What the button that submits says. */
  action: string;
  pending: boolean;
  disabled?: boolean;
  size?: MantineSize;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  onClose: () => void;
  children: ReactNode;
}

/** Some fields, and a choice between doing it and not. */
export function FormDialog({
  opened = true,
  title,
  action,
  pending,
  disabled,
  size,
  onSubmit,
  onClose,
  children,
}: Props) {
  const { t } = useWords();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      {...(size && { size })}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <form onSubmit={onSubmit}>
        <Stack gap="lg">
          {children}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" loading={pending} disabled={disabled}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
