import {clsx} from 'clsx';
import ChevronDown from 'lucide/dist/esm/icons/chevron-down.mjs';
import {
  Children,
  createContext,
  isValidElement,
  useContext,
  useMemo,
  useState,
  type ComponentProps,
  type ReactNode,
} from 'react';
import {Glyph} from './glyph.tsx';
import {lateParts} from './late-parts.ts';
import type * as Parts from './select-parts.tsx';

interface SelectState {
  readonly parts: typeof Parts | undefined;
  /** What stands in the trigger until the code is there. */
  readonly label: ReactNode;
  readonly disabled: boolean;
  open(): void;
}

const late = lateParts(() => import('./select-parts.tsx'));
const Context = createContext<SelectState | undefined>(undefined);

function useSelect(): SelectState {
  const state = useContext(Context);
  if (!state) throw new TypeError('Parts of Select stand inside <Select>.');
  return state;
}

/** A choice of one. Its code is fetched when it is first rendered; until then the trigger shows what is chosen. */
export function Select({children, ...props}: ComponentProps<typeof Parts.Root>): ReactNode {
  const {open: isOpen, onOpenChange, value, defaultValue, disabled = false} = props;
  const parts = late.use();
  const [isWanted, setWanted] = useState(false);
  const chosen = value ?? defaultValue;
  const label = parts || chosen === undefined ? undefined : findLabel(children, chosen);
  const state = useMemo<SelectState>(
    () => ({
      parts,
      label,
      disabled,
      open() {
        if (isOpen === undefined) setWanted(true);
        onOpenChange?.(true);
      },
    }),
    [parts, label, disabled, isOpen, onOpenChange],
  );
  const inside = <Context value={state}>{children}</Context>;
  if (!parts) return inside;
  return (
    <parts.Root {...props} {...(isWanted && {defaultOpen: true})}>
      {inside}
    </parts.Root>
  );
}
Select.displayName = 'Select';

export function SelectTrigger({className, children, ...props}: ComponentProps<typeof Parts.Trigger>): ReactNode {
  const {parts, disabled, open} = useSelect();
  const look = clsx('oc-select-trigger', className);
  const inside = (
    <>
      {children}
      <Glyph node={ChevronDown} className="oc-select-arrow" />
    </>
  );
  if (parts) {
    return (
      <parts.Trigger data-slot="select-trigger" {...props} className={look}>
        {inside}
      </parts.Trigger>
    );
  }
  return (
    <button
      type="button"
      role="combobox"
      aria-expanded={false}
      aria-controls=""
      data-state="closed"
      data-slot="select-trigger"
      disabled={disabled}
      {...omitAsChild(props)}
      className={look}
      onClick={open}
    >
      {inside}
    </button>
  );
}
SelectTrigger.displayName = 'SelectTrigger';

export function SelectValue(props: ComponentProps<typeof Parts.Value>): ReactNode {
  const {parts, label} = useSelect();
  if (parts) return <parts.Value data-slot="select-value" {...props} />;
  return (
    <span data-slot="select-value" className={props.className}>
      {props.children ?? label ?? props.placeholder}
    </span>
  );
}
SelectValue.displayName = 'SelectValue';

export function SelectContent(props: ComponentProps<typeof Parts.Content>): ReactNode {
  const {parts} = useSelect();
  return parts && <parts.Content {...props} />;
}
SelectContent.displayName = 'SelectContent';

export function SelectItem(props: ComponentProps<typeof Parts.Item>): ReactNode {
  const {parts} = useSelect();
  return parts && <parts.Item {...props} />;
}
SelectItem.displayName = 'SelectItem';

function omitAsChild({asChild: _asChild, ...props}: ComponentProps<typeof Parts.Trigger>): ComponentProps<'button'> {
  return props;
}

/** The text of the item with this value, as far as it stands in the children themselves. */
function findLabel(children: ReactNode, value: string): ReactNode {
  for (const child of Children.toArray(children)) {
    if (!isValidElement<{readonly value?: unknown; readonly children?: ReactNode}>(child)) continue;
    if (child.type === SelectItem && child.props.value === value) return child.props.children;
    const inside = findLabel(child.props.children, value);
    if (inside !== undefined) return inside;
  }
  return undefined;
}
