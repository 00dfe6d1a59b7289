import { Button } from "@mantine/core";
import { IconArrowsMaximize, IconLayoutDashboard } from "@tabler/icons-react";
import { Link, Navigate } from "react-router";
import { EmptyPage } from "../parts/EmptyPage";
import { Loaded } from "../parts/Loaded";
import { PageHead } from "../parts/PageHead";
import { useMe } from "../shell/useSession";
import { useWords } from "../words/useWords";
import { Alerts } from "./Alerts";
import { PulseStrip } from "./PulseStrip";
import { QueueTable } from "./QueueTable";
import { Team } from "./Team";
import { Totals } from "./Totals";
import { useWallboard } from "./useWallboard";
import classes from "./Wallboard.module.css";

/** How everything stands now, and what can be done about it. */
export function WallboardRoom() {
  const me = useMe();
  if (me.role === "agent") return <Navigate to="/conversations" replace />;
  return <Board />;
}

function Board() {
  const { t } = useWords();
  const board = useWallboard();
  return (
    <div className={classes.room}>
      <PageHead
        title={t("room.wallboard")}
        action={
          <Button
            component={Link}
            to="/wallboard/screen"
            target="_blank"
            variant="default"
            leftSection={<IconArrowsMaximize size={16} />}
          >
            {t("wallboard.screen.open")}
          </Button>
        }
      />
      <Loaded query={board}>
        {(now) =>
          (now.queues ?? []).length === 0 ? (
            <EmptyPage
              icon={<IconLayoutDashboard size={40} />}
              title={t("wallboard.empty.title")}
              action={
                <Button component={Link} to="/settings/sites">
                  {t("wallboard.empty.action")}
                </Button>
              }
            >
              {t("wallboard.empty")}
            </EmptyPage>
          ) : (
            <>
              <Totals board={now} />
              <Alerts board={now} />
              <QueueTable queues={now.queues ?? []} />
              <div className={classes.below}>
                <PulseStrip minutes={now.minutes ?? []} />
                <Team agents={now.agents ?? []} />
              </div>
            </>
          )
        }
      </Loaded>
    </div>
  );
}
