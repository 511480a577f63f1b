import { runDemo } from "../../kit/demo/demo-program";
import { fellowship } from "../fellowship";
import { fellowshipDemo } from "./fellowship-demo";

runDemo(fellowship, fellowshipDemo, process.argv.slice(2));
