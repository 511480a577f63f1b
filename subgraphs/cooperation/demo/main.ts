import { runDemo } from "../../kit/demo/demo-program";
import { cooperation } from "../cooperation";
import { cooperationDemo } from "./cooperation-demo";

runDemo(cooperation, cooperationDemo, process.argv.slice(2));
