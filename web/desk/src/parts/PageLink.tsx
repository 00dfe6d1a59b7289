import { type ReactNode, useEffect, useRef } from "react";
import { NavLink, type To, useLocation, useResolvedPath } from "react-router";
import classes from "./PageLink.module.css";

/** A page of a room, in the row that may be wider than a phone: the one that is open is always in sight. */
export function PageLink({ to, children }: { to: To; children: ReactNode }) {
  const link = useRef<HTMLAnchorElement>(null);
  const { pathname } = useLocation();
  const isOpen = pathname.startsWith(useResolvedPath(to).pathname);
  useEffect(() => {
    if (isOpen) link.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [isOpen]);
  return (
    <NavLink ref={link} to={to} className={classes.link ?? ""}>
      {children}
    </NavLink>
  );
}
