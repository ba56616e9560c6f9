import {useText} from '@openchoreo/portal-react';
import {useEffect, useEffectEvent, useRef, useState} from 'react';
import type {Tail} from '../services/read-tail.ts';

/** Milliseconds between two announcements: who listens is not to be talked over. */
const PAUSE = 15_000;

/** What a screen reader is told of lines that came, all that came since the last time at once. */
export function useAnnouncement(tail: Tail): string {
  const text = useText();
  const [said, setSaid] = useState('');
  const pending = useRef({count: 0, until: 0});
  const onTail = useEffectEvent(() => {
    pending.current.count += tail.arrived;
    if (pending.current.count === 0 || Date.now() < pending.current.until) return;
    setSaid(text('live.arrived', {count: pending.current.count}));
    pending.current = {count: 0, until: Date.now() + PAUSE};
  });
  useEffect(() => onTail(), [tail]);
  return said;
}
