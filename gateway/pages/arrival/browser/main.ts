import "../../browser/page.css";
