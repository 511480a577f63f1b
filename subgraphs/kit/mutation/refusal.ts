export { type CommonCode, type Refusal, Refused } from "../rules/refusal";
