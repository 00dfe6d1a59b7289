import { Switch, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { LanguagesField } from "../../parts/LanguagesField";
import { Section } from "../../parts/Section";
import { TimeZoneField } from "../../parts/TimeZoneField";
import { useWords } from "../../words/useWords";
import type { SiteDraft } from "./siteDraft";

export function SiteBasics({ form, isNew }: { form: UseFormReturnType<SiteDraft>; isNew: boolean }) {
  const { t } = useWords();
  return (
    <Section title={t("sites.basics")}>
      <TextInput label={t("field.name")} required {...form.getInputProps("name")} />
      <TextInput
        label={t("sites.key")}
        description={t("sites.key.help")}
        required
        disabled={!isNew}
        pattern="[a-z0-9][a-z0-9\-]*"
        {...form.getInputProps("key")}
      />
      <LanguagesField
        label={t("sites.languages")}
        description={t("sites.languages.help")}
        required
        {...form.getInputProps("languages")}
      />
      <TimeZoneField label={t("field.timeZone")} {...form.getInputProps("timeZone")} />
      <Switch
        label={t("sites.keepsJourney")}
        description={t("sites.keepsJourney.help")}
        {...form.getInputProps("keepsJourney", { type: "checkbox" })}
      />
      <Switch
        label={t("sites.guidesPages")}
        description={t("sites.guidesPages.help")}
        {...form.getInputProps("guidesPages", { type: "checkbox" })}
      />
    </Section>
  );
}
