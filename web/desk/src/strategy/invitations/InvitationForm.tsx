import type { InvitationText } from "@kanal/api";
import { Button, Fieldset, Stack, Textarea, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { languageName } from "../../conversations/person/facts";
import { useWords } from "../../words/useWords";
import { useStrategy } from "../draft/StrategyContext";

interface Props {
  texts: Record<string, InvitationText>;
  onSave: (texts: Record<string, InvitationText>) => Promise<unknown>;
}

const empty: InvitationText = { title: "", body: "", button: "" };

/** What is said in each of the site's languages; one that is left empty is said in words of ours. */
export function InvitationForm({ texts, onSave }: Props) {
  const { t, language } = useWords();
  const { site } = useStrategy();
  const [written, write] = useState(texts);
  const save = useMutation({
    mutationFn: () =>
      onSave(
        Object.fromEntries(Object.entries(written).filter(([, its]) => its.title || its.body || its.button)),
      ),
  });
  const half = Object.values(written).some(
    (its) => Object.values(its).some(Boolean) && !Object.values(its).every((part) => part.trim()),
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Stack gap="lg">
        {site.languages.map((code) => {
          const its = written[code] ?? empty;
          const put = (changes: Partial<InvitationText>) =>
            write({ ...written, [code]: { ...its, ...changes } });
          return (
            <Fieldset key={code} legend={languageName(code, language)}>
              <Stack gap="sm">
                <TextInput
                  lang={code}
                  label={t("strategy.invitations.title")}
                  maxLength={80}
                  value={its.title}
                  onChange={(event) => put({ title: event.currentTarget.value })}
                />
                <Textarea
                  lang={code}
                  autosize
                  label={t("strategy.invitations.body")}
                  maxLength={300}
                  value={its.body}
                  onChange={(event) => put({ body: event.currentTarget.value })}
                />
                <TextInput
                  lang={code}
                  label={t("strategy.invitations.button")}
                  maxLength={40}
                  value={its.button}
                  onChange={(event) => put({ button: event.currentTarget.value })}
                />
              </Stack>
            </Fieldset>
          );
        })}
        <Button type="submit" loading={save.isPending} disabled={half}>
          {t("save")}
        </Button>
      </Stack>
    </form>
  );
}
