/** The contract's major version: a manifest's `apiVersion`, and part of every context key. */
export const API_VERSION = 1;
