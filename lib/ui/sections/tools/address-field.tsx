// An address, checked while it is written: what cannot become right by writing on is said at once, the rest afterwards.
import { useId, useState } from "preact/hooks";
import { t } from "../../../platform/words.ts";
import type { AddressCheck, AddressProblem } from "../../../scope/pattern.ts";
import { addressWords, coversWords } from "../../address-words.ts";

/** Wrong however it goes on. */
const forGood: readonly AddressProblem[] = ["all-sites", "wildcard", "scheme", "credentials"];

interface AddressFieldProps {
  value: string;
  onChange: (value: string) => void;
  check: AddressCheck | undefined;
  /** What else stands against it, such as that it is listed already. */
  against: string | undefined;
  /** Adding was tried. */
  tried: boolean;
}

export function AddressField({ value, onChange, check, against, tried }: AddressFieldProps) {
  const [left, setLeft] = useState(false);
  const problemId = useId();
  const coversId = useId();
  const wrong = check && !check.ok ? check.problem : undefined;
  const isEarly = wrong !== undefined && !tried && !(left && value.trim()) && !forGood.includes(wrong);
  const problem = wrong && !isEarly ? addressWords(wrong) : value.trim() ? against : undefined;
  return (
    <div class="address">
      <label class="field">
        {t("tool.address")}
        <input
          type="text"
          name="address"
          inputMode="url"
          autoComplete="off"
          autoCapitalize="off"
          spellcheck={false}
          maxLength={250}
          placeholder={t("add.addressExample")}
          value={value}
          onInput={({ currentTarget }) => {
            setLeft(false);
            onChange(currentTarget.value);
          }}
          onBlur={() => setLeft(true)}
          aria-invalid={problem !== undefined}
          aria-describedby={`${problemId} ${coversId}`}
        />
      </label>
      <p class="note pause small said" id={problemId} role="alert">
        {problem}
      </p>
      <div class="small covers" id={coversId} role="status">
        {check?.ok && !against && coversWords(check).map((words) => <p key={words}>{words}</p>)}
      </div>
    </div>
  );
}
