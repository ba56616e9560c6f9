export type {AttributeKind, ElementOptions} from './element-options.ts';
export {isReactComponent} from './is-react-component.ts';
export {toElementClass, type ReactElementClass} from './to-element-class.tsx';
