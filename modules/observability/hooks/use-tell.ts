import type {Scope} from '@openchoreo/portal-contract';
import {useEventBus, useHost} from '@openchoreo/portal-react';
import {useEffect} from 'react';
import type config from '../module.config.ts';
import type {Lines} from './use-lines.ts';

/** Tells other modules what is seen: figures in the module's store, and errors as they come by an event. */
export function useTell({namespace, project, component}: Scope, {lines, tail}: Lines): void {
  const {stores} = useHost<typeof config>();
  const events = useEventBus();
  const newest = lines[0]?.line.timestamp;
  const errors = lines.filter(({line}) => line.level === 'ERROR').length;
  useEffect(() => {
    if (namespace === undefined || newest === undefined) return;
    const place = {namespace, ...(project && {project}), ...(component && {component})};
    stores.set('observability', {latest: {...place, newest, errors}});
  }, [stores, namespace, project, component, newest, errors]);
  useEffect(() => {
    const count = tail.lines.slice(0, tail.arrived).filter(({level}) => level === 'ERROR').length;
    if (namespace === undefined || count === 0) return;
    const place = {namespace, ...(project && {project}), ...(component && {component})};
    events.emit('observability:errors-arrived', {...place, count});
  }, [events, namespace, project, component, tail]);
}
