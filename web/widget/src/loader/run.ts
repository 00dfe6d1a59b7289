import type { Look, WidgetSite } from "../contract";
import type { Host, LauncherFace, Panel, PanelModule } from "../host";
import { chooseLanguage } from "../language/choose";
import { dress, wear } from "../look/dress";
import tokens from "../look/tokens.css?inline";
import { parseRemembered, type Remembered, underWay } from "../memory/remembered";
import { storage, storageKey } from "../memory/storage";
import { takeName } from "./commands";
import { askMenu, readSite } from "./contact";
import type { Embed } from "./embed";
import { type GivenFacts, knownFacts, pageFacts } from "./facts";
import { Launcher } from "./launcher";
import styles from "./launcher.css?inline";
import { launcherStrings } from "./launcher-strings";
import { launcherText } from "./launcher-text";
import { Listeners } from "./listeners";
import { pageIdle } from "./page-idle";

const staleAfter = 5 * 60_000;

export function run(embed: Embed) {
  const listeners = new Listeners();
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let given: GivenFacts = {};
  let wish: string | undefined;
  let wantsOpen = embed.preview;
  let host: Host | undefined;
  let panel: Promise<Panel> | undefined;
  let attempts = 0;
  let askedAt = 0;
  let soon = 0;
  let failed = false;

  const launcher = new Launcher(() => show(true));
  let face: LauncherFace = { unread: 0, open: false };

  const named = takeName({
    open: () => show(true),
    close: () => panel?.then((it) => it.close()),
    on: listeners.on.bind(listeners),
    facts: (more: GivenFacts) => {
      given = { ...given, ...knownFacts(more) };
      clearTimeout(soon);
      soon = window.setTimeout(moved, 800);
    },
    // Reserved: kept for a later version of the server, which does not take it yet.
    identify: () => undefined,
    language: (language: string) => {
      wish = language;
      if (host) speak(host).then(refreshMenu);
    },
    ...(embed.preview && { preview: tryOn }),
  });
  if (named) pageIdle().then(begin);

  async function begin() {
    if (host) return;
    const key = storageKey(embed.key);
    const remembered = parseRemembered(embed.preview ? null : storage("localStorage")?.getItem(key));
    let site: WidgetSite | undefined;
    try {
      site = await readSite(embed);
    } catch {
      site = remembered.site;
      if (!underWay(remembered)) site = undefined;
    }
    if (!site) return addEventListener("online", begin, { once: true });
    if (host) return;
    host = draw(site, remembered);
    await refreshMenu();
    // Without a menu there is nothing honest to offer, unless a conversation is already under way.
    if (!host.answer && !underWay(remembered)) launcher.button.hidden = true;
    else document.body.append(host.root.host);
    listeners.emit("ready");
    const wasOpen = innerWidth >= 480 && storage("sessionStorage")?.getItem(key) === "open";
    if (wantsOpen || (wasOpen && !embed.preview)) await show(wantsOpen && !embed.preview);
    else if (underWay(remembered)) await load().catch(() => undefined);
  }

  function draw(site: WidgetSite, remembered: Remembered): Host {
    const element = document.createElement("kanal-widget");
    const root = element.attachShadow({ mode: "open" });
    const layer = document.createElement("div");
    layer.className = "kanal";
    layer.append(launcher.button);
    root.append(layer);
    wear(root, tokens + styles);
    const made: Host = {
      ...embed,
      root,
      layer,
      site,
      answer: undefined,
      language: "",
      facts: () => pageFacts(given, made.language),
      refreshMenu,
      emit: listeners.emit.bind(listeners),
      launcher: (next) => {
        face = next;
        paint();
      },
      focusLauncher: () => launcher.button.focus(),
    };
    visitor = remembered.visitor;
    speak(made);
    dress(layer, site.look, dark.matches);
    dark.addEventListener("change", () => dress(layer, made.site.look, dark.matches));
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden && Date.now() - askedAt > staleAfter) refreshMenu();
    });
    return made;
  }

  let visitor: string | undefined;

  async function speak(it: Host) {
    const wishes = [embed.language, wish, document.documentElement.lang, ...navigator.languages];
    it.language = chooseLanguage(wishes, it.site.languages);
    it.layer.lang = it.language;
    await (await panel)?.refresh();
  }

  async function refreshMenu() {
    if (!host) return;
    try {
      host.answer = await askMenu(embed, visitor, host.facts());
      visitor = host.answer.visitor;
      askedAt = Date.now();
    } catch {
      // The last menu stays; the panel says so itself when it can't reach the server.
    }
    paint();
    await (await panel)?.refresh();
  }

  function paint() {
    const it = host;
    if (!it) return;
    const strings = launcherStrings(it.language);
    const recommended = () => launcherText(strings, it.site, it.answer, it.language, new Date());
    launcher.show(failed ? strings.failed : (face.label ?? recommended()), face);
  }

  async function moved() {
    (await panel)?.moved();
    await refreshMenu();
  }

  function load(): Promise<Panel> {
    panel ??= mount().catch((error) => {
      panel = undefined;
      throw error;
    });
    return panel;
  }

  async function mount(): Promise<Panel> {
    // A browser may remember a failed import by its address.
    const again = attempts++ > 0 ? `?${attempts}` : "";
    const module: PanelModule = await import(/* @vite-ignore */ `${embed.base}widget/${PANEL_FILE}${again}`);
    return module.mount(host as Host);
  }

  async function show(focus: boolean) {
    wantsOpen = true;
    if (!host) return begin();
    launcher.busy(true);
    try {
      (await load()).open({ focus });
      failed = false;
    } catch {
      failed = true;
    }
    launcher.busy(false);
    paint();
  }

  /** The desk's settings page shows a look before it is saved. */
  function tryOn(site: Partial<WidgetSite> & { look?: Look }) {
    if (!host) return;
    host.site = { ...host.site, ...site };
    dress(host.layer, host.site.look, dark.matches);
    speak(host).then(paint);
  }
}
