import { Indicator } from "@mantine/core";
import {
  IconBook2,
  IconCalendarStats,
  IconLayoutDashboard,
  IconMessages,
  IconRoute,
  IconSettings,
  IconUsers,
} from "@tabler/icons-react";
import { NavLink } from "react-router";
import { useWords } from "../words/useWords";
import classes from "./Rail.module.css";
import { mayPlan, settingsFor } from "./rooms";
import { useMe } from "./useSession";

const rooms = [
  { to: "/conversations", name: "room.conversations", Icon: IconMessages },
  { to: "/wallboard", name: "room.wallboard", Icon: IconLayoutDashboard },
  { to: "/customers", name: "room.customers", Icon: IconUsers },
  { to: "/knowledge", name: "room.knowledge", Icon: IconBook2 },
  { to: "/strategy", name: "room.strategy", Icon: IconRoute },
  { to: "/planning", name: "room.planning", Icon: IconCalendarStats },
  { to: "/settings", name: "room.settings", Icon: IconSettings },
] as const;

export function Rail({ unread }: { unread: number }) {
  const { t } = useWords();
  const { role } = useMe();
  const mayEnter = (to: string) => {
    if (to === "/planning") return mayPlan(role);
    return to !== "/settings" || settingsFor(role).length > 1;
  };
  return (
    <ul className={classes.rail}>
      {rooms
        .filter((room) => mayEnter(room.to))
        .map(({ to, name, Icon }) => (
          <li key={to}>
            <NavLink to={to} className={classes.link ?? ""}>
              <Indicator
                disabled={to !== "/conversations" || unread === 0}
                label={unread}
                size={16}
                color="red.8"
              >
                <Icon size={22} aria-hidden />
              </Indicator>
              <span>{t(name)}</span>
            </NavLink>
          </li>
        ))}
    </ul>
  );
}
