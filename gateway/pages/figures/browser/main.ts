import "../../browser/page.css";
import "./figures.css";
import { pageData } from "../../browser/page-data";
import type { FiguresPageData } from "../shared/figures-page-data";
import { startPage } from "./page/start-page";

// What draws is loaded while the graph is asked.
void import("./charts/plotted");
startPage(pageData() as FiguresPageData);
