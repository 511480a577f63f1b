import { runDemo } from "../../kit/demo/demo-program";
import { dispatch } from "../dispatch";
import { dispatchDemo } from "./dispatch-demo";

runDemo(dispatch, dispatchDemo, process.argv.slice(2));
