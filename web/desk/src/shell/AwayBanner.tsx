import { Button, Text } from "@mantine/core";
import { IconClockPause } from "@tabler/icons-react";
import { skipToken, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { sentAwayKey } from "../live/patches";
import { useWords } from "../words/useWords";
import classes from "./Banner.module.css";
import { settleWish, usePresence, wasWished } from "./usePresence";

/** Nobody stays away without knowing it. */
export function AwayBanner() {
  const { t } = useWords();
  const { presence, setPresence, changing } = usePresence();
  const sentAway = useQuery<boolean>({ queryKey: sentAwayKey, queryFn: skipToken }).data;
  useEffect(() => settleWish(presence), [presence]);
  const notWorking = presence === "away" || presence === "offline";
  if (!notWorking || wasWished(presence)) return null;
  return (
    <div className={presence === "away" ? classes.warn : classes.calm} role="status">
      <IconClockPause size={18} aria-hidden />
      <Text span flex={1}>
        {t(presence === "offline" ? "away.start" : sentAway ? "away.banner" : "away.now")}
      </Text>
      <Button size="compact-sm" loading={changing} onClick={() => setPresence("available")}>
        {t("away.comeBack")}
      </Button>
    </div>
  );
}
