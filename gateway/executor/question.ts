import { isAnswerObject, type AnswerObject } from "./own-property";
import { copyOf, mergeInto } from "./merge-answers";
import { type AnswerPath, pathsAt } from "./places";
import type { Represent } from "./represent";
import type { Step } from "./step";

/** What a step asks for one request, and where the answer belongs. */
export interface Question {
  /** The entities that it is about, each once and as JSON; missing where it asks for root fields. */
  readonly representations?: readonly string[];
  /** Puts what the subgraph answered where it belongs. */
  merge(received: AnswerObject): void;
  /** The places in the caller's answer of an error that the subgraph gave a path; none where it has no place. */
  placesOf(path: AnswerPath): readonly AnswerPath[];
}

/** What a step asks about the data that there are so far; nothing where these have no object that it is about. */
export function questionOf(step: Step, data: AnswerObject): Question | undefined {
  if (!step.represent) return questionAboutRoot(step, data);
  const question = new QuestionAboutEntities(step, step.represent, data);
  return question.representations.length > 0 ? question : undefined;
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

  placesOf(path: AnswerPath): readonly AnswerPath[] {
    return this.step.places.flatMap((place) =>
      pathsAt(this.data, place.path).map((at) => [...at, ...path]),
    );
  }
}

/** The entities at one place: each of them, and the index of what it is named by. */
interface EntitiesAtPlace {
  readonly objects: readonly AnswerObject[];
  /** `-1` for one that cannot be named. */
  readonly indices: readonly number[];
}

/** Entities at one or several places, each asked for once. */
class QuestionAboutEntities implements Question {
  readonly representations: string[] = [];
  private readonly known = new Map<string, number>();
  private readonly places: readonly EntitiesAtPlace[];

  constructor(
    private readonly step: Step,
    represent: Represent,
    private readonly data: AnswerObject,
  ) {
    this.places = step.places.map(({ find }) => {
      const objects = find(data);
      return { objects, indices: objects.map((object) => this.indexOf(represent(object))) };
    });
  }

  private indexOf(representation: string | undefined): number {
    if (representation === undefined) return -1;
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
        const entity = entities[indices[at] ?? -1];
        if (isAnswerObject(entity)) mergeInto(object, entity);
      });
    });
  }

  placesOf([entities, index, ...path]: AnswerPath): readonly AnswerPath[] {
    if (entities !== "_entities" || typeof index !== "number") return [];
    return this.places.flatMap(({ indices }, place) => {
      const paths = pathsAt(this.data, this.step.places[place]?.path ?? []);
      return paths.flatMap((at, object) => (indices[object] === index ? [[...at, ...path]] : []));
    });
  }
}
