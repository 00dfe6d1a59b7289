import { readEventStream } from "@kanal/api/event-stream";
import { useEffect, useState } from "preact/hooks";
import type { Joined, PhoneCode } from "../../contract";
import { call } from "../call";
import { useWidget } from "../context";
import { siteUrl } from "../site-url";

/** Whoever is on the phone with us reads six digits out, and the agent can show things here. */
export function PhoneCodeAsk() {
  const widget = useWidget();
  const { t, host } = widget;
  const [code, setCode] = useState<PhoneCode>();
  const visitor = host.answer?.visitor;

  useEffect(() => {
    if (!code || !visitor) return undefined;
    const stop = new AbortController();
    const over = setTimeout(() => setCode(undefined), Math.max(0, Date.parse(code.expiresAt) - Date.now()));
    void readEventStream(siteUrl(host, "phone-code/events"), {
      signal: stop.signal,
      headers: () => ({ Authorization: `Bearer ${visitor}` }),
      onEvent: ({ type, data }) => {
        if (type === "joined") void widget.join(JSON.parse(data) as Joined);
      },
      onRefused: () => setCode(undefined),
    });
    return () => {
      clearTimeout(over);
      stop.abort();
    };
  }, [code, visitor, host, widget]);

  const ask = () =>
    widget.attempt(async () =>
      setCode(await call<PhoneCode>(siteUrl(host, "phone-code"), { body: { visitor } })),
    );

  if (host.preview || !visitor) return null;
  return (
    <div class="phone-code">
      <div role="status">
        {code && (
          <>
            <p>{t("phoneRead")}</p>
            <p class="digits">
              {code.code.slice(0, 3)} {code.code.slice(3)}
            </p>
            <p class="muted hint">{t("phoneValid")}</p>
          </>
        )}
      </div>
      <button type="button" class="quiet" onClick={ask}>
        {t(code ? "phoneNew" : "phoneAsk")}
      </button>
    </div>
  );
}
