/** Where a cited answer is kept. */
export interface KeptAt {
  readonly id: string;
  /** Its whole address, or its path. */
  readonly address: string;
}
