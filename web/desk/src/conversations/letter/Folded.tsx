import { UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconDots } from "@tabler/icons-react";
import { LinkedText } from "../../parts/LinkedText";
import classes from "./Letter.module.css";

/** What has been read before: a small button, and under it the words. */
export function Folded({ label, text }: { label: string; text: string }) {
  const [opened, { toggle }] = useDisclosure(false);
  return (
    <div>
      <UnstyledButton
        className={classes.dots}
        aria-expanded={opened}
        aria-label={label}
        title={label}
        onClick={toggle}
      >
        <IconDots size={16} aria-hidden />
      </UnstyledButton>
      {opened && (
        <div className={classes.quoted}>
          <LinkedText text={text} />
        </div>
      )}
    </div>
  );
}
