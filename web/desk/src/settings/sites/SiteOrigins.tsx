import { TagsInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { Section } from "../../parts/Section";
import { useWords } from "../../words/useWords";
import type { SiteDraft } from "./siteDraft";

export function SiteOrigins({ form }: { form: UseFormReturnType<SiteDraft> }) {
  const { t } = useWords();
  return (
    <Section title={t("sites.origins")} intro={t("sites.origins.intro")}>
      <TagsInput
        aria-label={t("sites.origins")}
        placeholder="https://www.fjordrejser.dk"
        acceptValueOnBlur
        splitChars={[",", " "]}
        {...form.getInputProps("allowedOrigins")}
      />
    </Section>
  );
}
