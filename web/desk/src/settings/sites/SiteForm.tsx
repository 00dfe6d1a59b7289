import type { Site } from "@kanal/api";
import { Button, Group } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useNavigate } from "react-router";
import { CopyField } from "../../parts/CopyField";
import { Section } from "../../parts/Section";
import { api, ask } from "../../server/api";
import { useWords } from "../../words/useWords";
import { useSave } from "../useSave";
import { SiteBasics } from "./SiteBasics";
import { SiteCallback } from "./SiteCallback";
import { SiteHelp } from "./SiteHelp";
import { SiteLook } from "./SiteLook";
import { SiteOrigins } from "./SiteOrigins";
import { SitePreview } from "./SitePreview";
import { SiteTexts } from "./SiteTexts";
import { draftOf, type SiteDraft } from "./siteDraft";

export function SiteForm({ site }: { site?: Site }) {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const form = useForm<SiteDraft>({ initialValues: draftOf(site, language) });
  const save = useSave(
    (body: SiteDraft) =>
      site
        ? ask(api.PUT("/api/v1/sites/{id}", { params: { path: { id: site.id } }, body }))
        : ask(api.POST("/api/v1/sites", { body: { ...body, version: undefined } })),
    {
      refresh: ["sites"],
      form,
      onDone: (saved) => {
        form.setFieldValue("version", saved.version);
        if (!site) void navigate(`/settings/sites/${saved.id}`);
      },
    },
  );

  return (
    <Group align="flex-start" gap="xl">
      <form
        onSubmit={form.onSubmit((values) => save.mutate(values))}
        style={{ flex: "1 1 480px", minWidth: 0, maxWidth: 760 }}
      >
        <SiteBasics form={form} isNew={!site} />
        <SiteLook form={form} />
        <SiteTexts form={form} />
        <SiteOrigins form={form} />
        <SiteCallback form={form} />
        <SiteHelp form={form} site={site} />
        {site && (
          <Section title={t("snippet.title")} intro={t("snippet.intro")}>
            <CopyField text={site.snippet} />
          </Section>
        )}
        <Button type="submit" loading={save.isPending}>
          {t("save")}
        </Button>
      </form>
      {site && <SitePreview siteKey={site.key} version={save.submittedAt} />}
    </Group>
  );
}
