import { Avatar, Menu, Text, UnstyledButton } from "@mantine/core";
import { IconKeyboard, IconLogout, IconUser } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { showProblem } from "../parts/showProblem";
import { api, ask } from "../server/api";
import { useWords } from "../words/useWords";
import { OwnMenuTheme } from "./OwnMenuTheme";
import { shortcutsHelp } from "./shortcutsHelpStore";
import { useMe } from "./useSession";

export function OwnMenu() {
  const me = useMe();
  const { t } = useWords();
  const navigate = useNavigate();
  const cache = useQueryClient();

  async function signOut() {
    try {
      await ask(api.DELETE("/api/v1/session"));
      cache.setQueryData(["session"], null);
      // What the next one must not see; the page goes on watching the session itself.
      cache.removeQueries({
        predicate: ({ queryKey }) => queryKey[0] !== "session" && queryKey[0] !== "setup",
      });
    } catch (problem) {
      showProblem(t)(problem);
    }
  }

  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton aria-label={t("own.menu", { name: me.name })}>
          <Avatar name={me.name} color="kanal" variant="filled" size={32} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text c="var(--text)" fw={600}>
            {me.name}
          </Text>
          <Text size="xs">
            {me.email} · {t(`role.${me.role}`)}
          </Text>
        </Menu.Label>
        <Menu.Item leftSection={<IconUser size={16} />} onClick={() => navigate("/settings/account")}>
          {t("settings.account")}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={shortcutsHelp.open}>
          {t("shortcuts.title")}
        </Menu.Item>
        <Menu.Divider />
        <OwnMenuTheme />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={signOut}>
          {t("own.signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
