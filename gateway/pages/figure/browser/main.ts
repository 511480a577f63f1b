import "../../browser/page.css";
import "./figure.css";
import { addCopyButtons } from "../../browser/add-copy-buttons";

addCopyButtons();
