import type { Mailbox, MailboxRequest, MailServer, MailServerRequest } from "@kanal/api";
import { type Provider, portFor } from "./providers";

export interface ServerDraft {
  used: boolean;
  host: string;
  port: number;
  security: MailServer["security"];
  user: string;
  authentication: MailServer["authentication"];
  secret: string;
  tokenUrl: string;
  clientId: string;
  clientSecret: string;
  /** Of the one certificate that is trusted though nobody known has signed it. */
  fingerprint: string;
}

export interface MailboxDraft {
  site: string;
  queue: string;
  address: string;
  name: string;
  active: boolean;
  folders: string[];
  incoming: ServerDraft;
  outgoing: ServerDraft;
  plusAddressing: boolean;
  signatures: Record<string, string>;
  acknowledges: boolean;
  acknowledgements: Record<string, { subject: string; text: string }>;
}

function serverDraft(server: MailServer | null | undefined, isNew: boolean, what: "incoming" | "outgoing") {
  return {
    used: isNew || !!server,
    host: server?.host ?? "",
    port: server?.port ?? portFor("implicit", what),
    security: server?.security ?? ("implicit" as const),
    user: server?.user ?? "",
    authentication: server?.authentication ?? ("password" as const),
    secret: "",
    tokenUrl: server?.tokenUrl ?? "",
    clientId: server?.clientId ?? "",
    clientSecret: "",
    fingerprint: server?.fingerprint ?? "",
  };
}

export const draftOf = (
  mailbox: Mailbox | undefined,
  usual: { site: string; queue: string },
): MailboxDraft => ({
  site: mailbox?.site ?? usual.site,
  queue: mailbox?.queue ?? usual.queue,
  address: mailbox?.address ?? "",
  name: mailbox?.name ?? "",
  active: mailbox?.active ?? true,
  folders: mailbox?.folders ?? ["INBOX"],
  incoming: serverDraft(mailbox?.incoming, !mailbox, "incoming"),
  outgoing: serverDraft(mailbox?.outgoing, !mailbox, "outgoing"),
  plusAddressing: mailbox?.plusAddressing ?? false,
  signatures: mailbox?.signatures ?? {},
  acknowledges: mailbox?.acknowledges ?? false,
  acknowledgements: Object.fromEntries(
    Object.entries(mailbox?.acknowledgements ?? {}).map(([language, { subject, text }]) => [
      language,
      { subject: subject ?? "", text },
    ]),
  ),
});

function serverRequest(draft: ServerDraft): MailServerRequest | undefined {
  if (!draft.used || draft.host.trim() === "") return undefined;
  const token = draft.authentication === "token";
  return {
    host: draft.host.trim(),
    port: draft.port,
    security: draft.security,
    user: draft.user.trim() || undefined,
    authentication: draft.authentication,
    // What is left empty stays as the server has it.
    secret: draft.secret || undefined,
    tokenUrl: (token && draft.tokenUrl.trim()) || undefined,
    clientId: (token && draft.clientId.trim()) || undefined,
    clientSecret: (token && draft.clientSecret) || undefined,
    fingerprint: draft.fingerprint,
  };
}

export const requestOf = (draft: MailboxDraft, version?: number): MailboxRequest => ({
  site: draft.site,
  queue: draft.queue,
  address: draft.address.trim(),
  name: draft.name.trim(),
  active: draft.active,
  folders: draft.folders,
  incoming: serverRequest(draft.incoming),
  outgoing: serverRequest(draft.outgoing),
  noIncoming: !serverRequest(draft.incoming),
  noOutgoing: !serverRequest(draft.outgoing),
  plusAddressing: draft.plusAddressing,
  signatures: written(draft.signatures, (text) => text.trim() !== ""),
  acknowledges: draft.acknowledges,
  acknowledgements: written(draft.acknowledgements, ({ text }) => text.trim() !== ""),
  version,
});

const written = <Text>(texts: Record<string, Text>, says: (text: Text) => boolean) =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => says(text)));

/** Both servers as the provider has them; the address is the user unless one was written. */
export function withProvider(draft: MailboxDraft, provider: Provider): MailboxDraft {
  const at = (server: ServerDraft, what: "incoming" | "outgoing"): ServerDraft => ({
    ...server,
    ...provider[what],
    used: true,
    user: server.user || draft.address.trim(),
    authentication: provider.wants === "token" ? "token" : server.authentication,
    tokenUrl: provider.tokenUrl ?? "",
  });
  return { ...draft, incoming: at(draft.incoming, "incoming"), outgoing: at(draft.outgoing, "outgoing") };
}
