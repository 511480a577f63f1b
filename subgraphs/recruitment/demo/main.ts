import { runDemo } from "../../kit/demo/demo-program";
import { recruitmentDemo } from "./recruitment-demo";

runDemo(recruitmentDemo, process.argv.slice(2));
