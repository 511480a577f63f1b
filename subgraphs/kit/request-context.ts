// For importers that still name the file's old place; goes once they name `request/request-context` and `loaders`.
export type { DatabaseLoader } from "./loaders";
export { RequestContext } from "./request/request-context";
