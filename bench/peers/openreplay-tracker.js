// @openreplay/tracker with what it has by itself; http is allowed because the bench is on loopback.
import Tracker from "@openreplay/tracker";

const tracker = new Tracker({
  projectKey: "bench",
  ingestPoint: `${__SINK__}/ingest`,
  __DISABLE_SECURE_MODE: true,
  respectDoNotTrack: false,
});
void tracker.start();
