import type { InvitationAnswer, MenuAnswer, MenuQuestion, WidgetSite } from "../contract";
import type { Embed } from "../loader/embed";

export class Refused extends Error {
  constructor(
    readonly status: number,
    /** In words, by the place of what is wrong. */
    readonly errors: Record<string, string[]> = {},
  ) {
    super(`Refused: ${status}`);
  }
}

async function ask(url: string, body?: object, keepalive = false): Promise<Response> {
  const response = await fetch(url, {
    credentials: "omit",
    ...(body && {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      keepalive,
    }),
  });
  if (response.ok) return response;
  const { errors } = await response.json().catch(() => ({}));
  throw new Refused(response.status, errors);
}

const read = async <T>(...asked: Parameters<typeof ask>): Promise<T> => (await ask(...asked)).json();

const siteUrl = ({ base, key }: Embed) => `${base}public/v1/sites/${encodeURIComponent(key)}`;

export const readSite = (embed: Embed) => read<WidgetSite>(siteUrl(embed));

export const askMenu = (embed: Embed, question: MenuQuestion) =>
  read<MenuAnswer>(`${siteUrl(embed)}/menu`, question);

// What is told on the way to the next page must arrive.
export const answerInvitation = (embed: Embed, id: string, answer: InvitationAnswer) =>
  read<{ memory: string }>(`${siteUrl(embed)}/invitations/${encodeURIComponent(id)}`, answer, true);

export const tellOrder = (embed: Embed, order: object) => ask(`${siteUrl(embed)}/orders`, order, true);
