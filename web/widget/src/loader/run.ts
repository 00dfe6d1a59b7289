import type { WidgetSite } from "../contract";
import type { Host, LauncherFace, Panel, PanelModule } from "../host";
import { chooseLanguage, localeOf } from "../language/choose";
import { recall, underWay } from "../memory/remembered";
import { storage, storageKey } from "../memory/storage";
import { takeName } from "./commands";
import { askMenu, readSite } from "./contact";
import type { Embed } from "./embed";
import { type GivenFacts, knownFacts, pageFacts } from "./facts";
import { Frame } from "./frame";
import { Launcher } from "./launcher";
import { launcherStrings } from "./launcher-strings";
import { launcherText } from "./launcher-text";
import { Listeners } from "./listeners";
import { onPageChange } from "./page-changes";
import { pageIdle } from "./page-idle";

const menuStaleAfter = 5 * 60_000;
const factsSettleIn = 800;

export function run(embed: Embed) {
  const key = storageKey(embed.key);
  const remembered = recall(embed.preview ? undefined : storage("localStorage"), key);
  const listeners = new Listeners();
  const launcher = new Launcher(() => show(true));
  const frame = new Frame(launcher.button);
  let host: Host | undefined;
  let panel: Promise<Panel> | undefined;
  let given: GivenFacts = {};
  let wish: string | undefined;
  let { visitor } = remembered;
  let face: LauncherFace = { unread: 0, open: false };
  let wantsOpen = false;
  let failures = 0;
  let beginning = false;
  let drawn = false;
  let menuAskedAt = 0;
  let settling = 0;

  const named = takeName({
    open: () => show(true),
    close: async () => (await mounted())?.close(),
    on: listeners.on.bind(listeners),
    facts: (more: GivenFacts) => {
      given = { ...given, ...knownFacts(more) };
      settle();
    },
    // Reserved: the server does not take it yet, and refuses what it does not know.
    identify: () => undefined,
    language: (language: string) => {
      wish = language;
      speak();
      refreshMenu();
    },
    ...(embed.preview && { preview: tryOn }),
  });
  if (named) pageIdle().then(begin);

  async function begin() {
    if (host || beginning) return;
    beginning = true;
    const site = await readSite(embed).catch(() => (underWay(remembered) ? remembered.site : undefined));
    beginning = false;
    if (!site) return addEventListener("online", begin, { once: true });
    host = hostOf(site);
    frame.dress(site.look);
    speak();
    await refreshMenu();
    // Without a menu there is nothing honest to offer, unless a conversation is already under way.
    drawn = host.answer !== undefined || underWay(remembered);
    draw();
    onPageChange(settle);
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden && Date.now() - menuAskedAt > menuStaleAfter) refreshMenu();
    });
    listeners.emit("ready");
    // On a phone the sheet would hide the page that was just asked for.
    const wasOpen = innerWidth >= 480 && storage("sessionStorage")?.getItem(key) === "open";
    if (wantsOpen) await show(true);
    else if (embed.preview || wasOpen) await show(false);
    else if (underWay(remembered)) await load().catch(() => undefined);
  }

  /** Also where the page has exchanged its whole body for the next page's. */
  function draw() {
    if (drawn && !frame.element.isConnected) document.body.append(frame.element);
  }

  function hostOf(site: WidgetSite): Host {
    const made: Host = {
      ...embed,
      root: frame.root,
      layer: frame.layer,
      site,
      answer: undefined,
      language: "",
      locale: "",
      facts: () => pageFacts(given, made.language),
      refreshMenu,
      emit: listeners.emit.bind(listeners),
      launcher: (next) => {
        face = next;
        paint();
      },
      focusLauncher: () => launcher.button.focus(),
    };
    return made;
  }

  async function show(focus: boolean) {
    wantsOpen = true;
    if (!host) return begin();
    launcher.busy(true);
    const shown = await load().catch(() => undefined);
    launcher.busy(false);
    shown?.open({ focus });
    paint();
  }

  function load(): Promise<Panel> {
    panel ??= mount().catch((error) => {
      panel = undefined;
      failures++;
      throw error;
    });
    return panel;
  }

  const mounted = () => panel?.catch(() => undefined);

  async function mount(): Promise<Panel> {
    // A browser may remember a failed import by its address.
    const again = failures > 0 ? `?${failures}` : "";
    const module: PanelModule = await import(/* @vite-ignore */ `${embed.base}widget/${PANEL_FILE}${again}`);
    const fresh = await module.mount(host as Host);
    failures = 0;
    return fresh;
  }

  function speak() {
    if (!host) return;
    const wishes = [embed.language, wish, document.documentElement.lang, ...navigator.languages];
    host.language = chooseLanguage(wishes, host.site.languages);
    host.locale = localeOf(host.language, navigator.languages);
    frame.layer.lang = host.language;
  }

  async function refreshMenu() {
    if (!host) return;
    try {
      host.answer = await askMenu(embed, visitor, host.facts());
      visitor = host.answer.visitor;
      menuAskedAt = Date.now();
    } catch {
      // The last menu stays; the panel says so itself when it can't reach the server. A token may have grown old.
      visitor = undefined;
    }
    paint();
    await (await mounted())?.refresh();
  }

  function paint() {
    if (!host) return;
    const strings = launcherStrings(host.language);
    const recommended = launcherText(strings, host.answer, host.locale, new Date());
    launcher.show(failures > 0 ? strings.failed : (face.label ?? recommended), face);
  }

  function settle() {
    clearTimeout(settling);
    settling = window.setTimeout(async () => {
      draw();
      (await mounted())?.moved();
      await refreshMenu();
    }, factsSettleIn);
  }

  /** The desk's settings page shows a look before it is saved. */
  async function tryOn(site: Partial<WidgetSite>) {
    if (!host) return;
    host.site = { ...host.site, ...site };
    frame.dress(host.site.look);
    speak();
    paint();
    await (await mounted())?.refresh();
  }
}
