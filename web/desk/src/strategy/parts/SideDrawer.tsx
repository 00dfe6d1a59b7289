import { Drawer } from "@mantine/core";
import type { ReactNode } from "react";
import { useWords } from "../../words/useWords";

interface Props {
  opened: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** Beside the page, what is being changed. */
export function SideDrawer({ opened, title, onClose, children }: Props) {
  const { t } = useWords();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={620}
      title={title}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {children}
    </Drawer>
  );
}
