// rrweb as its guide shows it: record everything, send what has gathered every ten seconds and on leaving.
import { record } from "rrweb";

let events = [];
const send = () => {
  if (events.length === 0) return;
  const body = JSON.stringify({ events });
  events = [];
  void fetch(`${__SINK__}/rrweb`, { method: "POST", body, keepalive: body.length < 60_000 });
};
record({
  emit(event) {
    events.push(event);
  },
});
setInterval(send, 10_000);
addEventListener("pagehide", send);
