/** An object of an answer, by response name. */
export type AnswerObject = Record<string, unknown>;

/** What an object of an answer has under a name; nothing that every object inherits, such as `constructor`. */
export function ownProperty(object: Readonly<AnswerObject>, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Gives an object a property of its own, also where every object inherits one of that name. */
export function setOwnProperty(object: AnswerObject, name: string, value: unknown): void {
  if (isInherited(name)) {
    Object.defineProperty(object, name, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  } else object[name] = value;
}

/** True for the names that every object has without being given them, as `constructor` and `__proto__`. */
export function isInherited(name: string): boolean {
  return name in Object.prototype;
}

/** Whether a value is an object of an answer: neither a list nor a leaf. */
export function isAnswerObject(value: unknown): value is AnswerObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
