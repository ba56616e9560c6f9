import {svg, type TemplateResult} from 'lit';

/** The portal's mark, as in the icon of `index.html`, in the accent colour. */
export function brandMark(): TemplateResult {
  return svg`
    <svg class="mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <rect width="24" height="24" rx="6" fill="var(--portal-color-accent)" />
      <g fill="var(--portal-color-accent-text)">
        <path
          d="M7 15.5c0-5 10-2 10-7"
          fill="none"
          stroke="var(--portal-color-accent-text)"
          stroke-width="2"
          stroke-linecap="round"
        />
        <circle cx="7" cy="16" r="2.4" />
        <circle cx="17" cy="8" r="2.4" />
      </g>
    </svg>
  `;
}
