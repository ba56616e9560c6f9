import {MESSAGES, PortalError, type ErrorCode} from '@openchoreo/portal-contract';

/** The error that an answer with a failing status stands for. Text that is no JSON is the platform's own sentence. */
export async function toResponseError(url: string, status: number, text: string): Promise<PortalError> {
  const {ANSWERS} = await import('./answers.ts');
  const data = parseJson(text);
  const found = ANSWERS.problem.safeParse(data);
  if (found.success && isErrorCode(found.data.code)) return toProblemError(found.data.code, found.data, data);
  const cause = {cause: data ?? text};
  const refused = ANSWERS.refusal.safeParse(data);
  if (refused.success) {
    const {error, message, title, details = []} = refused.data;
    const sentence = message ?? error ?? title ?? `status ${status}`;
    const faults = details.map((fault) => (fault.field ? `${fault.field}: ${fault.message}` : fault.message));
    const detail = faults.length > 0 ? `${sentence} (${faults.join('; ')})` : sentence;
    return new PortalError('PLATFORM_REFUSED', [String(status), detail], cause);
  }
  if (status >= 500 || text.trim() === '' || text.trimStart().startsWith('<')) {
    return new PortalError('API_INVALID_ANSWER', [url], cause);
  }
  return new PortalError('PLATFORM_REFUSED', [String(status), text.slice(0, 500)], cause);
}

/** The gateway's sentence is the better one: it knows the values. */
function toProblemError(
  code: ErrorCode,
  {detail, values = []}: {detail?: string | undefined; values?: readonly string[] | undefined},
  cause: unknown,
): PortalError {
  return new PortalError(code, values as never, {cause, detail});
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(MESSAGES, code);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
