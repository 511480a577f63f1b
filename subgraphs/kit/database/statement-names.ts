/**
 * Names for statements that connections keep, one for each text. Once there are as many as there can be, others get none:
 * they are planned each time, as statements without a name are.
 */
export class StatementNames {
  private readonly names = new Map<string, string>();

  /**
   * No names yet.
   * @param kind - what they begin with: names of another kind are others
   * @param most - how many there can be
   */
  constructor(
    private readonly kind: string,
    private readonly most: number,
  ) {}

  /** The name of a statement; `undefined` where it gets none. */
  nameOf(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= this.most) return known;
    const name = `${this.kind}_${this.names.size + 1}`;
    this.names.set(text, name);
    return name;
  }
}
