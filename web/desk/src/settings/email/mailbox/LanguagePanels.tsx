import { Tabs } from "@mantine/core";
import type { ReactNode } from "react";
import { languageName } from "../../../conversations/person/facts";
import { useWords } from "../../../words/useWords";

interface Props {
  languages: string[];
  label: string;
  children: (language: string) => ReactNode;
}

/** The same fields once for each of a site's languages. */
export function LanguagePanels({ languages, label, children }: Props) {
  const { language } = useWords();
  if (languages.length === 1) return children(languages[0] ?? "");
  return (
    <Tabs defaultValue={languages[0]} keepMounted={false}>
      <Tabs.List mb="md" aria-label={label}>
        {languages.map((code) => (
          <Tabs.Tab key={code} value={code}>
            {languageName(code, language)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {languages.map((code) => (
        <Tabs.Panel key={code} value={code}>
          {children(code)}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
