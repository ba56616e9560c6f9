import {clsx} from 'clsx';
import {createContext, useContext, useLayoutEffect, useRef, type ComponentProps, type ReactNode} from 'react';
import type * as Parts from './command-parts.tsx';
import {lateParts} from './late-parts.ts';
import {useMergedRef} from './use-merged-ref.ts';

const late = lateParts(() => import('./command-parts.tsx'));
const Context = createContext<typeof Parts | undefined>(undefined);

/** A list to search in. Its code is fetched when it is first rendered; until then its place is kept. */
export function Command({className, children, ...props}: ComponentProps<typeof Parts.CommandRoot>): ReactNode {
  const parts = late.use();
  const look = clsx('oc-command', className);
  if (!parts) return <div data-slot="command" className={look} aria-busy />;
  return (
    <Context value={parts}>
      <parts.CommandRoot data-slot="command" {...props} className={look}>
        {children}
      </parts.CommandRoot>
    </Context>
  );
}
Command.displayName = 'Command';

function useParts(): typeof Parts {
  const parts = useContext(Context);
  if (!parts) throw new TypeError('Parts of Command stand inside <Command>.');
  return parts;
}

/** In an overlay that opened before this came, it takes the focus that it would have got at once. */
export function CommandInput({className, ref, ...props}: ComponentProps<typeof Parts.CommandInput>): ReactNode {
  const {CommandInput: Part, Search} = useParts();
  const input = useRef<HTMLInputElement>(null);
  const merged = useMergedRef(ref, input);
  useLayoutEffect(() => {
    // An overlay takes the focus itself where it finds nothing else to give it to.
    if (input.current?.closest('.oc-popover, .oc-dialog') === document.activeElement) input.current.focus();
  }, []);
  return (
    <div data-slot="command-input-wrapper" className="oc-command-search">
      <Search />
      <Part data-slot="command-input" {...props} ref={merged} className={clsx('oc-command-input', className)} />
    </div>
  );
}
CommandInput.displayName = 'CommandInput';

export function CommandList({className, ...props}: ComponentProps<typeof Parts.CommandList>): ReactNode {
  const {CommandList: Part} = useParts();
  return <Part data-slot="command-list" {...props} className={clsx('oc-command-list', className)} />;
}
CommandList.displayName = 'CommandList';

export function CommandEmpty({className, ...props}: ComponentProps<typeof Parts.CommandEmpty>): ReactNode {
  const {CommandEmpty: Part} = useParts();
  return <Part data-slot="command-empty" {...props} className={clsx('oc-command-empty', className)} />;
}
CommandEmpty.displayName = 'CommandEmpty';

export function CommandGroup({className, ...props}: ComponentProps<typeof Parts.CommandGroup>): ReactNode {
  const {CommandGroup: Part} = useParts();
  return <Part data-slot="command-group" {...props} className={clsx('oc-command-group', className)} />;
}
CommandGroup.displayName = 'CommandGroup';

export function CommandItem({className, ...props}: ComponentProps<typeof Parts.CommandItem>): ReactNode {
  const {CommandItem: Part} = useParts();
  return <Part data-slot="command-item" {...props} className={clsx('oc-command-item', className)} />;
}
CommandItem.displayName = 'CommandItem';
