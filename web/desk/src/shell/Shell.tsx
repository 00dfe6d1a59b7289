import { useQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import { Outlet, useLocation } from "react-router";
import { Offers } from "../conversations/offer/Offers";
import { useInHand } from "../conversations/useInHand";
import { useLiveStream } from "../live/useLiveStream";
import { LoadingRows } from "../parts/LoadingRows";
import { useTitle } from "../parts/useTitle";
import { offersQuery } from "../server/queries";
import { AskedBackBanner } from "./AskedBackBanner";
import { AwayBanner } from "./AwayBanner";
import { CallsDue } from "./CallsDue";
import { CommandBar } from "./CommandBar";
import { OfflineBanner } from "./OfflineBanner";
import { Rail } from "./Rail";
import { RoomBoundary } from "./RoomBoundary";
import classes from "./Shell.module.css";
import { ShortcutsHelp } from "./ShortcutsHelp";
import { TopBar } from "./TopBar";
import { useAlerts } from "./useAlerts";
import { useMe } from "./useSession";
import { useTargetAlerts } from "./useTargetAlerts";
import { useTheme } from "./useTheme";

export function Shell() {
  const me = useMe();
  useLiveStream(me.id);
  useTheme(me.preferences?.theme);
  const room = useLocation().pathname.split("/")[1];
  const inHand = useInHand();
  const offers = useQuery(offersQuery).data ?? [];
  const unread = inHand.filter((conversation) => conversation.unread > 0).length;
  useTitle(unread + offers.length);
  useAlerts(offers, inHand);
  useTargetAlerts();

  return (
    <div className={classes.shell}>
      <header className={classes.top}>
        <TopBar />
      </header>
      <nav className={classes.rail}>
        <Rail unread={unread} />
      </nav>
      <main className={classes.room}>
        <OfflineBanner />
        <AskedBackBanner />
        <AwayBanner />
        <CallsDue />
        <div className={classes.page}>
          <RoomBoundary key={room}>
            <Suspense fallback={<LoadingRows />}>
              <Outlet />
            </Suspense>
          </RoomBoundary>
        </div>
      </main>
      <Offers offers={offers} />
      <CommandBar />
      <ShortcutsHelp />
    </div>
  );
}
