import type { Remembered } from "../memory/remembered";
import type { Found, Reading } from "./answers/answers";
import type { Talk } from "./conversation/apply";
import type { Upload } from "./conversation/uploads";

export interface State {
  open: boolean;
  /** Where the visitor is while no conversation is under way. */
  view: "home" | "chat" | "email" | "callback";
  found: Found;
  /** Stands before everything else until it is closed. */
  reading?: Reading;
  remembered: Remembered;
  talk: Talk;
  uploads: Upload[];
  lost: boolean;
  ending: boolean;
  notice?: string;
}
