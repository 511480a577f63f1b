const ofCsrf = "This operation has been blocked as a potential Cross-Site Request Forgery";

/** A library's error about a request, in the words of this graph. */
export function reworded(message: string): string {
  return message.startsWith(ofCsrf)
    ? "Expected the content-type application/json, or a value of the header apollo-require-preflight or x-apollo-operation-name, received neither: any site could let a browser send such a request (CSRF)."
    : message;
}
