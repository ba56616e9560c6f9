import {Slot} from '@radix-ui/react-slot';
import {
  createContext,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ComponentProps,
  type ComponentType,
  type FunctionComponent,
  type ReactNode,
  type RefObject,
} from 'react';
import type {LateParts} from './late-parts.ts';
import {useMergedRef} from './use-merged-ref.ts';

export interface OverlayProps {
  readonly open?: boolean;
  readonly defaultOpen?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly modal?: boolean;
  readonly children?: ReactNode;
}

export interface TriggerProps extends ComponentProps<'button'> {
  readonly asChild?: boolean;
}

interface OverlayParts {
  readonly Root: ComponentType<OverlayProps>;
  readonly Trigger: ComponentType<TriggerProps>;
}

interface Overlay<P> {
  /** Undefined until the code is there. */
  readonly parts: P | undefined;
  readonly trigger: RefObject<HTMLElement | null>;
  /** Whether the trigger had the focus when the code came. */
  readonly hadFocus: RefObject<boolean>;
  open(): void;
}

export interface OverlayKit<P> {
  readonly Root: FunctionComponent<OverlayProps>;
  readonly Trigger: FunctionComponent<TriggerProps>;
  /** In a component inside of `Root`. */
  use(): Overlay<P>;
}

/**
 * An overlay whose code is fetched when it is first rendered. Its trigger is there at once: what is pressed before the
 * code has come opens when it comes.
 */
export function overlay<P extends OverlayParts>(name: string, late: LateParts<P>, popup: 'dialog'): OverlayKit<P> {
  const Context = createContext<Overlay<P> | undefined>(undefined);

  function use(): Overlay<P> {
    const found = useContext(Context);
    if (!found) throw new TypeError(`Parts of ${name} stand inside <${name}>.`);
    return found;
  }

  function Root({children, ...props}: OverlayProps): ReactNode {
    const {open: isOpen, onOpenChange} = props;
    const parts = late.use();
    const [isWanted, setWanted] = useState(false);
    const trigger = useRef<HTMLElement>(null);
    const hadFocus = useRef(false);
    const value = useMemo<Overlay<P>>(
      () => ({
        parts,
        trigger,
        hadFocus,
        open() {
          if (isOpen === undefined) setWanted(true);
          onOpenChange?.(true);
        },
      }),
      [parts, isOpen, onOpenChange],
    );
    const inside = <Context value={value}>{children}</Context>;
    if (!parts) return inside;
    return (
      <parts.Root {...props} {...(isWanted && {defaultOpen: true})}>
        {inside}
      </parts.Root>
    );
  }
  Root.displayName = name;

  function Trigger(props: TriggerProps): ReactNode {
    const {parts} = use();
    return parts ? <ReadyTrigger Part={parts.Trigger} {...props} /> : <EarlyTrigger {...props} />;
  }
  Trigger.displayName = `${name}Trigger`;

  function ReadyTrigger({Part, ref, ...props}: TriggerProps & {readonly Part: ComponentType<TriggerProps>}): ReactNode {
    const {trigger, hadFocus} = use();
    const merged = useMergedRef<HTMLButtonElement>(ref, trigger as RefObject<HTMLButtonElement | null>);
    useEffect(() => {
      if (hadFocus.current) trigger.current?.focus();
      hadFocus.current = false;
    }, [trigger, hadFocus]);
    return <Part data-slot={`${name.toLowerCase()}-trigger`} {...props} ref={merged} />;
  }

  function EarlyTrigger({asChild = false, ref, onClick, ...props}: TriggerProps): ReactNode {
    const {trigger, hadFocus, open} = use();
    const merged = useMergedRef<HTMLButtonElement>(ref, trigger as RefObject<HTMLButtonElement | null>);
    useLayoutEffect(() => {
      const element = trigger.current;
      return () => {
        const root = element?.getRootNode();
        const active = root instanceof ShadowRoot ? root.activeElement : document.activeElement;
        hadFocus.current = element !== null && active === element;
      };
    }, [trigger, hadFocus]);
    const Tag = asChild ? Slot : 'button';
    return (
      <Tag
        {...(!asChild && {type: 'button'})}
        aria-haspopup={popup}
        aria-expanded={false}
        data-state="closed"
        data-slot={`${name.toLowerCase()}-trigger`}
        {...props}
        ref={merged}
        onClick={(event) => {
          onClick?.(event);
          if (!event.defaultPrevented) open();
        }}
      />
    );
  }

  return {Root, Trigger, use};
}
