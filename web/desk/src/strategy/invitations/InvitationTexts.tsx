import { Badge, Button, Group, Stack, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { languageName } from "../../conversations/person/facts";
import { useWords } from "../../words/useWords";
import { useStrategy } from "../draft/StrategyContext";
import { Card } from "../parts/Card";
import { SideDrawer } from "../parts/SideDrawer";
import type { Settings } from "../types";
import { InvitationForm } from "./InvitationForm";

interface Props {
  settings: Settings;
  onChange: (invitations: Settings["invitations"]) => Promise<unknown>;
}

const ours = ["checkout", "search", "stuck"];

/** The words of each invitation, by language; what is missing is said in words of ours. */
export function InvitationTexts({ settings, onChange }: Props) {
  const { t, language } = useWords();
  const { draft, site, mayEdit } = useStrategy();
  const [open, setOpen] = useState<string | null>(null);
  const named = draft.definition.rules.flatMap((rule) => (rule.invite ? [rule.invite.text] : []));
  const names = [...new Set([...named, ...Object.keys(settings.invitations)])].filter(Boolean);
  return (
    <Card title={t("strategy.invitations.texts")}>
      <Text c="dimmed">{t("strategy.invitations.texts.help")}</Text>
      <Stack gap="sm">
        {names.map((name) => {
          const texts = settings.invitations[name] ?? {};
          return (
            <Group key={name} justify="space-between" wrap="nowrap" align="flex-start">
              <div>
                <Text fw={600}>{name}</Text>
                <Group gap="xs">
                  {site.languages.map((code) => (
                    <Badge key={code} color={texts[code] ? "kanal" : "gray"}>
                      {languageName(code, language)}:{" "}
                      {t(texts[code] ? "strategy.invitations.own" : "strategy.invitations.ours")}
                    </Badge>
                  ))}
                </Group>
              </div>
              {mayEdit && (
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={t("strategy.change.of", { what: name })}
                  onClick={() => setOpen(name)}
                >
                  {t("strategy.change")}
                </Button>
              )}
            </Group>
          );
        })}
      </Stack>
      {mayEdit && (
        <Group gap="sm">
          {ours
            .filter((name) => !names.includes(name))
            .map((name) => (
              <Button
                key={name}
                variant="subtle"
                size="compact-sm"
                leftSection={<IconPlus size={14} />}
                onClick={() => setOpen(name)}
              >
                {name}
              </Button>
            ))}
        </Group>
      )}
      <SideDrawer
        opened={open !== null}
        title={t("strategy.invitations.text", { name: open ?? "" })}
        onClose={() => setOpen(null)}
      >
        {open !== null && (
          <InvitationForm
            key={open}
            texts={settings.invitations[open] ?? {}}
            onSave={async (texts) => {
              await onChange({ ...settings.invitations, [open]: texts });
              setOpen(null);
            }}
          />
        )}
      </SideDrawer>
    </Card>
  );
}
