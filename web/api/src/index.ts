export * from "./client";
export * from "./event-stream";
export type * from "./types";
