import { runDemo } from "../../kit/demo/demo-program";
import { cooperationDemo } from "./cooperation-demo";

runDemo(cooperationDemo, process.argv.slice(2));
