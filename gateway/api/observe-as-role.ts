import {PortalError} from '@openchoreo/portal-contract';
import type {RoleCall} from './answer-as-role.ts';
import {holdsAction} from './role-actions.ts';
import {toObserving} from './to-observing.ts';

/** The observer's answer to somebody who looks through a role: their own, as far as the role holds the action, too. */
export async function observeAsRole({method, path, actions, send}: RoleCall): Promise<Response> {
  const action = toObserving(method, path);
  if (action === undefined) throw new PortalError('VIEW_AS_READ_ONLY', []);
  if (holdsAction(actions, action)) return send();
  const message = 'The role you are looking through does not hold what this needs';
  return Response.json({title: 'forbidden', errorCode: '', message}, {status: 403});
}
