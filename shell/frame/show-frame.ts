import {defineElement} from '@openchoreo/portal-lit';
import type {ShellServices} from '../services.ts';
import {PortalApp} from './portal-app.ts';

/** Turns the page's skeleton into the frame. Called once, by `main.ts`, with a page that has a `<portal-app>`. */
export function showFrame(document: Document, services: ShellServices): void {
  defineElement('portal-app', PortalApp);
  const app = document.querySelector('portal-app');
  if (!(app instanceof PortalApp)) throw new TypeError('The page has no <portal-app>');
  app.services = services;
}
