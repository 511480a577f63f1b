/** The prototypes of a class and of the classes it extends, those it extends first. */
export function withBases(entity: { readonly prototype: object }): object[] {
  const chain: object[] = [];
  let prototype: object | null = entity.prototype;
  while (prototype !== null) {
    chain.unshift(prototype);
    prototype = Object.getPrototypeOf(prototype) as object | null;
  }
  return chain;
}
