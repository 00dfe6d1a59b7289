import { notifications } from "@mantine/notifications";
import type { Translate } from "../words/words";

/** Says that something worked, and goes away by itself. */
export const showDone = (t: Translate) => (message: string) =>
  notifications.show({
    color: "kanal",
    message,
    autoClose: 2000,
    closeButtonProps: { "aria-label": t("close") },
  });
