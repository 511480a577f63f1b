import { type CodeOf, codes } from "../codes";

/** What became of a record by a change. */
export const ChangeKind = codes("ChangeKind", "What became of a record by a change.", {
  CREATED: "It is new.",
  CHANGED: "Some of its fields are others, or only something that belongs to it.",
  REMOVED: "It is there no longer: it was taken back, or an import replaced it.",
});
/** A code of {@link ChangeKind}. */
export type ChangeKind = CodeOf<typeof ChangeKind>;
