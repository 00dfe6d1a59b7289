import type { Privacy, WidgetSite } from "../contract";
import type { Host, InvitationModule, Inviting, LauncherFace, Panel, PanelModule } from "../host";
import { chooseLanguage, localeOf } from "../language/choose";
import type { Call } from "../loader/commands";
import type { Embed } from "../loader/embed";
import type { Listeners } from "../loader/listeners";
import { recall, underWay } from "../memory/remembered";
import { storage, storageKey } from "../memory/storage";
import type { SignalName } from "../signals";
import { readSite } from "./contact";
import { type GivenFacts, knownFacts, pageFacts, standing } from "./facts";
import { Frame } from "./frame";
import { Launcher } from "./launcher";
import { launcherStrings } from "./launcher-strings";
import { launcherText } from "./launcher-text";
import { Menus } from "./menus";
import { type Order, tell } from "./orders";
import { onPageChange } from "./page-changes";
import { Part } from "./part";
import { allowed, isPrivacy } from "./privacy";
import { Visit } from "./visit";

const menuStaleAfter = 5 * 60_000;
const factsSettleIn = 800;

export function run(embed: Embed, listeners: Listeners): (call: Call) => unknown {
  const key = storageKey(embed.key);
  const local = embed.preview ? undefined : storage("localStorage");
  const remembered = recall(local, key);
  const visit = new Visit(`kanal-visit:${embed.key}`, Date.now);
  const noted = new Set<SignalName>();
  const launcher = new Launcher(() => show({ focus: true }));
  const frame = new Frame(launcher.button);
  const panel = new Part<PanelModule, Panel>(`${embed.base}widget/${PANEL_FILE}`, (module) =>
    module.mount(host as Host),
  );
  const inviting = new Part<InvitationModule, Inviting>(`${embed.base}widget/${INVITATION_FILE}`, watch);
  let host: Host | undefined;
  let given: GivenFacts = {};
  let wish: string | undefined;
  let agreed: Privacy | undefined;
  let identity: string | undefined;
  let orders: Order[] = [];
  let face: LauncherFace = { unread: 0, open: false };
  let wantsOpen = false;
  let beginning = false;
  let asked = false;
  let drawn = false;
  let settling = 0;

  const privacy = () => (embed.preview ? "none" : allowed(host?.site.consent, agreed));
  const facts = () =>
    pageFacts(given, host?.language ?? "", privacy() === "none" ? [] : standing(given, noted));
  const menus = new Menus(embed, visit, {
    facts,
    given: () => given,
    identity: () => identity,
    allowed: privacy,
    agreed: () => agreed,
    known: () => recall(local, key).visitor,
  });

  const commands: Record<string, (...rest: never[]) => unknown> = {
    open: () => show({ focus: true }),
    close: async () => (await panel.now())?.close(),
    facts: (more: GivenFacts) => {
      given = knownFacts(more, given);
      settle();
    },
    search: ({ text, found }: { text?: string; found?: number } = {}) => sought(found !== 0, text),
    consent: (level: unknown) => {
      if (!isPrivacy(level)) console.warn('kanal: consent is "none", "journey" or "personal"');
      // What can't be understood is no consent.
      agreed = isPrivacy(level) ? level : "none";
      consider();
      settle();
    },
    identify: (token: unknown) => {
      if (token !== null && typeof token !== "string")
        console.warn("kanal: identify takes a signed token, or null");
      identity = typeof token === "string" ? token : undefined;
      settle();
    },
    order: (order: Order) => {
      if (!order?.order) return console.warn("kanal: an order needs its number, order");
      orders.push(order);
      tellOrders();
    },
    language: (language: string) => {
      wish = language;
      speak();
      refreshMenu();
    },
    ...(embed.preview && { preview: tryOn }),
  };

  begin();
  return ([name, ...rest]) => {
    const command = commands[name];
    if (command) return command(...(rest as never[]));
    console.warn(`kanal: no "${name}" here, but on, ${Object.keys(commands).join(", ")}`);
    return undefined;
  };

  async function begin() {
    if (host || beginning) return;
    beginning = true;
    const site = await readSite(embed).catch(() => (underWay(remembered) ? remembered.site : undefined));
    beginning = false;
    if (!site) return addEventListener("online", begin, { once: true });
    host = hostOf(site);
    frame.dress(site.look);
    speak();
    consider();
    asked = true;
    await refreshMenu();
    // Without a menu there is nothing honest to offer, unless a conversation is already under way.
    drawn = host.answer !== undefined || underWay(remembered);
    draw();
    onPageChange(settle);
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden && Date.now() - menus.answeredAt > menuStaleAfter) refreshMenu();
    });
    listeners.emit("ready");
    // On a phone the sheet would hide the page that was just asked for.
    const wasOpen = innerWidth >= 480 && storage("sessionStorage")?.getItem(key) === "open";
    if (wantsOpen) await show({ focus: true });
    else if (embed.preview || wasOpen) await show({ focus: false });
    else if (underWay(remembered)) await panel.load().catch(() => undefined);
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
      answeredAt: 0,
      pageView: menus.pageView,
      language: "",
      locale: "",
      facts,
      identity: () => identity,
      refreshMenu,
      soughtInVain: () => sought(false),
      emit: listeners.emit.bind(listeners),
      launcher: (next) => {
        face = next;
        paint();
      },
      focusLauncher: () => launcher.button.focus(),
    };
    return made;
  }

  async function show(opening: { focus: boolean; channel?: string }) {
    wantsOpen = true;
    if (!host) return begin();
    launcher.busy(true);
    const shown = await panel.load().catch(() => undefined);
    launcher.busy(false);
    (await inviting.now())?.opened();
    shown?.open(opening);
    paint();
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
    if (menus.turn()) turned();
    await menus.ask();
    const { answer, answeredAt, pageView } = menus;
    Object.assign(host, { answer, answeredAt, pageView });
    tellOrders();
    paint();
    if (answer?.invitation) (await inviting.load().catch(() => undefined))?.invite(answer.invitation);
    await (await panel.now())?.refresh();
  }

  /** A page begins; what was noted on the one before is not about this one. */
  function turned() {
    noted.clear();
    visit.came(facts().page ?? "");
    inviting.now().then((watching) => watching?.came(visit.facts.pageVisits));
  }

  function paint() {
    if (!host) return;
    const strings = launcherStrings(host.language);
    const recommended = launcherText(strings, host.answer, host.language, new Date());
    launcher.show(panel.failures > 0 ? strings.failed : (face.label ?? recommended), face);
  }

  function settle() {
    visit.stands(given.step ?? undefined);
    inviting.now().then((watching) => watching?.told(given));
    // The first question is still to come, and will know.
    if (!asked) return;
    clearTimeout(settling);
    settling = window.setTimeout(async () => {
      draw();
      (await panel.now())?.moved();
      await refreshMenu();
    }, factsSettleIn);
  }

  function sought(found: boolean, text?: string) {
    visit.searched(found, text);
    inviting.now().then((watching) => watching?.searched(visit.facts.vainSearches));
  }

  /** What may be kept and watched, now that the site or the visitor has spoken. */
  async function consider() {
    if (!host) return;
    const may = privacy() !== "none";
    visit.keepIn(local, may);
    const watched = may ? (host.site.signals ?? []) : [];
    if (watched.length === 0) {
      noted.clear();
      (await inviting.now())?.stop();
      return;
    }
    const watching = await inviting.load().catch(() => undefined);
    watching?.came(visit.facts.pageVisits);
    watching?.told(given);
  }

  function watch(module: InvitationModule): Inviting {
    return module.watch({
      root: frame.root,
      layer: frame.layer,
      button: launcher.button,
      get language() {
        return host?.language ?? "";
      },
      get watched() {
        return privacy() === "none" ? [] : (host?.site.signals ?? []);
      },
      noted: (signal) => noted.add(signal),
      ask: refreshMenu,
      busy: () => !drawn || face.open || underWay(recall(local, key)),
      answer: (invitation, answer) => {
        listeners.emit("invitation", { text: invitation.text, answer });
        menus.answered(invitation, answer);
      },
      open: (channel) => show({ focus: true, channel }),
    });
  }

  /** Of somebody who is another one on every page nothing could be laid to an order. */
  function tellOrders() {
    const { visitor } = menus;
    if (!menus.answer || !visitor) return;
    if (privacy() !== "none" || recall(local, key).visitor)
      for (const order of orders) void tell(embed, visitor, order);
    orders = [];
  }

  /** The desk's settings page shows a look before it is saved. */
  async function tryOn(site: Partial<WidgetSite>) {
    if (!host) return;
    host.site = { ...host.site, ...site };
    frame.dress(host.site.look);
    speak();
    paint();
    await (await panel.now())?.refresh();
  }
}
