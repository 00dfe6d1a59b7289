import type { Definition } from "../definition/definition";

/** A file as a definition. What it means is for the server to say; that it is an object at all is said here. */
export function readDefinition(text: string): Definition {
  const read: unknown = JSON.parse(text);
  if (typeof read !== "object" || read === null || Array.isArray(read)) throw new SyntaxError("No object.");
  const definition = { name: "", rules: [], ...read };
  if (!Array.isArray(definition.rules)) throw new SyntaxError("No rules.");
  return definition;
}
