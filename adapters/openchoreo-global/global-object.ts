import * as ReactQuery from '@tanstack/react-query';
import {useModuleStore} from '@openchoreo/portal-react';
import * as React from 'react';
import * as ReactDOM from 'react-dom';
import * as ReactDOMClient from 'react-dom/client';
import * as ReactHookForm from 'react-hook-form';
import {cn} from './cn.ts';
import type {ConsumerEvents} from './consumer-events.ts';
import type {UseGlobalStore} from './consumer-store.ts';
import {guarded} from './guarded.ts';
import {Icons} from './icons/icons.ts';
import {UI} from './ui/index.ts';

/** What is one consumer's own of the global. */
export interface OwnMembers {
  readonly eventBus: ConsumerEvents;
  readonly useGlobalStore: UseGlobalStore;
  hasPermission(action: string): boolean;
  registerModule(module: unknown): void;
}

/** `window.OpenChoreo` as one consumer sees it. Libraries and components are the same for all. */
export type OpenChoreoGlobal = ReturnType<typeof createGlobalObject>;

const SHARED = {
  React,
  ReactDOM: {...ReactDOM, ...ReactDOMClient},
  ReactQuery: guarded(ReactQuery, 'ReactQuery.'),
  ReactHookForm: guarded(ReactHookForm, 'ReactHookForm.'),
  UI: guarded(UI, 'UI.'),
  Icons,
  Utils: guarded({cn}, 'Utils.'),
  useModuleStore,
};

export function createGlobalObject(
  own: OwnMembers,
): typeof SHARED & OwnMembers & {readonly Store: Pick<OwnMembers, 'useGlobalStore'>} {
  const {useGlobalStore} = own;
  return guarded({...SHARED, ...own, Store: guarded({useGlobalStore}, 'Store.')}, '');
}
