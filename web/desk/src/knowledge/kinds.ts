import type { ArticleKind, Audience, TextState } from "@kanal/api";
import { IconBolt, IconFileText, IconForms, IconListNumbers } from "@tabler/icons-react";

export const kinds = ["article", "guide", "form", "shortAnswer"] as const satisfies ArticleKind[];
export const audiences = ["everyone", "beginner", "expert", "agents"] as const satisfies Audience[];
export const states = ["draft", "scheduled", "published", "expired"] as const satisfies TextState[];

export const kindIcons = {
  article: IconFileText,
  guide: IconListNumbers,
  form: IconForms,
  shortAnswer: IconBolt,
} as const;
