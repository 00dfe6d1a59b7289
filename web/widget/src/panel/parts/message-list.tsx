import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useWidget } from "../context";
import { Bubble } from "./bubble";
import { DayLine } from "./day-line";
import { OutgoingBubble } from "./outgoing-bubble";
import { TypingLine } from "./typing-line";

const nearEnd = 120;

export function MessageList({ children }: { children: ComponentChildren }) {
  const { t, state } = useWidget();
  const { messages, typing } = state.talk;
  const { outbox } = state.remembered;
  const list = useRef<HTMLDivElement>(null);
  const distance = useRef(0);

  // The newest stays in view unless the visitor is reading further up; their own message always shows.
  useLayoutEffect(() => {
    const element = list.current;
    if (element && (distance.current < nearEnd || outbox.length > 0))
      element.scrollTop = element.scrollHeight;
  }, [messages, outbox.length, typing, state.open, state.talk.state]);

  return (
    <div
      class="list"
      ref={list}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard
      tabIndex={0}
      role="log"
      aria-live="polite"
      aria-label={t("conversationLog")}
      onScroll={({ currentTarget: it }) => {
        distance.current = it.scrollHeight - it.scrollTop - it.clientHeight;
      }}
    >
      {messages.map((message, i) => (
        <div key={message.clientId ?? message.sequence} class="entry">
          <DayLine at={message.at} before={messages[i - 1]?.at} />
          <Bubble message={message} before={messages[i - 1]} />
        </div>
      ))}
      {outbox.map((item) => (
        <div key={item.clientId} class="entry">
          <OutgoingBubble item={item} />
        </div>
      ))}
      {typing && <TypingLine />}
      {children}
    </div>
  );
}
