import { Drawer } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { IconMessages } from "@tabler/icons-react";
import { EmptyPage } from "../parts/EmptyPage";
import { useWords } from "../words/useWords";
import { ConversationPage } from "./ConversationPage";
import classes from "./ConversationsRoom.module.css";
import { InHandTabs } from "./InHandTabs";
import { ConversationList } from "./list/ConversationList";
import { PersonPanel } from "./person/PersonPanel";
import { usePlace } from "./usePlace";

export function ConversationsRoom() {
  const { t } = useWords();
  const { id } = usePlace();
  const wide = useMediaQuery("(min-width: 1200px)", window.innerWidth >= 1200);
  const [personShown, person] = useDisclosure(false);

  return (
    <div className={classes.room} data-open={id ? "conversation" : "list"}>
      <section className={classes.list} aria-label={t("room.conversations")}>
        <ConversationList />
      </section>
      <section className={classes.conversation} aria-label={t("conversation.region")}>
        <InHandTabs />
        {id ? (
          <ConversationPage key={id} id={id} onShowPerson={wide ? undefined : person.open} />
        ) : (
          <EmptyPage icon={<IconMessages size={40} />} title={t("conversation.none.title")}>
            {t("conversation.none")}
          </EmptyPage>
        )}
      </section>
      {id && wide && (
        <aside className={classes.person} aria-label={t("person.region")}>
          <PersonPanel conversation={id} />
        </aside>
      )}
      {id && !wide && (
        <Drawer
          closeButtonProps={{ "aria-label": t("close") }}
          opened={personShown}
          onClose={person.close}
          position="right"
          size={340}
          title={t("person.region")}
          padding="lg"
          styles={{ body: { padding: 0 } }}
        >
          <PersonPanel conversation={id} />
        </Drawer>
      )}
    </div>
  );
}
