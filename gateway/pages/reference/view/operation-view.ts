import { getNamedType, Kind, parse } from "graphql";
import { estimateCost } from "../../../limits/estimate-cost";
import { type Html, markup } from "../../site/html";
import { sharedFragment } from "../../shared/share-link";
import { type OperationExample, operationExample } from "../example/operation-example";
import type { Operation } from "../model/reference";
import { accessView, isOpen } from "./access-view";
import { argumentViews } from "./argument-views";
import { descriptionView, withCode } from "./description-view";
import { typeLink } from "./links";
import { costLine } from "./member-views";
import type { ReferenceView } from "./reference-view";
import { fact } from "./type-view";
import { areaWords, words } from "./words";

/** A query or a change: what it is, its arguments, what it gives, who may use it, what it costs, and an example. */
export function operationView(operation: Operation, view: ReferenceView): Html {
  const { reference, language } = view;
  const { root, field } = operation;
  const coordinate = `${root}.${field.name}`;
  const policies = [coordinate, getNamedType(field.type).name, root]
    .flatMap((each) => reference.policies.get(each) ?? [])
    .filter(
      (policy, index, all) => index === 0 || String(policy.scopes) !== String(all[0]?.scopes),
    );
  const needed = policies.filter((policy) => !isOpen(policy));
  const shown = needed.length > 0 ? needed : policies.slice(0, 1);
  return markup`<h1><code>${field.name}</code> <small>${words[root === "Query" ? "query" : "change"][language]}</small></h1>
${field.deprecationReason == null ? undefined : markup`<p class="notice" lang="en">${words.deprecated[language]} ${withCode(field.deprecationReason)}</p>`}
${descriptionView(field.description)}
<dl class="facts">
  ${fact(words.gives[language], markup`<code>${typeLink(field.type, view)}</code>`)}
  ${fact(words.whoUses[language], markup`${shown.map((policy) => markup`<div>${accessView(policy, language)}</div>`)}`)}
  ${fact(words.area[language], areaWords[reference.areaOf(coordinate)][language])}
</dl>
${costLine(view, coordinate)}
${field.args.length > 0 ? markup`<h2>${words.arguments[language]}</h2>${argumentViews(field.args, view, true)}` : undefined}
${exampleView(operation, view)}`;
}

function exampleView(operation: Operation, view: ReferenceView): Html {
  const { reference, language, hasExplorer } = view;
  const say = (name: keyof typeof words) => words[name][language];
  const example = operationExample(operation, reference.policies);
  const variables = Object.keys(example.variables).length > 0 ? example.variables : undefined;
  const variablesText = variables ? JSON.stringify(variables, null, 2) : "";
  const link = `/explorer?lang=${language}${sharedFragment({ query: example.query, variables: variablesText })}`;
  return markup`<h2>${say("example")}</h2>
<pre tabindex="0"><code>${example.query}</code></pre>
${variables && markup`<p>${say("variables")}</p><pre tabindex="0"><code>${variablesText}</code></pre>`}
${example.needsId ? markup`<p>${say("exampleNeedsId")}</p>` : undefined}
${operation.root === "Mutation" ? markup`<p>${say("exampleOfChange")}</p>` : undefined}
${example.asOf === undefined ? undefined : markup`<p>${say("exampleAsOf")} <code>${example.asOf}</code></p>`}
<p class="soft">${say("exampleCosts")} ${costOf(example, view).toLocaleString("en")}${language === "ja" ? "。" : "."}</p>
${hasExplorer ? markup`<p><a class="button" href="${link}">${say("inExplorer")}</a></p>` : undefined}`;
}

function costOf({ query, variables }: OperationExample, { reference }: ReferenceView): number {
  const document = parse(query);
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return 0;
  return estimateCost(reference.costs, { document, operation, variables }).cost;
}
