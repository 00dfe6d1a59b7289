import { withLinks } from "../links";

export function RichText({ text }: { text: string }) {
  return (
    <p>
      {withLinks(text).map(({ text: piece, href }) =>
        href ? (
          <a href={href} target="_blank" rel="noopener noreferrer nofollow">
            {piece}
          </a>
        ) : (
          piece
        ),
      )}
    </p>
  );
}
