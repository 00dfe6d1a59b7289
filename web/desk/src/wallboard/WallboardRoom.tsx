import type { Wallboard } from "@kanal/api";
import { Button } from "@mantine/core";
import { IconArrowsMaximize, IconLayoutDashboard } from "@tabler/icons-react";
import { Link } from "react-router";
import { EmptyPage } from "../parts/EmptyPage";
import { Loaded } from "../parts/Loaded";
import { PageHead } from "../parts/PageHead";
import { useMe } from "../shell/useSession";
import { useWords } from "../words/useWords";
import { Alerts } from "./Alerts";
import { OwnNumbers } from "./OwnNumbers";
import { PulseStrip } from "./PulseStrip";
import { QueueTable } from "./QueueTable";
import { Team } from "./Team";
import { Totals } from "./Totals";
import { useWallboard } from "./useWallboard";
import classes from "./Wallboard.module.css";

/** How everything stands now, and what can be done about it. An agent sees queues, colleagues and their own numbers. */
export function WallboardRoom() {
  const { t } = useWords();
  const me = useMe();
  const leads = me.role !== "agent";
  const board = useWallboard();
  return (
    <div className={classes.room}>
      <PageHead
        title={t("room.wallboard")}
        action={
          leads && (
            <Button
              component={Link}
              to="/wallboard/screen"
              target="_blank"
              variant="default"
              leftSection={<IconArrowsMaximize size={16} />}
            >
              {t("wallboard.screen.open")}
            </Button>
          )
        }
      />
      <Loaded query={board}>
        {(now) =>
          (now.queues ?? []).length === 0 ? (
            <EmptyPage
              icon={<IconLayoutDashboard size={40} />}
              title={t("wallboard.empty.title")}
              action={
                me.role === "administrator" && (
                  <Button component={Link} to="/settings/sites">
                    {t("wallboard.empty.action")}
                  </Button>
                )
              }
            >
              {t("wallboard.empty")}
            </EmptyPage>
          ) : (
            <>
              <Totals board={now} />
              {leads ? <Alerts board={now} /> : <Own board={now} id={me.id} />}
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

function Own({ board, id }: { board: Wallboard; id: string }) {
  const own = board.agents?.find((agent) => agent.id === id);
  return own ? <OwnNumbers own={own} /> : null;
}
