import { Anchor, Stack, Text, Title } from "@mantine/core";
import { useWords } from "../../words/useWords";
import classes from "./SitePreview.module.css";

/** The real widget on the server's own test page, loaded anew after each save. */
export function SitePreview({ siteKey, version }: { siteKey: string; version: number }) {
  const { t } = useWords();
  const address = `/test-visitor?site=${encodeURIComponent(siteKey)}&preview=true`;
  return (
    <Stack gap="sm" className={classes.preview}>
      <Title order={2}>{t("preview.title")}</Title>
      <Text c="dimmed">{t("preview.intro")}</Text>
      <iframe key={version} title={t("preview.title")} src={address} className={classes.frame} />
      <Anchor href={address} target="_blank" rel="noopener">
        {t("preview.open")}
      </Anchor>
    </Stack>
  );
}
