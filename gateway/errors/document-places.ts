import {
  type DocumentNode,
  getLocation,
  Kind,
  type OperationDefinitionNode,
  type SourceLocation,
} from "graphql";
import { type AnswerPlace, answerPlaces } from "../../subgraphs/kit/access/answer-places";

/**
 * The places of fields in a document and in its answer. The document is read once, however many places are asked for.
 */
export class DocumentPlaces {
  private fields: ReadonlyMap<string, SourceLocation> | undefined;
  private readonly paths = new Map<string, readonly string[]>();

  /**
   * Looks for the paths of what is sought.
   *
   * @param document - what was sent
   * @param operation - the one that was run
   * @param sought - the places in the document whose paths will be asked for
   */
  constructor(
    private readonly document: DocumentNode,
    private readonly operation: OperationDefinitionNode | undefined,
    sought: readonly SourceLocation[],
  ) {
    const names = new Set(sought.map(nameOf));
    if (names.size === 0) return;
    const found = this.places(({ loc }) => loc !== undefined && names.has(nameOf(loc.startToken)));
    for (const { node, path } of found) {
      const name = node.loc ? nameOf(node.loc.startToken) : "";
      if (!this.paths.has(name)) this.paths.set(name, path);
    }
  }

  /** The path in the answer for a place that was sought, in whichever operation reaches it. */
  pathOf(place: SourceLocation): readonly string[] | undefined {
    return this.paths.get(nameOf(place));
  }

  /** Where the field at a path of the answer is selected first by the operation that was run. */
  locationOf(path: readonly (string | number)[]): SourceLocation | undefined {
    this.fields ??= this.locations();
    return this.fields.get(path.filter((part) => typeof part === "string").join("."));
  }

  private locations(): ReadonlyMap<string, SourceLocation> {
    const fields = new Map<string, SourceLocation>();
    for (const { node, path } of this.places(({ kind }) => kind === Kind.FIELD, true)) {
      const name = path.join(".");
      if (node.loc && !fields.has(name)) {
        fields.set(name, getLocation(node.loc.source, node.loc.start));
      }
    }
    return fields;
  }

  private places(
    isSought: Parameters<typeof answerPlaces>[2],
    ofOperation = false,
  ): readonly AnswerPlace[] {
    return this.document.definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      (!ofOperation || definition === this.operation)
        ? answerPlaces(this.document, definition, isSought)
        : [],
    );
  }
}

function nameOf({ line, column }: SourceLocation): string {
  return `${line}:${column}`;
}
