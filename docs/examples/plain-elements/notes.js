/** The notes of this tab, shared by page and card: a file of a module is loaded once. */
export const notes = [];
