import type { DeskEvents } from "@kanal/api";

/** What arrives on GET /api/v1/events, by event name. */
export type LiveEvents = { [Name in keyof Required<DeskEvents>]: NonNullable<DeskEvents[Name]> };

export type LiveEvent = {
  [Name in keyof LiveEvents]: { name: Name; data: LiveEvents[Name] };
}[keyof LiveEvents];
