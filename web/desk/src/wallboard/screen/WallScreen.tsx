import { IconCloudOff } from "@tabler/icons-react";
import { useEffect } from "react";
import { Navigate } from "react-router";
import { useLiveState } from "../../live/liveState";
import { useLiveStream } from "../../live/useLiveStream";
import { useMe, useSession } from "../../shell/useSession";
import { useTheme } from "../../shell/useTheme";
import { dateFormat } from "../../words/locale";
import { useSecond } from "../../words/useNow";
import { useWords } from "../../words/useWords";
import { totalOf } from "../numbers";
import { PulseStrip } from "../PulseStrip";
import { Totals } from "../Totals";
import { useWallboard } from "../useWallboard";
import { ScreenAlerts } from "./ScreenAlerts";
import { ScreenQueues } from "./ScreenQueues";
import { ScreenTeam } from "./ScreenTeam";
import classes from "./WallScreen.module.css";

/** For a screen on the wall: nothing to press, and it finds its way back by itself. */
export function WallScreen() {
  const me = useMe();
  return me.role === "agent" ? <Navigate to="/conversations" replace /> : <Screen />;
}

function Screen() {
  const me = useMe();
  const { organisation } = useSession();
  const { t } = useWords();
  useLiveStream(me.id, false);
  useTheme("dark");
  useStaysAwake();
  const board = useWallboard().data;
  const live = useLiveState() === "open";
  const trouble = board ? totalOf(board.queues ?? []).overdue > 0 : false;

  return (
    <main className={classes.screen} data-trouble={trouble}>
      <header className={classes.head}>
        <h1>{organisation}</h1>
        {!live && (
          <p role="status" className={classes.lost}>
            <IconCloudOff aria-hidden /> {t("wallboard.screen.lost")}
          </p>
        )}
        <Clock />
      </header>
      {board ? (
        <>
          <Totals board={board} />
          <ScreenAlerts alerts={board.alerts ?? []} queues={board.queues ?? []} />
          <ScreenQueues queues={board.queues ?? []} />
          <ScreenTeam agents={board.agents ?? []} />
          <PulseStrip minutes={board.minutes ?? []} />
        </>
      ) : (
        <p className={classes.loading}>{t("loading")}…</p>
      )}
    </main>
  );
}

function Clock() {
  const now = useSecond();
  const { language } = useWords();
  return (
    <time className={classes.clock} dateTime={new Date(now).toISOString()}>
      {dateFormat(language, { hour: "2-digit", minute: "2-digit" }).format(now)}
    </time>
  );
}

/** Keeps the screen from going dark, where the browser can. */
function useStaysAwake() {
  useEffect(() => {
    const stay = () => {
      if (!document.hidden) void navigator.wakeLock?.request("screen").catch(() => undefined);
    };
    stay();
    document.addEventListener("visibilitychange", stay);
    return () => document.removeEventListener("visibilitychange", stay);
  }, []);
}
