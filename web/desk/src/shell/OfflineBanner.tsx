import { Text } from "@mantine/core";
import { useNetwork } from "@mantine/hooks";
import { IconCloudOff } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useLiveState } from "../live/liveState";
import { useWords } from "../words/useWords";
import classes from "./Banner.module.css";

/** A break under two seconds heals before anyone needs to know. */
const patienceMs = 2_000;

export function OfflineBanner() {
  const { t } = useWords();
  const { online } = useNetwork();
  const up = useLiveState() === "open" && online;
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (up) return setShown(false);
    const timer = setTimeout(() => setShown(true), patienceMs);
    return () => clearTimeout(timer);
  }, [up]);

  return (
    <div role="status">
      {shown && (
        <div className={classes.warn}>
          <IconCloudOff size={18} aria-hidden />
          <Text span>{t("offline.banner")}</Text>
        </div>
      )}
    </div>
  );
}
