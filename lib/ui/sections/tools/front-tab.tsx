import type { Tool } from "../../../../schemas/tool.ts";
import { t } from "../../../platform/words.ts";
import { matches } from "../../../scope/pattern.ts";
import { useFrontTab } from "./use-front-tab.ts";

interface FrontTabProps {
  tools: readonly Tool[];
  onPick: (address: string) => void;
}

/** Offers the tab that the person came from, where the browser tells its address. */
export function FrontTab({ tools, onPick }: FrontTabProps) {
  const origin = useFrontTab();
  if (origin === undefined) return <p class="small quiet">{t("add.tabUnknown")}</p>;
  const isListed = tools.some((tool) => tool.removedAt === undefined && matches(tool.pattern, origin));
  if (isListed) return null;
  return (
    <div class="row">
      <button type="button" class="btn small" onClick={() => onPick(origin)}>
        {t("add.tab", new URL(origin).host)}
      </button>
    </div>
  );
}
