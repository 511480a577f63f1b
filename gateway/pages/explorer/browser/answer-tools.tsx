import { parseJSONC, useGraphiQL } from "@graphiql/react";
import { type ReactNode, useState } from "react";
import { postGraphql } from "../../browser/post-graphql";
import { saveFile } from "../../browser/save-file";
import type { PageLanguage } from "../../shared/page-language";
import type { GivenCitation } from "../../shared/citation/citation";
import { sharedFragment } from "../../shared/share-link";
import { words } from "../shared/words";
import type { Answered } from "./graph-fetcher";
import { AnswerTables } from "./answer-tables";
import { CitedAnswer } from "./cited-answer";
import { saveInFormat, type SavedFormat } from "./save-in-format";
import { TableChoice } from "./table-choice";
import { tablesOfAnswer } from "./tables-of-answer";
import type { Settings } from "./use-settings";

/** What the tools work on. */
export interface AnswerToolsProps {
  readonly language: PageLanguage;
  readonly settings: Settings;
  /** Whether Apollo Sandbox is here too. */
  readonly sandbox: boolean;
  /** The last answer, once there is one. */
  readonly answered: Answered | undefined;
}

/** An answer of several tables, of which a file is to hold one. */
interface Choice {
  readonly last: Answered;
  readonly format: "csv" | "ndjson";
  readonly tables: readonly string[];
}

/** What can be done with the operation in the editor, and with the last answer. */
export function AnswerTools({
  language,
  settings,
  sandbox,
  answered,
}: AnswerToolsProps): ReactNode {
  const editors = useGraphiQL(({ queryEditor, variableEditor, headerEditor, operationName }) => ({
    ...{ queryEditor, variableEditor, headerEditor, operationName },
  }));
  const [message, setMessage] = useState<string>();
  const [link, setLink] = useState<string>();
  const [showsTables, setShowsTables] = useState(false);
  const [citation, setCitation] = useState<GivenCitation>();
  const [choice, setChoice] = useState<Choice>();
  const say = (text: string, address?: string) => {
    setMessage(text);
    setLink(address);
    setChoice(undefined);
    setCitation(undefined);
  };
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      say(`${words.failed[language]} ${error instanceof Error ? error.message : String(error)}`);
    }
  };

  const share = async () => {
    const fragment = sharedFragment({
      query: editors.queryEditor?.getValue() ?? "",
      variables: editors.variableEditor?.getValue() ?? "",
    });
    const address = `${location.origin}${location.pathname}${fragment}`;
    history.replaceState(null, "", fragment);
    // Some browsers permit no page to write to the clipboard: then it is copied from the field.
    say(words.shareByHand[language], address);
    await navigator.clipboard.writeText(address).then(
      () => say(words.shared[language], address),
      () => undefined,
    );
  };
  const cost = () =>
    attempt(async () => {
      const asked = {
        query: editors.queryEditor?.getValue() ?? "",
        variables: fieldsIn(editors.variableEditor?.getValue()),
        operationName: editors.operationName,
      };
      const typed = fieldsIn(editors.headerEditor?.getValue());
      const headers = { ...settings.headersOf(typed), "graph-dry-run": "1" };
      const { extensions, errors } = await postGraphql(asked, headers);
      if (!extensions?.cost) throw new Error(errors?.map((error) => error.message).join(" "));
      const { estimated, limit } = extensions.cost;
      const number = new Intl.NumberFormat(language);
      say(
        `${words.costOf[language]} ${number.format(estimated)} ${words.budget[language]} ${number.format(limit)}`,
      );
    });
  const saveJson = ({ answer, asked }: Answered) => {
    const name = `${asked.operationName ?? "answer"}.json`;
    saveFile(
      name,
      new Blob([`${JSON.stringify(answer, null, 2)}\n`], { type: "application/json" }),
    );
    say(`${words.saved[language]} ${name}`);
  };
  const cite = async ({ asked, headers }: Answered) => {
    let cited: GivenCitation | undefined;
    await attempt(async () => {
      const { extensions, errors = [] } = await postGraphql(asked, {
        ...headers,
        "graph-cite": "true",
      });
      cited = extensions?.citation;
      if (!cited) throw new Error(errors.map((error) => error.message).join(" "));
      say(words[cited.kept ? "citedKept" : "citedNotKept"][language]);
    });
    setCitation(cited);
  };
  const save = async (last: Answered, wanted: SavedFormat) =>
    say(`${words.saved[language]} ${await saveInFormat(last, wanted, language)}`);
  const saveAs = (format: SavedFormat["format"]) => (last: Answered) =>
    attempt(async () => {
      try {
        await save(last, { format });
      } catch (error) {
        const tables = await tablesOfAnswer(last);
        if (format === "xlsx" || tables.length < 2) throw error;
        say(words.chooseTable[language]);
        setChoice({ last, format, tables });
      }
    });
  /** A button for the last answer, which has to be there. */
  const forAnswer = (label: string, act: (last: Answered) => unknown, hint?: string) => (
    <button
      type="button"
      title={hint}
      onClick={() => (answered ? act(answered) : say(words.runFirst[language]))}
    >
      {label}
    </button>
  );

  return (
    <div className="tools">
      <div className="buttons">
        <button type="button" onClick={() => void share()}>
          {words.share[language]}
        </button>
        <button type="button" title={words.costHint[language]} onClick={() => void cost()}>
          {words.cost[language]}
        </button>
        {forAnswer(words.table[language], () => setShowsTables(true))}
        {forAnswer(words.cite[language], cite, words.citeHint[language])}
        <span className="group" role="group" aria-label={words.download[language]}>
          <span className="soft" aria-hidden="true">
            {words.download[language]}
          </span>
          {forAnswer("JSON", saveJson)}
          {forAnswer("CSV", saveAs("csv"))}
          {forAnswer("NDJSON", saveAs("ndjson"), words.ndjsonHint[language])}
          {forAnswer("Excel", saveAs("xlsx"))}
        </span>
        {sandbox && (
          // A tab of its own: Apollo's script must not find what this tab keeps.
          <a
            className="button"
            href="/sandbox"
            target="_blank"
            rel="noopener noreferrer"
            title={words.sandboxHint[language]}
          >
            {words.sandbox[language]} ↗
          </a>
        )}
      </div>
      <p className="message" role="status">
        {settings.problem === undefined
          ? message
          : `${words.roleFailed[language]} ${settings.problem}`}
      </p>
      {choice && (
        <TableChoice
          key={choice.format}
          language={language}
          format={choice.format.toUpperCase()}
          tables={choice.tables}
          onChoose={(table) =>
            void attempt(() => save(choice.last, { format: choice.format, table }))
          }
        />
      )}
      {link !== undefined && (
        <input
          className="link"
          readOnly
          aria-label={words.shareByHand[language]}
          value={link}
          onFocus={({ target }) => target.select()}
        />
      )}
      {citation && <CitedAnswer language={language} citation={citation} />}
      {showsTables && answered && (
        <AnswerTables
          language={language}
          data={answered.answer.data}
          onClose={() => setShowsTables(false)}
        />
      )}
    </div>
  );
}

/** What an editor of JSON holds, comments and all; nothing where it is empty. */
function fieldsIn(text = ""): Record<string, unknown> {
  if (text.trim() === "") return {};
  const fields: unknown = parseJSONC(text);
  return typeof fields === "object" && fields !== null ? { ...fields } : {};
}
