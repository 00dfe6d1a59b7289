import { Spotlight, spotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useWords } from "../words/useWords";
import { CommandFound } from "./CommandFound";
import { useCommands } from "./useCommands";

export function CommandBar() {
  const { t } = useWords();
  const [query, setQuery] = useState("");
  const wanted = query.trim().toLocaleLowerCase();
  const commands = useCommands().filter((command) => command.name.toLocaleLowerCase().includes(wanted));

  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      onSpotlightOpen={() => setQuery("")}
      shortcut="mod + K"
      // Also from the middle of a reply, where agents are.
      tagsToIgnore={[]}
      scrollable
      maxHeight="70vh"
      transitionProps={{ duration: 100 }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.4 }}
    >
      <Spotlight.Search placeholder={t("command.placeholder")} leftSection={<IconSearch size={20} />} />
      <Spotlight.ActionsList>
        {wanted.length > 1 && <CommandFound query={query.trim()} />}
        {commands.length > 0 && (
          <Spotlight.ActionsGroup label={t("command.commands")}>
            {commands.map(({ name, icon, run }) => (
              <Spotlight.Action
                key={name}
                label={name}
                leftSection={icon}
                onClick={() => {
                  run();
                  spotlight.close();
                }}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
