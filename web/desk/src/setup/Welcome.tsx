import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { CopyField } from "../parts/CopyField";
import { DoorPage } from "../parts/DoorPage";
import { Loaded } from "../parts/Loaded";
import { sitesQuery } from "../server/queries";
import { usePresence } from "../shell/usePresence";
import { useWords } from "../words/useWords";

/** The end of the first run: the two lines, and a visitor to try it with. */
export function Welcome() {
  const { t } = useWords();
  const sites = useQuery(sitesQuery);
  const { setPresence } = usePresence();

  function openVisitor(key: string) {
    setPresence("available");
    window.open(
      `/test-visitor?site=${encodeURIComponent(key)}`,
      "kanal-visitor",
      "width=480,height=760,left=900",
    );
  }

  return (
    <DoorPage title={t("welcome.title")} intro={t("welcome.intro")} width={640}>
      <Loaded query={sites}>
        {([site]) =>
          site && (
            <Stack gap="lg">
              <Title order={2}>{t("snippet.title")}</Title>
              <Text>{t("snippet.intro")}</Text>
              <CopyField text={site.snippet} />
              <Title order={2}>{t("welcome.try")}</Title>
              <Text>{t("welcome.try.how")}</Text>
              <Group>
                <Button
                  variant="default"
                  leftSection={<IconExternalLink size={16} />}
                  onClick={() => openVisitor(site.key)}
                >
                  {t("welcome.visitor")}
                </Button>
                <Button component={Link} to="/conversations">
                  {t("welcome.desk")}
                </Button>
              </Group>
            </Stack>
          )
        }
      </Loaded>
    </DoorPage>
  );
}
