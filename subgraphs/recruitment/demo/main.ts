import { runDemo } from "../../kit/demo/demo-program";
import { recruitment } from "../recruitment";
import { recruitmentDemo } from "./recruitment-demo";

runDemo(recruitment, recruitmentDemo, process.argv.slice(2));
