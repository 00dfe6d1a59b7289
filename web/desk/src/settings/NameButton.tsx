import { UnstyledButton } from "@mantine/core";

/** The name of something in a list, which opens it. */
export function NameButton({ name, onClick }: { name: string; onClick: () => void }) {
  return (
    <UnstyledButton fw={600} c="var(--accent)" onClick={onClick}>
      {name}
    </UnstyledButton>
  );
}
