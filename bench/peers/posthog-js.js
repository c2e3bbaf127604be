// posthog-js with autocapture, without its session replay. It takes a headless browser for a robot and keeps silent.
import posthog from "posthog-js";

posthog.init("phc_bench", {
  api_host: __SINK__,
  autocapture: true,
  disable_session_recording: true,
  disable_surveys: true,
  opt_out_useragent_filter: true,
});
