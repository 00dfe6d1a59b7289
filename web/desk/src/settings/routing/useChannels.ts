import type { ChannelChoice, RoutingSettings } from "@kanal/api";
import { useQuery } from "@tanstack/react-query";
import { entryPointsQuery, routingQuery } from "../../server/queries";

/** The channels that customers can come by here, in the server's order. */
export function useChannels(): ChannelChoice[] {
  const routing = useQuery(routingQuery).data;
  const points = useQuery(entryPointsQuery).data;
  return routing && points
    ? inUse(
        routing,
        points.map(({ channel }) => channel),
      )
    : [];
}

export const inUse = ({ channels }: RoutingSettings, connected: string[]) =>
  channels.filter(({ channel }) => connected.includes(channel));
