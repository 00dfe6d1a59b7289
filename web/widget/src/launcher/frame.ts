import type { Look } from "../contract";
import { dress, wear } from "../look/dress";
import tokens from "../look/tokens.css?inline";
import styles from "./launcher.css?inline";

/** Our corner of the page: one element, a shadow root, and the layer that carries the theme. */
export class Frame {
  readonly element = document.createElement("kanal-widget");
  readonly root = this.element.attachShadow({ mode: "open" });
  readonly layer = document.createElement("div");
  private readonly dark = matchMedia("(prefers-color-scheme: dark)");
  private look: Look | undefined;

  constructor(launcher: HTMLElement) {
    this.layer.className = "kanal";
    this.layer.append(launcher);
    this.root.append(this.layer);
    wear(this.root, tokens + styles);
    this.dark.onchange = () => this.look && this.dress(this.look);
  }

  dress(look: Look): void {
    this.look = look;
    dress(this.layer, look, this.dark.matches);
  }
}
