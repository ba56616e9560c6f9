import {defineElement} from '@openchoreo/portal-lit';
import {startKeys} from '../commands/start-keys.ts';
import {PortalInbox} from '../notifications/portal-inbox.ts';
import {PortalSearchButton} from '../palette/portal-search-button.ts';
import type {Portal} from '../portal.ts';
import {PortalStatus} from '../status/portal-status.ts';

/** Small parts of the frame that wait until the first page is there, their places kept free; and the keyboard shortcuts. */
export function startLateParts({services, modules, report}: Portal): void {
  defineElement('portal-search-button', PortalSearchButton);
  defineElement('portal-inbox', PortalInbox);
  defineElement('portal-status', PortalStatus);
  startKeys(services, modules, report);
}
