import { notifications } from "@mantine/notifications";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useLocation } from "react-router";
import { ring } from "../parts/sound";
import { queuesQuery, targetWarningQuery } from "../server/queries";
import { useWords } from "../words/useWords";
import { usePreferences } from "./usePreferences";
import { useMe } from "./useSession";

/** Tells a supervisor of a customer who is near the target or past it: one notice a queue, as they like to be told. */
export function useTargetAlerts() {
  const { t } = useWords();
  const { preferences } = usePreferences();
  const supervises = useMe().role !== "agent";
  const warning = useQuery(targetWarningQuery).data;
  const queues = useQuery({ ...queuesQuery, enabled: supervises }).data;
  const onWallboard = useLocation().pathname === "/wallboard";
  const told = useRef<unknown>(null);

  useEffect(() => {
    if (!supervises || !warning || told.current === warning) return;
    told.current = warning;
    const queue = queues?.find((each) => each.id === warning.queue)?.name ?? "";
    const title = t(`target.${warning.stage}`, { queue });
    if (warning.stage === "missed" && preferences.sound) ring("message");
    if (!preferences.notifications) return;
    // Whoever looks at the wallboard sees it there.
    if (onWallboard && !document.hidden) return;
    notifications.show({
      id: `target-${warning.queue}`,
      message: `${title}. ${t("target.look")}`,
      color: warning.stage === "missed" ? "red" : "yellow",
      role: "status",
      closeButtonProps: { "aria-label": t("close") },
    });
    if (warning.stage !== "missed" || !document.hidden || !("Notification" in window)) return;
    if (Notification.permission !== "granted") return;
    const notice = new Notification(title, { tag: `target-${warning.queue}`, icon: "/desk/icon.svg" });
    notice.onclick = () => {
      window.focus();
      notice.close();
    };
  }, [warning, queues, supervises, onWallboard, preferences.sound, preferences.notifications, t]);
}
