import { notifications } from "@mantine/notifications";
import type { Translate } from "../words/words";
import { problemText } from "./problemText";

export const showProblem = (t: Translate) => (error: unknown) =>
  notifications.show({
    color: "red",
    message: problemText(error, t),
    role: "alert",
    closeButtonProps: { "aria-label": t("close") },
  });
