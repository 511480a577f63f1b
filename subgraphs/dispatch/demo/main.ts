import { runDemo } from "../../kit/demo/demo-program";
import { dispatchDemo } from "./dispatch-demo";

runDemo(dispatchDemo, process.argv.slice(2));
