import type { ImportMode } from "@kanal/api";
import { Button, Group, Progress, Select, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useNavigate } from "react-router";
import { languageName } from "../../conversations/person/facts";
import { Section } from "../../parts/Section";
import { showProblem } from "../../parts/showProblem";
import { useWords } from "../../words/useWords";
import { useScope } from "../reports/useScope";
import { FileField } from "./FileField";
import { ModeChoice } from "./ModeChoice";
import { type Given, upload } from "./upload";

/** The file and how it is meant; then the server says what would become of it. */
export function BringIn() {
  const { t, language: own } = useWords();
  const { sites, languages, site, language, choose } = useScope();
  const [file, setFile] = useState<File | null>(null);
  const [mode, setMode] = useState<ImportMode>("drafts");
  const [share, setShare] = useState(0);
  const stop = useRef<AbortController | null>(null);
  const navigate = useNavigate();
  const look = useMutation({
    mutationFn: (given: Given) => {
      setShare(0);
      stop.current = new AbortController();
      return upload(given, setShare, stop.current.signal);
    },
    onSuccess: ({ id }) => navigate(`/knowledge/imports/${id}`),
    onError: (problem) => {
      if (!(problem instanceof DOMException)) showProblem(t)(problem);
    },
  });
  const ready = file && site && language;
  return (
    <Section title={t("imports.title")} intro={t("imports.formats")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) look.mutate({ file, site, language, mode });
        }}
      >
        <Stack gap="lg">
          <FileField file={file} onFile={setFile} disabled={look.isPending} />
          <Group grow preventGrowOverflow={false} align="flex-start">
            {sites.length > 1 && (
              <Select
                label={t("field.site")}
                allowDeselect={false}
                data={sites.map(({ id, name }) => ({ value: id, label: name }))}
                value={site ?? null}
                onChange={(value) => choose("site", value)}
              />
            )}
            <Select
              label={t("imports.language")}
              description={t("imports.language.help")}
              allowDeselect={false}
              data={languages.map((code) => ({ value: code, label: languageName(code, own) }))}
              value={language ?? null}
              onChange={(value) => choose("language", value)}
            />
          </Group>
          <ModeChoice mode={mode} onMode={setMode} />
          {look.isPending ? (
            <Stack gap="xs">
              <Text size="sm" role="status">
                {share < 1 ? t("imports.uploading") : t("imports.reading")}
              </Text>
              <Group>
                <Progress
                  flex={1}
                  value={100 * share}
                  animated={share >= 1}
                  aria-label={t("imports.uploading")}
                />
                <Button variant="default" onClick={() => stop.current?.abort()}>
                  {t("cancel")}
                </Button>
              </Group>
            </Stack>
          ) : (
            <Group>
              <Button type="submit" disabled={!ready}>
                {t("imports.look")}
              </Button>
              <Text size="sm" c="dimmed">
                {t("imports.look.help")}
              </Text>
            </Group>
          )}
        </Stack>
      </form>
    </Section>
  );
}
