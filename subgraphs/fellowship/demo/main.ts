import { runDemo } from "../../kit/demo/demo-program";
import { fellowshipDemo } from "./fellowship-demo";

runDemo(fellowshipDemo, process.argv.slice(2));
