import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import { Municipality } from "../municipality/municipality";
import { atTheSameMoment } from "../record/broken-rules";
import type { RecruitmentErrorCode } from "../record/recruitment-error-code";
import { trimmed } from "../record/text.rules";
import { ListRequest } from "./list-request";
import { ListRequestState } from "./list-request-state";
import type {
  GrantListRequestInput,
  RefuseListRequestInput,
  RequestListInput,
} from "./list-request.inputs";
import { checkGrant, checkListRequest, checkRefusal } from "./list-request.rules";

const noOpenRequest = "a municipality without an open request";
const noRequestThatDay = "a day without a request of the municipality";

/** Records a municipality's request for the list. Requests of one municipality wait for each other. */
export const requestList: ChangeDefinition<RequestListInput, ListRequest, RecruitmentErrorCode> = {
  name: "requestList",
  node: ListRequest,
  constraints: {
    list_request_one_open: atTheSameMoment("LIST_REQUEST_OPEN", noOpenRequest, "municipality"),
    list_request_once_a_day: atTheSameMoment("LIST_REQUEST_EXISTS", noRequestThatDay, "on"),
  },
  work: async (change, { municipality: code, on: given }) => {
    const on = given ?? change.today;
    await change.manager.query(
      "/* requestList.wait */ SELECT pg_advisory_xact_lock(hashtextextended('list request ' || $1, 0))",
      [code],
    );
    const municipality = await change.manager.findOne(Municipality, {
      where: { code },
      comment: "requestList.municipality",
    });
    const earlier = await change.manager.find(ListRequest, {
      where: { municipalityCode: code },
      comment: "requestList.earlier",
    });
    const values = { municipality: code, on };
    change.refuse(checkListRequest(values, municipality, earlier, change.today));
    return change.insert(ListRequest, {
      municipalityCode: code,
      requestedOn: on,
      state: ListRequestState.REQUESTED,
    });
  },
};

/** Grants a request. */
export const grantListRequest: ChangeDefinition<
  GrantListRequestInput,
  ListRequest,
  RecruitmentErrorCode
> = {
  name: "grantListRequest",
  node: ListRequest,
  constraints: {
    list_request_one_granted: atTheSameMoment(
      "LIST_ALREADY_GRANTED",
      "a municipality that was not granted the list",
      "id",
    ),
  },
  work: async (change, input) => {
    const request = await change.lock(ListRequest, input);
    const decidedOn = input.on ?? change.today;
    change.refuse(checkGrant(decidedOn, request, change.today));
    return change.update(ListRequest, request, { state: ListRequestState.GRANTED, decidedOn });
  },
};

/** Refuses a request. */
export const refuseListRequest: ChangeDefinition<
  RefuseListRequestInput,
  ListRequest,
  RecruitmentErrorCode
> = {
  name: "refuseListRequest",
  node: ListRequest,
  constraints: {},
  work: async (change, input) => {
    const request = await change.lock(ListRequest, input);
    const decidedOn = input.on ?? change.today;
    const { reason } = input;
    change.refuse(checkRefusal({ on: decidedOn, reason }, request, change.today));
    return change.update(ListRequest, request, {
      state: ListRequestState.REFUSED,
      decidedOn,
      refusalReason: trimmed(reason),
    });
  },
};
