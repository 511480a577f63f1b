import "@graphiql/react/style.css";
import "@graphiql/plugin-doc-explorer/style.css";
import "@graphiql/plugin-history/style.css";
import "graphiql/graphiql.css";
import "../../browser/page.css";
import "./explorer.css";
import { createRoot } from "react-dom/client";
import { pageData } from "../../browser/page-data";
import type { ExplorerData } from "../shared/explorer-data";
import { Explorer } from "./explorer";
import { setUpWorkers } from "./set-up-workers";

const data = pageData() as ExplorerData;
setUpWorkers(data.workers);
const place = document.getElementById("explorer");
if (place) createRoot(place).render(<Explorer data={data} />);
