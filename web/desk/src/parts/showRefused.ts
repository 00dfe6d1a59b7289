import { notifications } from "@mantine/notifications";
import type { Translate } from "../words/words";

/** Says why something was not done; once, however often it is tried. */
export const showRefused = (t: Translate) => (id: string, message: string) =>
  notifications.show({
    id,
    color: "orange",
    message,
    role: "alert",
    closeButtonProps: { "aria-label": t("close") },
  });
