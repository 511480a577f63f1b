import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { problem } from "./problem";

const refusals: Readonly<Record<string, readonly [status: number, message: string]>> = {
  HPE_HEADER_OVERFLOW: [431, "Expected headers of at most 16,384 bytes in all, received more."],
  ERR_HTTP_REQUEST_TIMEOUT: [408, "Expected a whole request, received a part for too long."],
};

const unreadable: readonly [number, string] = [
  400,
  "Expected a request as HTTP/1.1 writes it, received one that cannot be read.",
];

/** Answers what is not an HTTP request, on its connection, and closes the connection. */
export function refuseUnreadable(
  { code }: Error & { readonly code: string },
  socket: Socket,
): void {
  if (code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, message] = refusals[code] ?? unreadable;
  const body = JSON.stringify(problem("BAD_REQUEST", message));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`,
    "content-type: application/json; charset=utf-8",
    `content-length: ${Buffer.byteLength(body)}`,
    "connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}
