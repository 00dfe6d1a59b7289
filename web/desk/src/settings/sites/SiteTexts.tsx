import { Tabs, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { languageName } from "../../conversations/person/facts";
import { Section } from "../../parts/Section";
import { useWords } from "../../words/useWords";
import type { SiteDraft } from "./siteDraft";

/** The words of the widget, once per language. What is left empty keeps Kanal's own words. */
export function SiteTexts({ form }: { form: UseFormReturnType<SiteDraft> }) {
  const { t, language } = useWords();
  const { languages, texts } = form.values;
  const set = (code: string, part: "title" | "greeting" | "offline", text: string) =>
    form.setFieldValue("texts", {
      ...texts,
      [code]: { title: "", greeting: "", offline: "", ...texts[code], [part]: text },
    });
  return (
    <Section title={t("sites.texts")} intro={t("sites.texts.intro")}>
      <Tabs defaultValue={languages[0]} keepMounted={false}>
        <Tabs.List mb="md">
          {languages.map((code) => (
            <Tabs.Tab key={code} value={code}>
              {languageName(code, language)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {languages.map((code) => (
          <Tabs.Panel key={code} value={code}>
            <TextInput
              mb="md"
              label={t("sites.texts.title")}
              value={texts[code]?.title ?? ""}
              onChange={(event) => set(code, "title", event.currentTarget.value)}
            />
            <Textarea
              mb="md"
              autosize
              label={t("sites.texts.greeting")}
              value={texts[code]?.greeting ?? ""}
              onChange={(event) => set(code, "greeting", event.currentTarget.value)}
            />
            <Textarea
              autosize
              label={t("sites.texts.offline")}
              value={texts[code]?.offline ?? ""}
              onChange={(event) => set(code, "offline", event.currentTarget.value)}
            />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Section>
  );
}
