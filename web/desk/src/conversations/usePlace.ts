import { useLocation, useNavigate, useParams, useSearchParams } from "react-router";
import type { ListFilter, ListName } from "../server/queries";

const names: ListName[] = ["mine", "queue", "all"];

/** Where the agent is, as the address says it: which list, which filter, which conversation. */
export function usePlace() {
  const { id } = useParams();
  const { search } = useLocation();
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const list = names.find((name) => name === params.get("list")) ?? "mine";
  const filter: ListFilter = {
    list,
    closed: list === "all" && params.get("closed") === "1",
    calls: list === "all" && params.get("calls") === "1",
    q: params.get("q") ?? "",
  };

  function setFilter(change: Partial<ListFilter>) {
    const next = { ...filter, ...change };
    const kept = new URLSearchParams({ list: next.list });
    if (next.list === "all" && next.closed) kept.set("closed", "1");
    if (next.list === "all" && next.calls) kept.set("calls", "1");
    if (next.q) kept.set("q", next.q);
    setParams(kept, { replace: true });
  }

  const open = (conversation: string | null, inList: ListName = list) => {
    const keeps = inList === list ? search : `?list=${inList}`;
    void navigate({
      pathname: conversation ? `/conversations/${conversation}` : "/conversations",
      search: keeps,
    });
  };

  return { id, filter, setFilter, open, search };
}
