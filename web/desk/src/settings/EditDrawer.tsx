import { Drawer, type MantineSize } from "@mantine/core";
import type { ReactNode } from "react";
import { useWords } from "../words/useWords";

interface Props<Item> {
  /** What is open: "new" for one more, null for nothing. */
  edited: Item | "new" | null;
  titleOfNew: string;
  size?: MantineSize;
  onClose: () => void;
  /** The form of an item, or of a new one. */
  children: (item: Item | undefined) => ReactNode;
}

/** Beside a list, the form of what was chosen from it. */
export function EditDrawer<Item extends { name: string }>({
  edited,
  titleOfNew,
  size,
  onClose,
  children,
}: Props<Item>) {
  const { t } = useWords();
  return (
    <Drawer
      closeButtonProps={{ "aria-label": t("close") }}
      opened={edited !== null}
      onClose={onClose}
      position="right"
      {...(size && { size })}
      title={edited === "new" ? titleOfNew : edited?.name}
    >
      {edited && children(edited === "new" ? undefined : edited)}
    </Drawer>
  );
}
