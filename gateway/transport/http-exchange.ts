import { isAscii } from "node:buffer";
import type { IncomingHttpHeaders } from "node:http";
import type { Dispatcher } from "undici";

/** Leaves out a byte order mark, with which text is no JSON. */
const utf8 = new TextDecoder();

/** The text of a body. Most have ASCII only, which needs no decoding. */
function textOf(body: Buffer): string {
  return isAscii(body) ? body.toString("latin1") : utf8.decode(body);
}

/** What came back over HTTP. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** One request over HTTP and its response, which can be ended before it is there. */
export class HttpExchange implements Dispatcher.DispatchHandler {
  /** The response, once all of it has been read; rejects where there is none. */
  readonly response: Promise<HttpResponse>;
  private succeed!: (response: HttpResponse) => void;
  private fail!: (reason: Error) => void;
  private status = 0;
  private headers: IncomingHttpHeaders = {};
  private readonly chunks: Buffer[] = [];
  private controller: Dispatcher.DispatchController | undefined;
  private reason: Error | undefined;

  constructor() {
    this.response = new Promise((resolve, reject) => {
      this.succeed = resolve;
      this.fail = reject;
    });
  }

  /** Gives the exchange up: nothing more is sent or read, and there is no response for this reason. */
  end(reason: Error): void {
    this.reason = reason;
    this.controller?.abort(reason);
    this.fail(reason);
  }

  /** The request has a connection. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.reason) controller.abort(this.reason);
  }

  /** Status and headers are there. */
  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: IncomingHttpHeaders,
  ): void {
    this.status = status;
    this.headers = headers;
  }

  /** A part of the body is there. */
  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.chunks.push(chunk);
  }

  /** All of the body is there. */
  onResponseEnd(): void {
    const [first, ...others] = this.chunks;
    const body = others.length > 0 ? Buffer.concat(this.chunks) : first;
    const text = body ? textOf(body) : "";
    this.succeed({ status: this.status, headers: this.headers, text });
  }

  /** There is no response. */
  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.fail(error);
  }
}
