/** What one module may be at most, wherever it comes from. */
export const LIMITS = {
  files: 2000,
  fileBytes: 10 * 1024 * 1024,
  moduleBytes: 50 * 1024 * 1024,
  manifestBytes: 1024 * 1024,
  /** Characters of a file's path in the module. */
  path: 200,
  depth: 12,
} as const;
