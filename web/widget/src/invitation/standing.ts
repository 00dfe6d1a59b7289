import type { Invitation, InvitationAnswer } from "../contract";
import type { InvitingHost } from "../host";
import { type Chosen, drawCard } from "./card";
import { covered } from "./covered";

const look = 1_000;
/** What was meant for a moment is not said a minute later. */
const staleAfter = 60_000;

/** The card beside the launcher: when it may stand there, and what comes of it. */
export class Standing {
  private readonly said = document.createElement("p");
  private invitation: Invitation | undefined;
  private card: HTMLElement | undefined;
  private since = 0;
  private timer: ReturnType<typeof setInterval> | undefined;
  private known = new Set<string>();

  constructor(
    private readonly host: InvitingHost,
    private readonly answered: (invitation: Invitation, answer: InvitationAnswer["answer"]) => void,
  ) {
    this.said.className = "said";
    this.said.setAttribute("role", "status");
    host.layer.prepend(this.said);
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.card?.hidden === false && !event.defaultPrevented)
        this.choose("closed");
    });
  }

  get stands(): boolean {
    return this.invitation !== undefined;
  }

  invite(invitation: Invitation): void {
    if (this.known.has(invitation.id) || this.invitation) return;
    this.invitation = invitation;
    this.since = Date.now();
    this.timer = setInterval(() => this.look(), look);
    this.look();
  }

  /** The visitor has opened the panel: they took the hint, if there was one to see. */
  opened(): void {
    if (this.card) this.choose("accepted", false);
    else this.forget();
  }

  forget(): void {
    clearInterval(this.timer);
    this.card?.remove();
    this.card = undefined;
    this.invitation = undefined;
    this.said.textContent = "";
  }

  /** A card waits until nothing lies over the page, and steps back when something does. */
  private look(): void {
    const { invitation, card, host } = this;
    if (!invitation) return;
    const away = host.busy() || covered();
    if (card) card.hidden = away;
    else if (!away) this.show(invitation);
    else if (Date.now() - this.since > staleAfter) this.forget();
  }

  private show(invitation: Invitation): void {
    const { host } = this;
    this.known.add(invitation.id);
    this.card = drawCard(invitation, host.language, (chosen) => this.choose(chosen));
    this.card.lang = host.language;
    const { top, height } = host.button.getBoundingClientRect();
    if (height > 0) this.card.style.setProperty("--launcher-top", `${innerHeight - top}px`);
    host.button.before(this.card);
    this.said.textContent = `${invitation.title} ${invitation.body}`;
    this.answered(invitation, "shown");
  }

  private choose(chosen: Chosen, open = true): void {
    const { invitation, card, host } = this;
    if (!invitation) return;
    const focused = card?.contains(host.root.activeElement);
    this.forget();
    this.answered(invitation, chosen);
    if (chosen === "accepted" && open) host.open(invitation.channel);
    else if (focused) host.button.focus();
  }
}
