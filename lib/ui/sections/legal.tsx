import { t } from "../../platform/words.ts";

const parts = ["who", "long", "wrong", "stop"] as const;

/** What must be known before answering. Only what is true of this version. */
export const Legal = () => (
  <dl class="legal">
    {parts.map((part) => (
      <div key={part}>
        <dt>{t(`legal.${part}`)}</dt>
        <dd>{t(`legal.${part}Text`)}</dd>
      </div>
    ))}
  </dl>
);
