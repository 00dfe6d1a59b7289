import { Component, type ReactNode } from "react";
import { Failed } from "../parts/Failed";

/** A room that can't be shown, as when its code could not be fetched. The way to the other rooms stays, and what rings. */
export class RoomBoundary extends Component<{ children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === undefined) return this.props.children;
    return <Failed error={this.state.error} onRetry={again} />;
  }
}

/** What failed to come is not asked for again by itself, and a new version has other files: the page begins anew, once it can. */
async function again() {
  const answer = await fetch(location.href, { cache: "no-store" }).catch(() => undefined);
  if (answer?.ok) location.reload();
}
