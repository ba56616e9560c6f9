import type {IconNode} from '@openchoreo/portal-contract';
import {noChange} from 'lit';
import {Directive, directive, type DirectiveResult} from 'lit/directive.js';

const SVG = 'http://www.w3.org/2000/svg';

export interface IconOptions {
  /** Pixels of each side. Default 16. */
  readonly size?: number;
  /** What the icon says where no text beside it does; without it, assistive technology skips the icon. */
  readonly label?: string;
}

/** Draws an icon of `lucide`, in the colour of the text around it. Drawn anew only when another icon is given. */
export function icon(nodes: readonly IconNode[], options: IconOptions = {}): DirectiveResult {
  return drawIcon(nodes, options.size ?? 16, options.label);
}

// Made by DOM calls, so that no markup passes through a string (Trusted Types) and any shape of the set can be drawn.
class IconDirective extends Directive {
  #drawn: readonly unknown[] = [];

  render(nodes: readonly IconNode[], size: number, label: string | undefined): unknown {
    const inputs = [nodes, size, label];
    if (inputs.every((input, index) => input === this.#drawn[index]) && this.#drawn.length > 0) return noChange;
    this.#drawn = inputs;
    return draw(nodes, size, label);
  }
}

const drawIcon = directive(IconDirective);

function draw(nodes: readonly IconNode[], size: number, label: string | undefined): SVGElement {
  const svg = create('svg', {
    class: 'icon',
    width: size,
    height: size,
    viewBox: '0 0 24 24',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': 2,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    ...(label === undefined ? {'aria-hidden': 'true'} : {role: 'img', 'aria-label': label}),
  });
  svg.append(...nodes.map(([tag, attributes]) => create(tag, attributes)));
  return svg;
}

function create(tag: string, attributes: IconNode[1]): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, String(value));
  }
  return element;
}
