import type { Section } from "@kanal/api";

export interface Branch {
  section: Section;
  depth: number;
  children: Branch[];
}

/** The sections as they stand in each other, in their order. */
export function treeOf(sections: Section[], parent?: string, depth = 0): Branch[] {
  const known = new Set(sections.map(({ id }) => id));
  const above = (section: Section) =>
    section.parent && known.has(section.parent) ? section.parent : undefined;
  return sections
    .filter((section) => above(section) === parent)
    .toSorted((a, b) => a.position - b.position)
    .map((section) => ({ section, depth, children: treeOf(sections, section.id, depth + 1) }));
}

export const inOrder = (branches: Branch[]): Branch[] =>
  branches.flatMap((branch) => [branch, ...inOrder(branch.children)]);

/** In the reader's language, or in any that there is. */
export const sectionName = ({ texts }: Section, language: string): string =>
  (texts[language] ?? texts.en ?? Object.values(texts)[0])?.name ?? "";
