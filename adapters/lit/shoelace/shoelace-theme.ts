import {css, unsafeCSS, type CSSResult} from 'lit';

/** Share of the colour in each step of a palette; from 700 on it goes towards the text instead of the surface. */
const PALETTE: Readonly<Record<number, number>> = {
  50: 6, 100: 12, 200: 24, 300: 40, 400: 60, 500: 80, 600: 100, 700: 88, 800: 70, 900: 50, 950: 30,
}; // prettier-ignore

/** Share of the text colour over the surface; 400 is the switch that is off, which needs a contrast of 3:1. */
const NEUTRAL: Readonly<Record<number, number>> = {
  0: 0, 50: 3, 100: 6, 200: 12, 300: 22, 400: 48, 500: 60, 600: 70, 700: 82, 800: 90, 900: 96, 950: 98, 1000: 100,
}; // prettier-ignore

/** Shoelace's tokens in terms of the portal's: they follow light, dark and contrast by themselves. */
export const shoelaceTheme: CSSResult = css`
  :root {
    color-scheme: light dark;
    ${unsafeCSS(toNeutrals())}
    ${unsafeCSS(toPalette('primary', 'accent'))}
    ${unsafeCSS(toPalette('success', 'success'))}
    ${unsafeCSS(toPalette('warning', 'warning'))}
    ${unsafeCSS(toPalette('danger', 'danger'))}
    --sl-font-sans: var(--portal-font);
    --sl-font-mono: var(--portal-font-mono);
    --sl-font-size-x-small: 13px;
    --sl-font-size-small: 13px;
    --sl-font-size-medium: 14px;
    --sl-font-size-large: 16px;
    --sl-font-size-x-large: 20px;
    --sl-line-height-normal: 1.5;
    --sl-border-radius-medium: var(--portal-radius-small);
    --sl-border-radius-large: var(--portal-radius);
    --sl-shadow-large: var(--portal-shadow-overlay);
    --sl-shadow-x-large: var(--portal-shadow-overlay);
    --sl-focus-ring-color: var(--portal-color-focus);
    --sl-focus-ring-width: 2px;
    --sl-focus-ring-offset: 2px;
    --sl-input-height-small: 28px;
    --sl-input-height-medium: 32px;
    --sl-input-height-large: 40px;
    --sl-input-color: var(--portal-color-text);
    --sl-input-border-color: var(--portal-color-border-strong);
    --sl-input-placeholder-color: var(--portal-color-text-muted);
    --sl-input-help-text-color: var(--portal-color-text-muted);
    --sl-input-focus-ring-color: color-mix(in oklab, var(--portal-color-focus) 40%, transparent);
    --sl-overlay-background-color: var(--portal-color-backdrop);
    --sl-panel-background-color: var(--portal-color-raised);
    --sl-panel-border-color: var(--portal-color-border);
    --sl-tooltip-background-color: var(--portal-color-text);
    --sl-tooltip-color: var(--portal-color-surface);
  }
`;

function toNeutrals(): string {
  return Object.entries(NEUTRAL)
    .map(([step, share]) => `--sl-color-neutral-${step}: ${mix('text', share, 'surface')};`)
    .join('');
}

function toPalette(name: string, token: string): string {
  return Object.entries(PALETTE)
    .map(
      ([step, share]) => `--sl-color-${name}-${step}: ${mix(token, share, Number(step) > 600 ? 'text' : 'surface')};`,
    )
    .join('');
}

function mix(token: string, share: number, into: string): string {
  return `color-mix(in oklab, var(--portal-color-${token}) ${share}%, var(--portal-color-${into}))`;
}
