import type { RequestScope } from "../../subgraphs/kit/request-scope";
import type { RequestedFormat } from "./requested-format";
import type { Noted } from "./tables/notes-sheet";
import type { Table } from "./tables/table";

/** A request that is to be answered with tables. */
export interface TabularRequest extends RequestedFormat {
  readonly language: Noted["language"];
  /** The names that lead to the list of records that is answered whole, if one is. */
  wholeList?: readonly string[];
  /** The tables of the answer, once the operation is known. */
  tables?: readonly Table[];
  /** The address below `/q` that was asked, with its parameters, if one was: the same answer has the same bytes then. */
  readonly address?: string;
  /** What the file is called, without its ending. */
  fileName?: string;
  /** What its notes say. */
  noted?: Noted;
  /** How it was answered, once it was. */
  outcome?: { readonly headers: Readonly<Record<string, string>>; readonly status?: number };
}

/** The requests that are being answered with tables. All others are answered with JSON. */
export const tabularRequests = new WeakMap<RequestScope, TabularRequest>();
