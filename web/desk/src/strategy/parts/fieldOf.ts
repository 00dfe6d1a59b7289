import type { Fact } from "../facts/fact";

/** A field in which something is said of a fact. */
export interface FieldOf<V, Out = V> {
  fact: Fact;
  /** What a screen reader says. */
  label: string;
  value: V;
  onChange: (value: Out) => void;
  bad?: boolean;
}
