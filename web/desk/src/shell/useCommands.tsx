import {
  IconBook2,
  IconCalendarStats,
  IconKeyboard,
  IconLayoutDashboard,
  IconMessages,
  IconMoon,
  IconRoute,
  IconSettings,
  IconSun,
  IconUsers,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useNavigate } from "react-router";
import { PresenceDot } from "../parts/PresenceDot";
import { useWords } from "../words/useWords";
import { mayPlan, settingsFor } from "./rooms";
import { shortcutsHelp } from "./shortcutsHelpStore";
import { usePreferences } from "./usePreferences";
import { usePresence } from "./usePresence";
import { useMe } from "./useSession";

interface Command {
  name: string;
  icon: ReactNode;
  run: () => void;
}

/** Everything that can be done from the command bar. */
export function useCommands(): Command[] {
  const me = useMe();
  const { t } = useWords();
  const navigate = useNavigate();
  const { presence, setPresence } = usePresence();
  const { choose } = usePreferences();
  const presences = (["available", "onBreak", "away"] as const).filter((each) => each !== presence);

  return [
    ...presences.map((each) => ({
      name: t("command.presence", { presence: t(`presence.${each}`) }),
      icon: <PresenceDot presence={each} size={18} />,
      run: () => setPresence(each),
    })),
    {
      name: t("room.conversations"),
      icon: <IconMessages size={18} />,
      run: () => navigate("/conversations"),
    },
    {
      name: t("room.wallboard"),
      icon: <IconLayoutDashboard size={18} />,
      run: () => navigate("/wallboard"),
    },
    { name: t("room.customers"), icon: <IconUsers size={18} />, run: () => navigate("/customers") },
    { name: t("room.knowledge"), icon: <IconBook2 size={18} />, run: () => navigate("/knowledge") },
    { name: t("room.strategy"), icon: <IconRoute size={18} />, run: () => navigate("/strategy") },
    ...(mayPlan(me.role)
      ? [
          {
            name: t("room.planning"),
            icon: <IconCalendarStats size={18} />,
            run: () => void navigate("/planning"),
          },
        ]
      : []),
    ...settingsFor(me.role).map((page) => ({
      name: t("command.settings", { page: t(`settings.${page}`) }),
      icon: <IconSettings size={18} />,
      run: () => void navigate(`/settings/${page}`),
    })),
    { name: t("command.light"), icon: <IconSun size={18} />, run: () => choose({ theme: "light" }) },
    { name: t("command.dark"), icon: <IconMoon size={18} />, run: () => choose({ theme: "dark" }) },
    { name: t("shortcuts.title"), icon: <IconKeyboard size={18} />, run: shortcutsHelp.open },
  ];
}
