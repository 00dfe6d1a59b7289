import type { ConversationSummary, Offer } from "@kanal/api";
import { useEffect, useRef } from "react";
import { customerName } from "../parts/customerName";
import { allowSound, ring } from "../parts/sound";
import { useWords } from "../words/useWords";
import { usePreferences } from "./usePreferences";

const ringAgainMs = 4_000;

/** Rings for offers and for messages that arrive while the page is hidden. */
export function useAlerts(offers: Offer[], inHand: ConversationSummary[]) {
  const { preferences } = usePreferences();
  const { t } = useWords();
  const told = useRef(new Set<string>());
  const ringing = offers.length > 0;
  const unread = inHand.reduce((sum, conversation) => sum + conversation.unread, 0);
  const before = useRef(unread);

  useEffect(() => {
    addEventListener("pointerdown", allowSound);
    addEventListener("keydown", allowSound);
    return () => {
      removeEventListener("pointerdown", allowSound);
      removeEventListener("keydown", allowSound);
    };
  }, []);

  useEffect(() => {
    if (!ringing || !preferences.sound) return;
    ring("offer");
    const timer = setInterval(() => ring("offer"), ringAgainMs);
    return () => clearInterval(timer);
  }, [ringing, preferences.sound]);

  useEffect(() => {
    if (unread > before.current && preferences.sound) ring("message");
    before.current = unread;
  }, [unread, preferences.sound]);

  useEffect(() => {
    if (!preferences.notifications || !document.hidden || !("Notification" in window)) return;
    if (Notification.permission !== "granted") return;
    for (const offer of offers) {
      if (told.current.has(offer.id)) continue;
      told.current.add(offer.id);
      const notice = new Notification(t("offer.title"), {
        body: `${customerName(offer.conversation.customer, t)}: ${offer.conversation.lastMessage?.text ?? ""}`,
        tag: offer.id,
        icon: "/desk/icon.svg",
      });
      notice.onclick = () => {
        window.focus();
        notice.close();
      };
    }
  }, [offers, preferences.notifications, t]);
}
