const STATUS = {
  badRequest: 400,
  unauthorized: 401,
  forbidden: 403,
  notFound: 404,
  internalServerError: 500,
  notImplemented: 501,
} as const;

/** A refusal in the observer's own shape, `{title, errorCode, message}`. */
export class ObserverError extends Error {
  override readonly name = 'ObserverError';
  readonly title: keyof typeof STATUS;

  constructor(title: keyof typeof STATUS, message: string) {
    super(message);
    this.title = title;
  }

  toResponse(status: number = STATUS[this.title]): Response {
    return Response.json({title: this.title, errorCode: '', message: this.message}, {status});
  }
}
