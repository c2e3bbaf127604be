// The words of side bar, banners and popup follow from one answer: lib/consent/tab-state.ts.
export {
  type Facts,
  type RecordingState,
  recordingState,
  type TabState,
  tabState,
} from "../consent/tab-state.ts";
