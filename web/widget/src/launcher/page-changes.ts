/** A page that changes without loading says so itself; its history is never touched. */
export function onPageChange(moved: () => void): void {
  const { navigation } = window as { navigation?: EventTarget };
  if (navigation) navigation.addEventListener("navigatesuccess", moved);
  else addEventListener("popstate", moved);
}
