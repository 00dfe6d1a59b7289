import type { Invitation } from "../contract";
import { invitationStrings } from "./strings";

export type Chosen = "accepted" | "declined" | "closed";

function button(className: string, text: string, onclick: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = className;
  made.textContent = text;
  made.onclick = onclick;
  return made;
}

function words(tag: "h2" | "p", text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

/** Built by hand with createElement, as the launcher: pages with Trusted Types forbid markup from text. */
export function drawCard(
  { title, body, button: accept }: Invitation,
  language: string,
  choose: (chosen: Chosen) => void,
): HTMLElement {
  const strings = invitationStrings(language);
  const card = document.createElement("section");
  const heading = words("h2", title);
  const ways = document.createElement("div");
  const close = button("card-close", "×", () => choose("closed"));
  close.setAttribute("aria-label", strings.close);
  heading.id = "kanal-invitation";
  card.className = "card";
  card.setAttribute("aria-labelledby", heading.id);
  ways.className = "card-ways";
  ways.append(
    button("card-yes", accept, () => choose("accepted")),
    button("card-no", strings.no, () => choose("declined")),
  );
  card.append(heading, close, words("p", body), ways);
  return card;
}
