import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { agentsQuery, teamsQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";

/** Who will answer here once this is saved: the chosen teams, and everyone whose teams name no queue. */
export function ServedBy({ queue, teams: chosen }: { queue?: string; teams: string[] }) {
  const { t } = useWords();
  const agents = (useQuery(agentsQuery).data ?? []).filter((agent) => agent.active);
  const teams = useQuery(teamsQuery).data ?? [];
  const queuesOf = (team: (typeof teams)[number]) => {
    const others = team.queues.filter((id) => id !== queue);
    return chosen.includes(team.id) ? [...others, queue ?? "new"] : others;
  };
  const serves = (agent: string) => {
    const named = teams.filter((team) => team.members.includes(agent)).flatMap(queuesOf);
    return named.length === 0 || named.includes(queue ?? "new");
  };
  const names = agents.filter(({ id }) => serves(id)).map(({ name }) => name);
  return (
    <Text role="status">
      {names.length === 0 ? t("queues.servedByNobody") : t("queues.servedBy", { names: names.join(", ") })}
    </Text>
  );
}
