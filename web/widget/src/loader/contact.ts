import type { Facts, MenuAnswer, WidgetSite } from "../contract";
import type { Embed } from "./embed";

async function read<T>(url: string, body?: object): Promise<T> {
  const response = await fetch(url, {
    credentials: "omit",
    ...(body && {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    }),
  });
  if (!response.ok) throw new Error(url);
  return response.json();
}

const siteUrl = ({ base, key }: Embed) => `${base}public/v1/sites/${encodeURIComponent(key)}`;

export const readSite = (embed: Embed) => read<WidgetSite>(siteUrl(embed));

export const askMenu = (embed: Embed, visitor: string | undefined, facts: Facts) =>
  read<MenuAnswer>(`${siteUrl(embed)}/menu`, { visitor, facts });
