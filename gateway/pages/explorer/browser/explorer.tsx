import { GraphiQLProvider, useGraphiQL } from "@graphiql/react";
import { DOC_EXPLORER_PLUGIN, DocExplorerStore } from "@graphiql/plugin-doc-explorer";
import { HISTORY_PLUGIN, HistoryStore } from "@graphiql/plugin-history";
import { GraphiQLInterface } from "graphiql";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { type Example, examples } from "../shared/examples";
import type { ExplorerData } from "../shared/explorer-data";
import { readSharedFragment } from "../../shared/share-link";
import { AnswerTools } from "./answer-tools";
import { Controls } from "./controls";
import { type Answered, graphFetcher } from "./graph-fetcher";
import { type Settings, useSettings } from "./use-settings";

/** Where GraphiQL keeps what is in its tabs. */
const keptTabs = "graphiql:tabState";
const plugins = [DOC_EXPLORER_PLUGIN, HISTORY_PLUGIN];

/** GraphiQL, with our controls around it. */
export function Explorer({ data }: { data: ExplorerData }): ReactNode {
  const settings = useSettings(data);
  const [answered, setAnswered] = useState<Answered>();
  const { headersOf } = settings;
  const fetcher = useMemo(() => graphFetcher(headersOf, setAnswered), [headersOf]);
  const begin = useMemo(() => readSharedFragment(location.hash) ?? firstExample(), []);
  return (
    <GraphiQLProvider
      fetcher={fetcher}
      // Nothing that was typed outlives the tab: operations and headers can name persons.
      storage={sessionStorage}
      shouldPersistHeaders
      plugins={plugins}
      referencePlugin={DOC_EXPLORER_PLUGIN}
      {...(begin && { initialQuery: begin.query, initialVariables: begin.variables })}
    >
      <HistoryStore>
        <DocExplorerStore>
          <Around data={data} settings={settings} answered={answered} />
          <GraphiQLInterface showPersistHeadersSettings={false} />
        </DocExplorerStore>
      </HistoryStore>
    </GraphiQLProvider>
  );
}

/** What is around GraphiQL and reaches its editors. */
function Around({
  data: { language, tokens, sandbox },
  settings,
  answered,
}: {
  data: ExplorerData;
  settings: Settings;
  answered: Answered | undefined;
}): ReactNode {
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const responseEditor = useGraphiQL((state) => state.responseEditor);
  useEffect(() => {
    // Japanese brackets and spaces are no letters in disguise.
    for (const editor of [queryEditor, variableEditor, responseEditor]) {
      editor?.updateOptions({ unicodeHighlight: { ambiguousCharacters: false } });
    }
  }, [queryEditor, variableEditor, responseEditor]);
  const show = (example: Example) => {
    queryEditor?.setValue(example.query);
    variableEditor?.setValue(variablesText(example));
    settings.setAsOf(example.asOf ?? "");
    settings.setPurpose(example.purpose?.[language] ?? "");
    if (tokens) void settings.setRole(example.role);
  };
  return (
    <div className="around">
      <Controls language={language} settings={settings} roles={tokens?.roles} onExample={show} />
      <AnswerTools language={language} sandbox={sandbox} settings={settings} answered={answered} />
    </div>
  );
}

/** What a tab begins with that has asked for nothing yet. Of tabs that it is told to begin with, GraphiQL leaves out the variables. */
function firstExample(): { query: string; variables: string } | undefined {
  const [first] = examples;
  if (!first || sessionStorage.getItem(keptTabs) !== null) return undefined;
  return { query: first.query, variables: variablesText(first) };
}

function variablesText({ variables }: Example): string {
  return variables ? `${JSON.stringify(variables, null, 2)}\n` : "";
}
