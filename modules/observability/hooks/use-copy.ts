import {useHost, useText} from '@openchoreo/portal-react';
import type config from '../module.config.ts';

/** Puts a text where people paste from, and says so. */
export function useCopy(): (text: string, done: string) => void {
  const {notifications} = useHost<typeof config>();
  const text = useText();
  return (copied, done) => {
    navigator.clipboard.writeText(copied).then(
      () => notifications.show({kind: 'success', text: done}),
      () => notifications.show({kind: 'warning', text: text('copy.failed')}),
    );
  };
}
