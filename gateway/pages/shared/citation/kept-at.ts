/** Where a cited answer is kept. */
export interface KeptAt {
  readonly id: string;
  /** Its whole address, or its path. */
  readonly address: string;
}

/** Whether an address has a host. */
export function isWhole(address: string): boolean {
  return /^https?:/.test(address);
}
