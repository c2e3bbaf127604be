// @sentry/browser with session replay of every session. It refuses to start in an extension unless it is told.
import { init, replayIntegration } from "@sentry/browser";

init({
  dsn: `${__SINK__.replace("://", "://bench@")}/1`,
  skipBrowserExtensionCheck: true,
  integrations: [replayIntegration()],
  replaysSessionSampleRate: 1,
  replaysOnErrorSampleRate: 0,
});
