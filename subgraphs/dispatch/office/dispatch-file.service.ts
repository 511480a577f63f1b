import { movedTo } from "../../kit/rules/rule";
import type { DispatchChange } from "../record/dispatch-changes";
import { Dispatch, DispatchExtension } from "./dispatch";
import { isFollowed } from "./dispatch-state";
import { extensionsHold } from "./dispatch-correction.rules";
import {
  type ChangedDispatch,
  lockOfficial,
  type OfficialFile,
  othersOf,
  requireWhole,
  sameOfficialRule,
} from "./dispatch.service";

/** A dispatch that is to be put right, locked, with the files of those whose it was and is. */
export interface DispatchFile {
  readonly dispatch: Dispatch;
  /** In the order they were made. */
  readonly extensions: readonly DispatchExtension[];
  /** The file of the official whose it then is. */
  readonly file: OfficialFile;
  /** All files that are locked. */
  readonly files: readonly OfficialFile[];
}

/**
 * Locks a dispatch in whatever state, behind its official and, if it is to be another's, behind that one too.
 * @throws Refused NOT_FOUND or VERSION_CONFLICT
 */
export async function lockDispatchFile(
  change: DispatchChange,
  input: {
    readonly id: string;
    readonly expectedVersion?: number | null;
    readonly official?: string | null;
  },
): Promise<DispatchFile> {
  const { officialId: recordedFor } = await change.read(Dispatch, input.id);
  const officialId = input.official ?? recordedFor;
  const files = new Map<string, OfficialFile>();
  for (const id of [...new Set([recordedFor, officialId])].sort()) {
    files.set(id, await lockOfficial(change, id, "input", "official"));
  }
  const dispatch = await change.lock(Dispatch, input);
  change.require([sameOfficialRule(dispatch, recordedFor)]);
  change.settle();
  const extensions = await change.findAll(DispatchExtension, { dispatchId: dispatch.id });
  return {
    dispatch,
    extensions: extensions.sort((one, other) => (one.previousTo < other.previousTo ? -1 : 1)),
    file: files.get(officialId) ?? { homeAgencies: [], dispatches: [] },
    files: [...files.values()],
  };
}

/**
 * Puts a dispatch right where its official's whole file then keeps the rules, its extensions too.
 * @param fields - field of a dispatch → field of the input
 * @throws Refused where it does not; the refusal names what stands in the way
 */
export async function correctDispatchFile(
  change: DispatchChange,
  { dispatch, extensions, file, files }: DispatchFile,
  { countryCode = dispatch.countryCode, ...values }: ChangedDispatch,
  fields: Readonly<Record<string, string>>,
): Promise<Dispatch> {
  const after = Object.assign(new Dispatch(), dispatch, values, { countryCode });
  change.require(movedTo(fields, extensionsHold(after, extensions, change.today), "id"));
  const known = await requireWhole(change, file, dispatch.id, after, fields);
  const corrected = await change.update(Dispatch, dispatch, { ...values, ...known });
  await followNoLonger(change, corrected, files);
  return corrected;
}

/** Whether a later dispatch had begun when the first day was recorded, once that is put right. */
export function followedAfter(
  dispatch: Pick<Dispatch, "startedOn" | "followed" | "officialId">,
  after: Pick<Dispatch, "startedOn" | "plannedTo" | "officialId">,
  others: readonly Dispatch[],
): boolean {
  if (after.startedOn === null) return false;
  const isNew = dispatch.startedOn === null || dispatch.officialId !== after.officialId;
  return (dispatch.followed || isNew) && isFollowed(after, others);
}

/** An official does not count as back from an earlier dispatch any more where no later one has begun after all. */
export async function followNoLonger(
  change: DispatchChange,
  corrected: Dispatch | undefined,
  files: readonly OfficialFile[],
): Promise<void> {
  for (const file of files) {
    const others = othersOf(file, corrected?.id);
    const own = others[0]?.officialId === corrected?.officialId ? corrected : undefined;
    const all = own?.cancelledOn === null ? [...others, own] : others;
    for (const other of others) {
      if (!other.followed) continue;
      const isStill = isFollowed(
        other,
        all.filter((one) => one.id !== other.id),
      );
      if (!isStill) await change.update(Dispatch, other, { followed: false });
    }
  }
}
