import type { MailSecurity } from "@kanal/api";

interface Place {
  host: string;
  port: number;
  security: MailSecurity;
}

export interface Provider {
  name: string;
  domains: string[];
  incoming: Place;
  outgoing: Place;
  /** An ordinary password is refused; what is wanted instead. */
  wants?: "appPassword" | "token";
  tokenUrl?: string;
}

const tls = (host: string, port: number): Place => ({ host, port, security: "implicit" });
const startTls = (host: string): Place => ({ host, port: 587, security: "startTls" });

/** Where the mail of well-known providers is, as each of them documents it. */
export const providers: Provider[] = [
  {
    name: "Google",
    domains: ["gmail.com", "googlemail.com"],
    incoming: tls("imap.gmail.com", 993),
    outgoing: tls("smtp.gmail.com", 465),
    wants: "appPassword",
    tokenUrl: "https://oauth2.googleapis.com/token",
  },
  {
    name: "Microsoft 365, Outlook",
    domains: ["outlook.com", "hotmail.com", "live.com", "live.dk", "outlook.dk"],
    incoming: tls("outlook.office365.com", 993),
    outgoing: startTls("smtp.office365.com"),
    wants: "token",
    tokenUrl: "https://login.microsoftonline.com/common/oauth2/v2.0/token",
  },
  {
    name: "one.com",
    domains: ["one.com"],
    incoming: tls("imap.one.com", 993),
    outgoing: tls("send.one.com", 465),
  },
  {
    name: "Simply.com",
    domains: ["simply.com"],
    incoming: tls("imap.simply.com", 993),
    outgoing: startTls("smtp.simply.com"),
  },
  {
    name: "OVH",
    domains: ["ovh.net"],
    incoming: tls("ssl0.ovh.net", 993),
    outgoing: tls("ssl0.ovh.net", 465),
  },
  {
    name: "Wirtualna Polska",
    domains: ["wp.pl"],
    incoming: tls("imap.wp.pl", 993),
    outgoing: tls("smtp.wp.pl", 465),
  },
  {
    name: "Onet",
    domains: ["onet.pl", "onet.eu", "op.pl", "poczta.onet.pl"],
    incoming: tls("imap.poczta.onet.pl", 993),
    outgoing: tls("smtp.poczta.onet.pl", 465),
  },
  {
    name: "Fastmail",
    domains: ["fastmail.com", "fastmail.fm"],
    incoming: tls("imap.fastmail.com", 993),
    outgoing: tls("smtp.fastmail.com", 465),
    wants: "appPassword",
  },
  {
    name: "iCloud",
    domains: ["icloud.com", "me.com", "mac.com"],
    incoming: tls("imap.mail.me.com", 993),
    outgoing: startTls("smtp.mail.me.com"),
    wants: "appPassword",
  },
  {
    name: "Yahoo",
    domains: ["yahoo.com", "yahoo.ro", "yahoo.pl", "yahoo.dk"],
    incoming: tls("imap.mail.yahoo.com", 993),
    outgoing: tls("smtp.mail.yahoo.com", 465),
    wants: "appPassword",
  },
];

/** Whose address this is, where the part behind the @ tells. */
export function providerOf(address: string): Provider | undefined {
  const domain = address.slice(address.lastIndexOf("@") + 1).toLowerCase();
  return providers.find(({ domains }) => domains.includes(domain));
}

export const providerAt = (host: string): Provider | undefined =>
  providers.find(
    ({ incoming, outgoing }) => host !== "" && (incoming.host === host || outgoing.host === host),
  );

/** The port that goes with a kind of security; only where nobody has chosen another. */
export function portFor(security: MailSecurity, what: "incoming" | "outgoing"): number {
  if (what === "incoming") return security === "implicit" ? 993 : 143;
  if (security === "none") return 25;
  return security === "implicit" ? 465 : 587;
}
