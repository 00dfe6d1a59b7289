import type { Entry } from "@kanal/api";

const moving = ["splitOff", "splitFrom", "mergedInto", "mergedFrom"];

export const isAboutMoves = ({ event }: Entry) =>
  !!event && (event.type === "splitProposed" || moving.includes(event.type));

/** Whether a move can still be taken back: nobody has. */
export const isOpenMove = ({ event }: Entry, entries: Entry[]) =>
  !!event?.move &&
  moving.includes(event.type) &&
  !entries.some((each) => each.event?.type === "moveUndone" && each.event.move === event.move);

/** Whether the letters it is about are still here. */
export const isOpenProposal = ({ event }: Entry, entries: Entry[]) =>
  event?.type === "splitProposed" &&
  !entries.some((each) => each.kind === "message" && each.sequence === event.sequence && !!each.moved);
