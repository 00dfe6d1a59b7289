import { lazy, Suspense } from "react";
import { Navigate, Route, Routes } from "react-router";
import { ConversationsRoom } from "../conversations/ConversationsRoom";
import { LoadingRows } from "../parts/LoadingRows";
import { RoomBoundary } from "./RoomBoundary";
import { Shell } from "./Shell";

const CustomersRoom = lazy(() =>
  import("../customers/CustomersRoom").then((room) => ({ default: room.CustomersRoom })),
);
const KnowledgeRoom = lazy(() =>
  import("../knowledge/KnowledgeRoom").then((room) => ({ default: room.KnowledgeRoom })),
);
const PlanningRoom = lazy(() =>
  import("../planning/PlanningRoom").then((room) => ({ default: room.PlanningRoom })),
);
const SettingsRoom = lazy(() =>
  import("../settings/SettingsRoom").then((room) => ({ default: room.SettingsRoom })),
);
const StrategyRoom = lazy(() =>
  import("../strategy/StrategyRoom").then((room) => ({ default: room.StrategyRoom })),
);
const WallboardRoom = lazy(() =>
  import("../wallboard/WallboardRoom").then((room) => ({ default: room.WallboardRoom })),
);
const WallScreen = lazy(() =>
  import("../wallboard/screen/WallScreen").then((screen) => ({ default: screen.WallScreen })),
);
const Welcome = lazy(() => import("../setup/Welcome").then((page) => ({ default: page.Welcome })));

export function Rooms() {
  return (
    <RoomBoundary>
      <Suspense fallback={<LoadingRows />}>
        <Routes>
          <Route path="welcome" element={<Welcome />} />
          <Route path="wallboard/screen" element={<WallScreen />} />
          <Route element={<Shell />}>
            <Route path="conversations/:id?" element={<ConversationsRoom />} />
            <Route path="wallboard" element={<WallboardRoom />} />
            <Route path="customers/:id?" element={<CustomersRoom />} />
            <Route path="knowledge/:page?/:id?" element={<KnowledgeRoom />} />
            <Route path="strategy/:page?" element={<StrategyRoom />} />
            <Route path="planning/:page?" element={<PlanningRoom />} />
            <Route path="settings/:page?/:item?" element={<SettingsRoom />} />
            <Route path="*" element={<Navigate to="/conversations" replace />} />
          </Route>
        </Routes>
      </Suspense>
    </RoomBoundary>
  );
}
