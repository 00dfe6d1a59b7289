import { useQuery } from "@tanstack/react-query";
import { Failed } from "./parts/Failed";
import { LoadingRows } from "./parts/LoadingRows";
import { sessionQuery, setupQuery } from "./server/queries";
import { Setup } from "./setup/Setup";
import { Rooms } from "./shell/Rooms";
import { SessionContext } from "./shell/useSession";
import { SignIn } from "./sign-in/SignIn";
import { WordsProvider } from "./words/WordsProvider";
import { chooseLanguage } from "./words/words";

/** The first run, the door, or the desk itself. The address stays as it is meanwhile. */
export function Desk() {
  const session = useQuery(sessionQuery);
  const setup = useQuery({ ...setupQuery, enabled: session.data === null });
  const language = chooseLanguage([session.data?.agent.preferences?.language, ...navigator.languages]);

  return <WordsProvider language={language}>{face()}</WordsProvider>;

  function face() {
    if (session.data)
      return (
        <SessionContext value={session.data}>
          <Rooms key={session.data.agent.id} />
        </SessionContext>
      );
    if (session.isError) return <Failed error={session.error} onRetry={() => session.refetch()} />;
    if (setup.isError) return <Failed error={setup.error} onRetry={() => setup.refetch()} />;
    if (session.isPending || setup.isPending) return <LoadingRows />;
    return setup.data.needed ? <Setup codeRequired={setup.data.codeRequired} /> : <SignIn />;
  }
}
