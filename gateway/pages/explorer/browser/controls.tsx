import { type ReactNode, useId } from "react";
import type { PageLanguage } from "../../shared/page-language";
import { type Audience, type Example, examples } from "../shared/examples";
import { audiences, words } from "../shared/words";
import type { Settings } from "./use-settings";

/** What the controls show and change. */
export interface ControlsProps {
  readonly language: PageLanguage;
  readonly settings: Settings;
  /** The roles that can be picked; none where there is no issuer to ask. */
  readonly roles: readonly string[] | undefined;
  readonly onExample: (example: Example) => void;
}

/** The controls above the editor: an example, and what goes into the headers of every request. */
export function Controls({ language, settings, roles, onExample }: ControlsProps): ReactNode {
  const isWide = window.matchMedia("(min-width: 50rem)").matches;
  return (
    <details className="controls" open={isWide}>
      <summary>{words.settings[language]}</summary>
      <div className="fields">
        <Field label={words.example[language]} grows>
          {(id) => (
            <select
              id={id}
              value=""
              onChange={({ target }) => {
                const chosen = examples.find((each) => each.id === target.value);
                if (chosen) onExample(chosen);
              }}
            >
              <option value="">{words.chooseExample[language]}</option>
              {(Object.keys(audiences) as Audience[]).map((audience) => (
                <optgroup key={audience} label={audiences[audience][language]}>
                  {examples
                    .filter((each) => each.audience === audience)
                    .map((each) => (
                      <option key={each.id} value={each.id}>
                        {each.title[language]}
                      </option>
                    ))}
                </optgroup>
              ))}
            </select>
          )}
        </Field>
        {roles && (
          <Field label={words.role[language]}>
            {(id) => (
              <select
                id={id}
                value={settings.role}
                onChange={({ target }) => void settings.setRole(target.value)}
              >
                {roles.map((role) => (
                  <option key={role}>{role}</option>
                ))}
              </select>
            )}
          </Field>
        )}
        <Field label={words.day[language]}>
          {(id) => (
            <input
              id={id}
              type="date"
              title={words.dayHint[language]}
              value={settings.asOf}
              onChange={({ target }) => settings.setAsOf(target.value)}
            />
          )}
        </Field>
        <Field label={words.language[language]}>
          {(id) => (
            <select
              id={id}
              value={settings.language}
              onChange={({ target }) => settings.setLanguage(target.value)}
            >
              <option value="en">English</option>
              <option value="ja">日本語</option>
            </select>
          )}
        </Field>
        <Field label={words.purpose[language]} grows>
          {(id) => (
            <input
              id={id}
              type="text"
              maxLength={200}
              autoComplete="off"
              title={words.purposeHint[language]}
              placeholder={words.purposeHint[language]}
              value={settings.purpose}
              onChange={({ target }) => settings.setPurpose(target.value)}
            />
          )}
        </Field>
      </div>
      {!roles && <p className="soft">{words.tokenHint[language]}</p>}
    </details>
  );
}

function Field({
  label,
  grows = false,
  children,
}: {
  label: string;
  grows?: boolean;
  children: (id: string) => ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <div className={grows ? "field grows" : "field"}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}
