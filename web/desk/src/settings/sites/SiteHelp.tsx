import type { Site } from "@kanal/api";
import { Anchor, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { Section } from "../../parts/Section";
import { useWords } from "../../words/useWords";
import { SiteLogo } from "./SiteLogo";
import type { SiteDraft } from "./siteDraft";

/** Where the site's help centre is, and the host name it may have of its own. */
export function SiteHelp({ form, site }: { form: UseFormReturnType<SiteDraft>; site?: Site }) {
  const { t } = useWords();
  return (
    <Section title={t("sites.help")} intro={t("sites.help.intro")}>
      <TextInput
        label={t("sites.help.domain")}
        description={t("sites.help.domain.help")}
        placeholder="help.fjordrejser.dk"
        autoCapitalize="off"
        spellCheck={false}
        {...form.getInputProps("helpDomain")}
      />
      {site && <SiteLogo site={site} onChanged={({ version }) => form.setFieldValue("version", version)} />}
      {site && (
        <Anchor href={`/help/${site.key}`} target="_blank" rel="noopener">
          {t("sites.help.open")}
        </Anchor>
      )}
    </Section>
  );
}
