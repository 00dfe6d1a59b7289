import type { LauncherFace } from "../host";

function icon(path: string) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const shape = document.createElementNS(space, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  shape.setAttribute("d", path);
  svg.append(shape);
  return svg;
}

/** Built by hand with createElement: pages with Trusted Types forbid markup from text. */
export class Launcher {
  readonly button = document.createElement("button");
  private readonly label = document.createElement("span");
  private readonly badge = document.createElement("span");

  constructor(onOpen: () => void) {
    this.button.className = "launcher";
    this.button.type = "button";
    this.button.setAttribute("aria-haspopup", "dialog");
    this.badge.className = "badge";
    this.button.append(icon("M4 5h16v11H9.5L5 20v-4H4z"), this.label, this.badge);
    this.button.onclick = onOpen;
  }

  show(text: string, face: LauncherFace) {
    this.label.textContent = text;
    this.badge.textContent = face.unread > 9 ? "9+" : String(face.unread);
    this.badge.hidden = face.unread === 0;
    this.button.hidden = face.open;
    this.button.setAttribute("aria-label", [text, face.news].filter(Boolean).join(", "));
  }

  busy(busy: boolean) {
    this.button.toggleAttribute("aria-busy", busy);
  }
}
