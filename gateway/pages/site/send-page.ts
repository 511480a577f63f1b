import type { FastifyReply } from "fastify";
import { addVary } from "../../../subgraphs/kit/http/add-vary";
import { type PageNeeds, pagePolicy } from "./page-policy";

/** Answers with a page that {@link pageShell} made, in the language of the request, under its policy. */
export function sendPage(reply: FastifyReply, page: string, needs?: PageNeeds): FastifyReply {
  addVary(reply, "Accept", "Accept-Language");
  return reply
    .type("text/html; charset=utf-8")
    .header("content-security-policy", pagePolicy(needs))
    .send(page);
}
