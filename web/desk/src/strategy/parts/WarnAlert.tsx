import { Alert } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";

interface Props {
  title: string;
  mb?: string;
  maw?: number;
  /** It came while somebody was at work here. */
  urgent?: boolean;
  children: ReactNode;
}

/** Something to know before going on, in the tokens' own colour for it. */
export function WarnAlert({ title, urgent, children, ...box }: Props) {
  return (
    <Alert
      w="100%"
      {...box}
      styles={{
        root: { background: "var(--warn-soft)" },
        title: { color: "var(--warn)" },
        icon: { color: "var(--warn)" },
      }}
      icon={<IconAlertTriangle />}
      title={title}
      role={urgent ? "alert" : "note"}
    >
      {children}
    </Alert>
  );
}
