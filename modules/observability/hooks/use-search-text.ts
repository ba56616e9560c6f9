import {useEffect, useEffectEvent, useState} from 'react';

/** Milliseconds after the last key before something is looked for. */
const PAUSE = 300;

/** The text of a search field, which follows the address and changes it once somebody stops typing. */
export function useSearchText(current: string, search: (text: string) => void): [string, (text: string) => void] {
  const [typed, setTyped] = useState({text: current, from: current});
  // The address changed by other ways: by a link, or by the browser's own buttons.
  if (typed.from !== current) setTyped({text: current, from: current});
  const onPause = useEffectEvent((text: string) => {
    if (text.trim() !== current) search(text.trim());
  });
  useEffect(() => {
    const timer = setTimeout(() => onPause(typed.text), PAUSE);
    return () => clearTimeout(timer);
  }, [typed.text]);
  return [typed.text, (text) => setTyped({...typed, text})];
}
