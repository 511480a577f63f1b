import { isAnswerObject, type AnswerObject } from "./own-property";
import { copyOf, mergeInto } from "./merge-answers";
import type { MergedAnswer } from "./merged-answer";
import { type AnswerPath, pathsAt } from "./places";
import type { Represent } from "./represent";
import type { Step } from "./step";

/** What a step asks for one request, and where the answer belongs. */
export interface Question {
  /** The entities that it is about, each once and as JSON; missing where it asks for root fields. */
  readonly representations?: readonly string[];
  /** Puts what the subgraph answered where it belongs. */
  merge(received: AnswerObject): void;
  /** The places of objects that nothing can be asked about, as a part of what they are named by is missing. */
  placesWithoutName(): readonly AnswerPath[];
  /** The places in the caller's answer of an error that the subgraph gave a path; none where it has no place. */
  placesOf(path: AnswerPath): readonly AnswerPath[];
}

/** What a step asks about the data that there are so far; nothing where these have no object that it is about. */
export function questionOf(step: Step, answer: MergedAnswer): Question | undefined {
  if (!step.represent) return questionAboutRoot(step, answer.data);
  return new QuestionAboutEntities(step, step.represent, answer);
}

function questionAboutRoot(step: Step, data: AnswerObject): Question | undefined {
  const objects = step.places.flatMap(({ find }) => find(data));
  return objects.length > 0 ? new QuestionAboutRoot(step, data, objects) : undefined;
}

/** Root fields, whose answer belongs to each of the objects. */
class QuestionAboutRoot implements Question {
  constructor(
    private readonly step: Step,
    private readonly data: AnswerObject,
    private readonly objects: readonly AnswerObject[],
  ) {}

  merge(received: AnswerObject): void {
    this.step.rewrite?.(received);
    this.objects.forEach((object, index) => {
      mergeInto(object, index === 0 ? received : copyOf(received));
    });
  }

  placesWithoutName(): readonly AnswerPath[] {
    return [];
  }

  placesOf(path: AnswerPath): readonly AnswerPath[] {
    return this.step.places.flatMap((place) =>
      pathsAt(this.data, place.path).map((at) => [...at, ...path]),
    );
  }
}

/** The entities at one place: each of them, and the index of what it is named by. */
interface EntitiesAtPlace {
  readonly objects: readonly AnswerObject[];
  /** `-1` for one that is not asked about, `-2` for one that has no name. */
  readonly indices: readonly number[];
}

const notAsked = -1;
const nameless = -2;

/** Entities at one or several places, each asked for once. */
class QuestionAboutEntities implements Question {
  readonly representations: string[] = [];
  private readonly known = new Map<string, number>();
  private readonly places: readonly EntitiesAtPlace[];
  private hasAllNames = true;
  private placed: ReadonlyMap<number, readonly PlacedObject[]> | undefined;

  constructor(
    private readonly step: Step,
    represent: Represent,
    private readonly answer: MergedAnswer,
  ) {
    this.places = step.places.map(({ find }) => {
      const objects = find(answer.data);
      return { objects, indices: objects.map((object) => this.indexOf(represent(object))) };
    });
  }

  private indexOf(representation: string | null | undefined): number {
    if (representation === undefined) return notAsked;
    if (representation === null) {
      this.hasAllNames = false;
      return nameless;
    }
    const known = this.known.get(representation);
    if (known !== undefined) return known;
    const index = this.representations.push(representation) - 1;
    this.known.set(representation, index);
    return index;
  }

  /**
   * One entity is shared by all objects at a place that it is about: whatever is asked of them further on is the same.
   * At another place it may be something else.
   */
  merge({ _entities: received }: AnswerObject): void {
    if (!Array.isArray(received)) return;
    this.step.rewrite?.(received);
    this.places.forEach(({ objects, indices }, place) => {
      const entities: unknown[] = place === 0 ? received : copyOf(received);
      objects.forEach((object, at) => {
        const index = indices[at] ?? notAsked;
        const entity = entities[index];
        if (isAnswerObject(entity)) mergeInto(object, this.withoutInterface(entity));
        else if (index >= 0) this.answer.unknown.add(object);
      });
    });
  }

  /** A subgraph that knows all objects of an interface as one type says the interface of each: others know its type. */
  private withoutInterface(entity: AnswerObject): AnswerObject {
    const { __typename: type, ...fields } = entity;
    return type === undefined || this.step.types.isType(type) ? entity : fields;
  }

  placesWithoutName(): readonly AnswerPath[] {
    if (this.hasAllNames) return [];
    return this.placesWith(nameless).flatMap(({ object, path }) =>
      this.answer.unknown.has(object) ? [] : [path],
    );
  }

  placesOf([entities, index, ...path]: AnswerPath): readonly AnswerPath[] {
    if (entities !== "_entities" || typeof index !== "number") return [];
    return this.placesWith(index).map(({ path: at }) => [...at, ...path]);
  }

  /** The objects with an index. Many errors can come at once, so their paths are made once. */
  private placesWith(index: number): readonly PlacedObject[] {
    this.placed ??= this.placeAll();
    return this.placed.get(index) ?? [];
  }

  private placeAll(): ReadonlyMap<number, readonly PlacedObject[]> {
    const placed = new Map<number, PlacedObject[]>();
    this.places.forEach(({ objects, indices }, place) => {
      const paths = pathsAt(this.answer.data, this.step.places[place]?.path ?? []);
      objects.forEach((object, at) => {
        const index = indices[at] ?? notAsked;
        const path = paths[at];
        if (path === undefined) return;
        const same = placed.get(index);
        if (same) same.push({ object, path });
        else placed.set(index, [{ object, path }]);
      });
    });
    return placed;
  }
}

/** An object of the answer, and where it is. */
interface PlacedObject {
  readonly object: AnswerObject;
  readonly path: AnswerPath;
}
