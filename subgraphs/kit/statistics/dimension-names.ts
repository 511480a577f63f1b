/** The name of a dimension as the enum has it. */
export function enumName(dimension: string): string {
  return dimension.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

/** The name of a dimension as filters and rows have it. */
export function fieldName(value: string): string {
  return value.toLowerCase().replaceAll(/_(\w)/g, (_match, letter: string) => letter.toUpperCase());
}
