/** The id of the element of a page in which its script finds what the server gave it, as JSON. */
export const pageDataId = "page-data";
