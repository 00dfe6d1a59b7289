import type { Inviting, InvitingHost } from "../host";
import { wear } from "../look/dress";
import theme from "../look/theme.css?inline";
import { Asking } from "./asking";
import card from "./card.css?inline";
import { listen } from "./page";
import { Standing } from "./standing";
import { Watch } from "./watch";

/** Watches for signs that somebody needs help, and shows the card with which they are asked. */
export function watch(host: InvitingHost): Inviting {
  wear(host.root, theme + card);
  const standing = new Standing(host, (invitation, answer) => host.answer(invitation, answer));
  const asking = new Asking(host.ask, () => document.hidden || standing.stands || host.busy());
  const watching = new Watch(
    (signal) => {
      host.noted(signal);
      asking.noted();
    },
    () => document.hidden,
  );
  let deaf = listen(watching);

  return {
    came(pageVisits) {
      standing.forget();
      asking.stop();
      deaf();
      deaf = listen(watching);
      watching.came(pageVisits, host.watched);
    },
    told: (facts) => watching.facts(facts),
    searched: (vainSearches) => watching.searched(vainSearches),
    invite(invitation) {
      asking.stop();
      standing.invite(invitation);
    },
    opened: () => standing.opened(),
    stop() {
      standing.forget();
      asking.stop();
      watching.stop();
      deaf();
    },
  };
}
