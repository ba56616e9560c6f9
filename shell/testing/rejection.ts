import type {PortalError} from '@openchoreo/portal-contract';
import {isPortalError} from '../errors/to-portal-error.ts';

/** The `PortalError` the work rejects with; throws when it does not reject, or with something else. */
export async function rejection(work: Promise<unknown>): Promise<PortalError> {
  try {
    await work;
  } catch (error) {
    if (isPortalError(error)) return error;
    throw error;
  }
  throw new Error('It did not reject.');
}
