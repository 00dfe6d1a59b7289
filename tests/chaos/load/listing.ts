import type { Listed } from "../checker/records.ts";
import type { Centre } from "../harness/centre.ts";

const together = 16;

/** Everything that the API tells of all conversations. */
export async function list(centre: Centre): Promise<Listed[]> {
  const summaries = await summariesOf(centre);
  const listed: Listed[] = [];
  const waiting = [...summaries];
  await Promise.all(
    Array.from({ length: together }, async () => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
        listed.push(await one(centre, next));
    }),
  );
  return listed.sort((first, second) => (first.id < second.id ? -1 : 1));
}

// biome-ignore lint/suspicious/noExplicitAny: as JSON comes.
export async function summariesOf(centre: Centre): Promise<any[]> {
  const found = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page: { data: unknown[]; next: string | null } = await centre.do(
      "GET",
      `/conversations?list=all&limit=200${cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    found.push(...page.data);
    cursor = page.next;
  }

  return found;
}

// biome-ignore lint/suspicious/noExplicitAny: as JSON comes.
async function one(centre: Centre, summary: any): Promise<Listed> {
  const entries = (await centre.do("GET", `/conversations/${summary.id}/timeline?limit=500`)).data;
  const files: Listed["files"] = [];
  // biome-ignore lint/suspicious/noExplicitAny: as JSON comes.
  for (const { id } of entries.flatMap((entry: any) => entry.files ?? []))
    files.push({ id, content: await centre.file(summary.id, id) });
  const offers = (await centre.do("GET", `/conversations/${summary.id}/assignments`)).data;
  return {
    id: summary.id,
    state: summary.state,
    owner: summary.agent?.id ?? null,
    queue: summary.queue ?? null,
    lastSequence: summary.lastSequence,
    files,
    // biome-ignore lint/suspicious/noExplicitAny: as JSON comes.
    messages: entries.flatMap((entry: any) =>
      entry.kind === "message"
        ? [{ sequence: entry.sequence, text: entry.text, clientId: entry.clientId ?? null }]
        : [],
    ),
    // biome-ignore lint/suspicious/noExplicitAny: as JSON comes.
    requeues: entries.filter((entry: any) => entry.event?.type === "queued").length,
    // biome-ignore lint/suspicious/noExplicitAny: as JSON comes.
    offers: offers.map((offer: any) => ({ id: offer.id, agent: offer.agent.id, state: offer.state })),
  };
}
