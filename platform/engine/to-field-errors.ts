import type {z} from 'zod';
import type {FieldError} from './api-error.ts';

/** zod's issues in the platform's words: `spec.roleMappings[0].roleRef.name`. */
export function toFieldErrors(error: z.ZodError, prefix = ''): readonly FieldError[] {
  return error.issues.map((issue) => ({field: toField(prefix, issue.path), message: issue.message}));
}

function toField(prefix: string, path: readonly PropertyKey[]): string {
  let field = prefix;
  for (const key of path) {
    if (typeof key === 'number') field += `[${key}]`;
    else field += field ? `.${String(key)}` : String(key);
  }
  return field || '(root)';
}
