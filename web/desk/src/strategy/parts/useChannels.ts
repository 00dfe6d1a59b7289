import { useWords } from "../../words/useWords";
import { useStrategy } from "../draft/StrategyContext";
import { channelName } from "../sentences/channels";

/** The site's channels, and those that the strategy names besides. */
export function useChannels() {
  const { t } = useWords();
  const { strategy, draft } = useStrategy();
  const named = draft.definition.rules.flatMap((rule) => [
    ...rule.offer,
    ...(rule.otherwise ?? []),
    ...(rule.withhold ?? []),
  ]);
  const all = [...new Set([...strategy.channels, "help", ...named])];
  return { all, choices: all.map((channel) => ({ value: channel, label: channelName(channel, t) })) };
}
