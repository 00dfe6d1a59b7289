import { Button, Group, Modal, Stack } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import { useWords } from "../words/useWords";

interface Props {
  opened?: boolean;
  title: string;
  /** What the button that submits says. */
  action: string;
  pending: boolean;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  onClose: () => void;
  children: ReactNode;
}

/** Some fields, and a choice between doing it and not. */
export function FormDialog({ opened = true, title, action, pending, onSubmit, onClose, children }: Props) {
  const { t } = useWords();
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ "aria-label": t("close") }}>
      <form onSubmit={onSubmit}>
        <Stack gap="lg">
          {children}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" loading={pending}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
