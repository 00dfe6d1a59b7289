import { ColorInput, Stack, TagsInput, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { LanguagesField } from "../parts/LanguagesField";
import { TimeZoneField } from "../parts/TimeZoneField";
import { useWords } from "../words/useWords";
import { keyFrom, type SetupValues } from "./setupValues";

export function SiteStep({ form }: { form: UseFormReturnType<SetupValues> }) {
  const { t } = useWords();
  const { site } = form.values;

  function nameSite(name: string) {
    const ownKey = site.key !== keyFrom(site.name);
    form.setFieldValue("site", { ...site, name, key: ownKey ? site.key : keyFrom(name) });
  }

  return (
    <Stack gap="lg">
      <TextInput
        label={t("setup.siteName")}
        required
        {...form.getInputProps("site.name")}
        onChange={(event) => nameSite(event.currentTarget.value)}
      />
      <TextInput
        label={t("sites.key")}
        description={t("sites.key.help")}
        required
        pattern="[a-z0-9][a-z0-9\-]*"
        {...form.getInputProps("site.key")}
      />
      <TagsInput
        label={t("sites.origins")}
        description={t("sites.origins.intro")}
        placeholder="https://www.fjordrejser.dk"
        acceptValueOnBlur
        splitChars={[",", " "]}
        {...form.getInputProps("site.origins")}
      />
      <LanguagesField label={t("sites.languages")} required {...form.getInputProps("site.languages")} />
      <TimeZoneField label={t("field.timeZone")} {...form.getInputProps("site.timeZone")} />
      <ColorInput
        withEyeDropper={false}
        label={t("sites.accent")}
        format="hex"
        maw={240}
        {...form.getInputProps("site.accent")}
      />
    </Stack>
  );
}
