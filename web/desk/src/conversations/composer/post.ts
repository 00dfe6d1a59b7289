import { api, ask } from "../../server/api";
import type { Outgoing } from "./outbox";

const patienceMs = 20_000;

export function post(item: Outgoing): Promise<unknown> {
  const { conversation: id, kind, clientId, text, files, channel, letter, sequence } = item;
  const params = { path: { id } };
  const signal = AbortSignal.timeout(patienceMs);
  if (kind === "note")
    return ask(api.POST("/api/v1/conversations/{id}/notes", { params, body: { clientId, text }, signal }));
  const given = files.length > 0 ? files.map((file) => file.id) : undefined;
  if (kind === "forward") {
    const { to, cc, subject, mailbox } = letter ?? {};
    const body = {
      clientId,
      text,
      to: to ?? [],
      cc,
      subject,
      mailbox,
      sequence: sequence ?? 0,
      files: given,
    };
    return ask(api.POST("/api/v1/conversations/{id}/forward", { params, body, signal }));
  }
  const body = { clientId, text, files: given, channel, letter };
  return ask(api.POST("/api/v1/conversations/{id}/messages", { params, body, signal }));
}
