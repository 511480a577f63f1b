/** Whoever reads a whole list has not taken a page of it in time. */
export class SlowReader extends Error {
  constructor(milliseconds: number) {
    super(`Nobody took a page of the list within ${milliseconds} milliseconds.`);
    this.name = "SlowReader";
  }
}

/** Waits for whoever reads a whole list, page by page, and for each as long. */
export class PagePatience {
  private timer: NodeJS.Timeout | undefined;

  /**
   * Waits for nobody yet.
   *
   * @param milliseconds - how long a page may take
   * @param giveUp - ends the answer
   */
  constructor(
    private readonly milliseconds: number,
    private readonly giveUp: (error: SlowReader) => void,
  ) {}

  /** A page is there to be taken. */
  begin(): void {
    this.end();
    this.timer = setTimeout(
      () => this.giveUp(new SlowReader(this.milliseconds)),
      this.milliseconds,
    );
  }

  /** It has been taken, or nobody reads any longer. */
  end(): void {
    clearTimeout(this.timer);
  }
}
