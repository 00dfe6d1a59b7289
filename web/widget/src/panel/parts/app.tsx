import { useWidget } from "../context";
import { keepFocusInside, phone } from "../keep-focus";
import { sheetSize } from "../sheet-size";
import type { State } from "../state";
import { ArticleView } from "./article-view";
import { Banner } from "./banner";
import { CallRequest } from "./call-request";
import { ConversationView } from "./conversation-view";
import { EmailForm } from "./email-form";
import { Header } from "./header";
import { Home } from "./home";

export function App({ state }: { state: State }) {
  const widget = useWidget();
  const { view } = widget;

  function onKeyDown(event: KeyboardEvent) {
    // The page's own shortcuts must not fire while a visitor writes to us.
    event.stopPropagation();
    if (event.key === "Escape" && !event.isComposing) widget.close();
    else keepFocusInside(event);
  }

  return (
    <section
      class="sheet"
      role="dialog"
      aria-label={widget.title}
      aria-modal={matchMedia(phone).matches}
      tabIndex={-1}
      hidden={!state.open}
      ref={sheetSize}
      onKeyDown={onKeyDown}
      onKeyUp={(event) => event.stopPropagation()}
      onKeyPress={(event) => event.stopPropagation()}
    >
      <Header />
      <Banner />
      {view === "article" && <ArticleView />}
      {view === "home" && <Home />}
      {view === "email" && <EmailForm />}
      {view === "callback" && <CallRequest />}
      {(view === "chat" || view === "conversation") && <ConversationView />}
    </section>
  );
}
