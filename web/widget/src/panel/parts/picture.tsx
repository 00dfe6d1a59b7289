import { useEffect, useState } from "preact/hooks";
import type { FileReference } from "../../contract";
import { useWidget } from "../context";

/** The address needs our token, so the bytes are fetched and shown as a blob. */
export function Picture({ file }: { file: FileReference }) {
  const { conversation } = useWidget();
  const [address, setAddress] = useState<string>();

  useEffect(() => {
    let made: string | undefined;
    let gone = false;
    conversation.line.bytes(`files/${file.id}`).then(
      (blob) => {
        if (gone) return;
        made = URL.createObjectURL(blob);
        setAddress(made);
      },
      // The name and size are shown either way.
      () => undefined,
    );
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [conversation, file.id]);

  // The place is kept while it loads, so that what is being read does not jump.
  return address ? <img class="picture" src={address} alt={file.name} /> : <span class="picture" />;
}
