import { Select, Switch } from "@mantine/core";
import { Section } from "../../parts/Section";
import { ring } from "../../parts/sound";
import { usePreferences } from "../../shell/usePreferences";
import { useWords } from "../../words/useWords";
import { languageNames } from "../../words/words";

const themes = ["auto", "light", "dark"] as const;

export function PreferencesForm() {
  const { t } = useWords();
  const { preferences, choose } = usePreferences();
  const permission = "Notification" in window ? Notification.permission : "denied";
  const denied = permission === "denied";

  async function chooseNotifications(wanted: boolean) {
    const allowed = !wanted || (await Notification.requestPermission()) === "granted";
    choose({ notifications: wanted && allowed });
  }

  return (
    <Section title={t("account.preferences")}>
      <Select
        label={t("account.language")}
        maw={320}
        allowDeselect={false}
        value={preferences.language}
        data={Object.entries(languageNames).map(([value, label]) => ({ value, label }))}
        onChange={(language) => language && choose({ language })}
      />
      <Select
        label={t("theme.label")}
        maw={320}
        allowDeselect={false}
        value={preferences.theme}
        data={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
        onChange={(theme) => choose({ theme: theme as (typeof themes)[number] })}
      />
      <Switch
        label={t("account.sound")}
        checked={preferences.sound}
        onChange={(event) => {
          const sound = event.currentTarget.checked;
          if (sound) ring("offer");
          choose({ sound });
        }}
      />
      <Switch
        label={t("account.notifications")}
        description={denied ? t("account.notifications.denied") : t("account.notifications.help")}
        disabled={denied}
        checked={preferences.notifications && permission === "granted"}
        onChange={(event) => void chooseNotifications(event.currentTarget.checked)}
      />
    </Section>
  );
}
