/** What is chosen of a list: what the address says, if that is in it, else what is usual. */
export function chosenOf<Value extends string>(
  said: string | undefined,
  choices: readonly Value[],
  usual: Value,
): Value {
  return choices.find((choice) => choice === said) ?? usual;
}
