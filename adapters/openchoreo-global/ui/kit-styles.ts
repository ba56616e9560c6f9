/**
 * How the components look, in the portal's colours. It is adopted before a consumer's own style sheet: every rule has
 * the weight of the utility that shadcn/ui has in its place, so that a consumer's classes win where they win there.
 */
export const KIT_STYLES = `
[data-openchoreo-consumer] {
  display: block;
  min-width: 0;
  color: var(--portal-color-text);
  font: 400 var(--portal-text-body) / 1.5 var(--portal-font);
}
:where([class^='oc-'], [class*=' oc-']),
:where([class^='oc-'], [class*=' oc-'])::before,
:where([class^='oc-'], [class*=' oc-'])::after { box-sizing: border-box; }
.oc-portal { display: contents; }
/* The page keeps its scrollbar below a dialog: nothing has to make up for its width. */
html body[data-scroll-locked] { margin-right: 0 !important; }

.oc-button {
  display: inline-flex;
  flex-shrink: 0;
  align-items: center;
  justify-content: center;
  gap: 8px;
  margin: 0;
  border: 1px solid transparent;
  border-radius: var(--portal-radius-small);
  font: 500 var(--portal-text-body) / 1.25 var(--portal-font);
  text-decoration: none;
  white-space: nowrap;
  cursor: pointer;
  transition: background-color 0.12s, border-color 0.12s;
}
.oc-button > :where(svg) { flex: none; pointer-events: none; }
.oc-button > :where(svg:not([class*='size-'], [class*='h-'], [class*='w-'])) { width: 16px; height: 16px; }
.oc-button-size-default { min-height: 36px; padding: 6px 16px; }
.oc-button-size-sm { min-height: 32px; padding: 4px 12px; font-size: var(--portal-text-small); }
.oc-button-size-lg { min-height: 40px; padding: 8px 24px; }
.oc-button-size-icon { width: 36px; height: 36px; padding: 0; }
.oc-button-default { background: var(--portal-color-accent); color: var(--portal-color-accent-text); }
.oc-button-default:hover { background: color-mix(in oklab, var(--portal-color-accent) 88%, var(--portal-color-text)); }
.oc-button-destructive { background: var(--portal-color-danger); color: var(--portal-color-surface); }
.oc-button-destructive:hover { background: color-mix(in oklab, var(--portal-color-danger) 88%, var(--portal-color-text)); }
.oc-button-outline {
  border-color: var(--portal-color-border);
  background: var(--portal-color-raised);
  color: var(--portal-color-text);
  box-shadow: var(--portal-shadow);
}
.oc-button-outline:hover { border-color: var(--portal-color-border-strong); background: var(--portal-color-hover); }
.oc-button-secondary { background: color-mix(in oklab, var(--portal-color-text) 8%, transparent); color: var(--portal-color-text); }
.oc-button-secondary:hover { background: color-mix(in oklab, var(--portal-color-text) 14%, transparent); }
.oc-button-ghost { background: none; color: var(--portal-color-text); }
.oc-button-ghost:hover { background: var(--portal-color-hover); }
.oc-button-link { background: none; color: var(--portal-color-accent); text-underline-offset: 4px; }
.oc-button-link:hover { text-decoration: underline; }
.oc-button:disabled, .oc-button[aria-disabled='true'] { opacity: 0.5; pointer-events: none; }

.oc-button:focus-visible, .oc-switch:focus-visible, .oc-dialog-close:focus-visible, .oc-table-frame:focus-visible {
  outline: 2px solid var(--portal-color-focus);
  outline-offset: 2px;
}

.oc-badge {
  display: inline-flex;
  flex-shrink: 0;
  align-items: center;
  justify-content: center;
  gap: 4px;
  width: fit-content;
  padding: 2px 8px;
  overflow: hidden;
  border: 1px solid transparent;
  border-radius: 11px;
  font-size: var(--portal-text-small);
  font-weight: 500;
  line-height: 1.25;
  white-space: nowrap;
}
.oc-badge > :where(svg:not([class*='size-'], [class*='h-'], [class*='w-'])) { width: 12px; height: 12px; }
.oc-badge-default { background: var(--portal-color-accent); color: var(--portal-color-accent-text); }
.oc-badge-secondary { background: color-mix(in oklab, var(--portal-color-text) 8%, transparent); color: var(--portal-color-text); }
.oc-badge-destructive { background: var(--portal-color-danger-soft); color: var(--portal-color-danger); }
.oc-badge-outline { border-color: var(--portal-color-border); color: var(--portal-color-text); }

.oc-input, .oc-select-trigger {
  width: 100%;
  min-width: 0;
  min-height: 36px;
  margin: 0;
  padding: 4px 12px;
  border: 1px solid var(--portal-color-border-strong);
  border-radius: var(--portal-radius-small);
  background: var(--portal-color-surface);
  color: var(--portal-color-text);
  font: 400 var(--portal-text-body) / 1.4 var(--portal-font);
}
.oc-input::placeholder { color: var(--portal-color-text-muted); opacity: 1; }
.oc-input::file-selector-button { border: 0; background: none; color: inherit; font: inherit; font-weight: 500; }
.oc-input:focus-visible, .oc-select-trigger:focus-visible {
  border-color: var(--portal-color-focus);
  outline: 2px solid var(--portal-color-focus);
  outline-offset: -1px;
}
.oc-input[aria-invalid='true'], .oc-select-trigger[aria-invalid='true'] { border-color: var(--portal-color-danger); }
.oc-input:disabled, .oc-select-trigger:disabled {
  background: var(--portal-color-hover);
  color: var(--portal-color-text-muted);
  cursor: not-allowed;
}

.oc-label {
  display: flex;
  align-items: center;
  gap: 8px;
  font-size: var(--portal-text-body);
  font-weight: 500;
  line-height: 1.25;
  user-select: none;
}
:disabled + .oc-label, [data-disabled] + .oc-label { opacity: 0.5; cursor: not-allowed; }

.oc-switch {
  display: inline-flex;
  flex-shrink: 0;
  align-items: center;
  width: 36px;
  height: 20px;
  margin: 0;
  padding: 1px;
  border: 1px solid var(--portal-color-border-strong);
  border-radius: 10px;
  background: var(--portal-color-hover);
  cursor: pointer;
  transition: background-color 0.12s;
}
.oc-switch[data-state='checked'] { border-color: transparent; background: var(--portal-color-accent); }
.oc-switch:disabled { opacity: 0.5; cursor: not-allowed; }
.oc-switch-thumb {
  display: block;
  width: 14px;
  height: 14px;
  margin-inline-start: 1px;
  border-radius: 50%;
  background: var(--portal-color-border-strong);
  pointer-events: none;
  transition: transform 0.12s;
}
.oc-switch-thumb[data-state='checked'] { background: var(--portal-color-accent-text); transform: translateX(16px); }
.oc-switch-thumb:dir(rtl)[data-state='checked'] { transform: translateX(-16px); }

.oc-card {
  display: flex;
  flex-direction: column;
  gap: 16px;
  min-width: 0;
  padding-block: 20px;
  border: 1px solid var(--portal-color-border);
  border-radius: var(--portal-radius);
  background: var(--portal-color-surface);
  color: var(--portal-color-text);
  box-shadow: var(--portal-shadow);
}
.oc-card-header { display: grid; gap: 4px; padding-inline: 20px; }
.oc-card-title { font-weight: 600; line-height: 1.3; }
.oc-card-description { color: var(--portal-color-text-muted); font-size: var(--portal-text-small); }
.oc-card-content { padding-inline: 20px; }

.oc-table-frame { position: relative; width: 100%; overflow-x: auto; }
.oc-table { width: 100%; border-collapse: collapse; font-size: var(--portal-text-body); caption-side: bottom; }
.oc-table-row { border-bottom: 1px solid var(--portal-color-border); transition: background-color 0.12s; }
.oc-table-row:hover { background: var(--portal-color-hover); }
.oc-table-row[data-state='selected'] { background: var(--portal-color-accent-soft); }
.oc-table-header .oc-table-row:hover { background: none; }
.oc-table-body > .oc-table-row:last-child { border-bottom: 0; }
.oc-table-head {
  height: 36px;
  padding: 4px 8px;
  color: var(--portal-color-text-muted);
  font-weight: 500;
  text-align: start;
  vertical-align: middle;
  white-space: nowrap;
}
.oc-table-cell { padding: 8px; vertical-align: middle; white-space: nowrap; }

.oc-select-trigger {
  display: inline-flex;
  align-items: center;
  justify-content: space-between;
  gap: 8px;
  text-align: start;
  white-space: nowrap;
  cursor: pointer;
}
.oc-select-trigger > :where([data-slot='select-value']) { overflow: hidden; text-overflow: ellipsis; }
.oc-select-trigger[data-placeholder] { color: var(--portal-color-text-muted); }
.oc-select-arrow { flex: none; color: var(--portal-color-text-muted); }

.oc-popover, .oc-select, .oc-dialog {
  border: 0;
  border-radius: var(--portal-radius);
  background: var(--portal-color-raised);
  color: var(--portal-color-text);
  font: 400 var(--portal-text-body) / 1.5 var(--portal-font);
  outline: none;
  box-shadow: var(--portal-shadow-overlay);
  animation: openchoreo-kit-appear 0.12s ease-out;
}
@keyframes openchoreo-kit-appear { from { opacity: 0; } }
.oc-popover { z-index: 50; width: 288px; max-width: calc(100vw - 16px); padding: 16px; }
.oc-select {
  z-index: 50;
  min-width: max(128px, var(--radix-select-trigger-width, 0px));
  max-width: calc(100vw - 16px);
  max-height: min(384px, var(--radix-select-content-available-height, 384px));
  padding: 4px;
  overflow: hidden auto;
}
.oc-select-viewport { scrollbar-width: thin; }
.oc-select-scroll { display: flex; justify-content: center; padding: 4px; color: var(--portal-color-text-muted); }
.oc-select-item, .oc-command-item {
  position: relative;
  display: flex;
  align-items: center;
  gap: 8px;
  min-height: 32px;
  padding: 4px 8px;
  border-radius: var(--portal-radius-small);
  font-size: var(--portal-text-body);
  outline: none;
  cursor: default;
  user-select: none;
}
.oc-select-item { padding-inline-start: 32px; }
.oc-select-mark { position: absolute; inset-inline-start: 8px; display: flex; width: 16px; color: var(--portal-color-accent); }
.oc-select-item[data-highlighted], .oc-command-item[data-selected='true'] {
  background: var(--portal-color-accent-soft);
  color: var(--portal-color-text);
}
.oc-select-item[data-disabled], .oc-command-item[data-disabled='true'] { opacity: 0.5; pointer-events: none; }

.oc-dialog-overlay {
  position: fixed;
  inset: 0;
  z-index: 50;
  background: var(--portal-color-backdrop);
  animation: openchoreo-kit-appear 0.12s ease-out;
}
.oc-dialog {
  position: fixed;
  top: 50%;
  left: 50%;
  z-index: 50;
  display: grid;
  gap: 16px;
  width: 100%;
  max-width: min(512px, calc(100% - 32px));
  max-height: calc(100dvh - 32px);
  padding: 24px;
  overflow: auto;
  transform: translate(-50%, -50%);
}
.oc-dialog-header { display: flex; flex-direction: column; gap: 8px; padding-inline-end: 24px; text-align: start; }
.oc-dialog-title { margin: 0; font-size: var(--portal-text-large); font-weight: 600; line-height: 1.3; }
.oc-dialog-description { margin: 0; color: var(--portal-color-text-muted); font-size: var(--portal-text-body); }
.oc-dialog-close {
  position: absolute;
  top: 16px;
  inset-inline-end: 16px;
  display: inline-flex;
  align-items: center;
  justify-content: center;
  width: 28px;
  height: 28px;
  margin: 0;
  padding: 0;
  border: 0;
  border-radius: var(--portal-radius-small);
  background: none;
  color: var(--portal-color-text-muted);
  cursor: pointer;
}
.oc-dialog-close:hover { background: var(--portal-color-hover); color: var(--portal-color-text); }

.oc-command {
  display: flex;
  flex-direction: column;
  width: 100%;
  min-height: 44px;
  overflow: hidden;
  border-radius: var(--portal-radius);
  background: var(--portal-color-raised);
  color: var(--portal-color-text);
}
.oc-popover > .oc-command, .oc-dialog > .oc-command { background: none; }
.oc-command-search {
  display: flex;
  align-items: center;
  gap: 8px;
  height: 40px;
  padding-inline: 12px;
  border-bottom: 1px solid var(--portal-color-border);
  color: var(--portal-color-text-muted);
}
.oc-command-search > svg { flex: none; }
.oc-command-search:focus-within { box-shadow: inset 0 -1px var(--portal-color-focus); border-color: var(--portal-color-focus); }
.oc-command-input {
  width: 100%;
  height: 100%;
  margin: 0;
  padding: 0;
  border: 0;
  background: none;
  color: var(--portal-color-text);
  font: 400 var(--portal-text-body) / 1.4 var(--portal-font);
  outline: none;
}
.oc-command-input::placeholder { color: var(--portal-color-text-muted); opacity: 1; }
.oc-command-list { max-height: 300px; overflow: hidden auto; scroll-padding-block: 4px; }
.oc-command-empty { padding-block: 24px; text-align: center; }
.oc-command-group { padding: 4px; overflow: hidden; }
.oc-command-group [cmdk-group-heading] {
  padding: 6px 8px;
  color: var(--portal-color-text-muted);
  font-size: var(--portal-text-small);
  font-weight: 500;
}
.oc-command-item > :where(svg:not([class*='size-'], [class*='h-'], [class*='w-'])) { flex: none; width: 16px; height: 16px; }

@media (pointer: coarse) {
  .oc-button, .oc-input, .oc-select-trigger, .oc-select-item, .oc-command-item { min-height: 40px; }
  .oc-button-size-icon { width: 40px; height: 40px; }
  .oc-input, .oc-command-input { font-size: 16px; }
}
@media (forced-colors: active) {
  .oc-badge, .oc-popover, .oc-select, .oc-dialog, .oc-button { border: 1px solid; }
  .oc-switch[data-state='checked'] { background: Highlight; forced-color-adjust: none; }
  .oc-select-item[data-highlighted], .oc-command-item[data-selected='true'] { outline: 2px solid Highlight; outline-offset: -2px; }
}
@media (prefers-reduced-motion: reduce) {
  [data-openchoreo-consumer] :where([class*='oc-']) { animation-duration: 1ms; transition: none; }
}
`;
