/** `startsOn` as `starts_on`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** `TrainingCourse` as `training course`. */
export function words(name: string): string {
  return snakeCase(lowerFirst(name)).replaceAll("_", " ");
}

/** `engagement` as `Engagement`. */
export function upperFirst(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** `Engagement` as `engagement`. */
export function lowerFirst(name: string): string {
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}
