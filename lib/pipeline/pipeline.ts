import type { PageSender } from "../platform/page-sender.ts";
import type { Database } from "../store/database.ts";
import type { MakeShipment } from "../trajectory/close.ts";

/** What the handlers work with. `changed` sets the alarm anew and shows the state on the toolbar. */
export interface Pipeline {
  database: Database;
  make: MakeShipment;
  changed: () => Promise<void>;
  /** Shows the state of a page script's tab, at once. */
  showTab?: (sender: PageSender) => Promise<void>;
}
