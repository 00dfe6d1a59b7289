export * from "./event-stream";
