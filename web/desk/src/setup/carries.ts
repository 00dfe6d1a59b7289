/** The chance that an arrival must wait, by Erlang's delay formula. */
function chanceOfWaiting(load: number, places: number): number {
  let blocked = 1;
  for (let place = 1; place <= places; place++) blocked = (load * blocked) / (place + load * blocked);
  return (places * blocked) / (places - load * (1 - blocked));
}

/** How many chats an hour the places carry when 80 % shall be answered within a minute. */
export function chatsAnHour(places: number, minutesEach = 10, goal = 0.8, waitMinutes = 1): number {
  let chats = 0;
  for (;;) {
    const load = ((chats + 1) * minutesEach) / 60;
    if (load >= places) return chats;
    const answered =
      1 - chanceOfWaiting(load, places) * Math.exp((-(places - load) * waitMinutes) / minutesEach);
    if (answered < goal) return chats;
    chats++;
  }
}
