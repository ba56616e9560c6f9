const STATUS = {
  BAD_REQUEST: 400,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  UNPROCESSABLE_CONTENT: 422,
  INTERNAL_ERROR: 500,
} as const;

export type ApiErrorCode = keyof typeof STATUS;

export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** A refusal in the platform's own shape, `{error, code, details?}`. The code decides the status unless one is given. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ApiErrorCode;
  readonly status: number;
  readonly details: readonly FieldError[];

  constructor(code: ApiErrorCode, message: string, options: {details?: readonly FieldError[]; status?: number} = {}) {
    super(message);
    this.code = code;
    this.status = options.status ?? STATUS[code];
    this.details = options.details ?? [];
  }

  toResponse(): Response {
    const details = this.details.length > 0 ? {details: this.details} : {};
    return Response.json({error: this.message, code: this.code, ...details}, {status: this.status});
  }
}
