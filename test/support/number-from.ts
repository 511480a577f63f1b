/** A number from a variable of the environment, or what it is usually. */
export function numberFrom(variable: string, usual: number): number {
  return Number(process.env[variable] ?? usual);
}
