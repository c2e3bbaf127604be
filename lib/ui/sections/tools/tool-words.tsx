import { t } from "../../../platform/words.ts";
import { bundled } from "../../../vocabulary/bundled.ts";

/** What the person says of a tool besides its address. All of it stays here. */
export const ToolWords = () => (
  <div class="fields">
    <Field name="alias" label={t("tool.name")} example={t("add.nameExample")} />
    <Field name="owner" label={t("tool.owner")} example={t("add.ownerExample")} />
    <Field name="reason" label={t("tool.reason")} example={t("add.reasonExample")} />
    <label class="field">
      {t("tool.vocabulary")}
      <select name="vocabulary">
        <option value="">{t("tool.noVocabulary")}</option>
        {bundled().map(({ tool, title, version }) => (
          <option key={tool} value={tool}>
            {t("tool.edition", title, version)}
          </option>
        ))}
      </select>
    </label>
  </div>
);

const Field = ({ name, label, example }: { name: string; label: string; example: string }) => (
  <label class="field">
    {label}
    <input type="text" name={name} maxLength={200} placeholder={example} autoComplete="off" />
  </label>
);
