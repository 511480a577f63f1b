// For importers that still name the file's old place; goes once they name `dates/partial-date`.
export { firstDay, lastDay } from "../dates/partial-date";
