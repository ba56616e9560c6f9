import {type ComponentRelease, listQuery} from '@openchoreo/portal-contract';
import {
  emptyState,
  icon,
  narrowTableStyles,
  PermissionController,
  PortalTime,
  QueryController,
} from '@openchoreo/portal-lit';
import {css, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {state} from 'lit/decorators.js';
import GitCompare from 'lucide/dist/esm/icons/git-compare.mjs';
import Lock from 'lucide/dist/esm/icons/lock.mjs';
import Tag from 'lucide/dist/esm/icons/tag.mjs';
import {DEPLOYMENT_TONES} from '../utils/deployment-view.ts';
import {type ReleaseView, toReleaseViews} from '../utils/release-view.ts';
import {ComponentTab} from './component-tab.ts';
import {ReleaseComparison} from './release-comparison.ts';

const TAB = 'releases';

/** Releases shown at once. */
const STEP = 20;

/** Between the two names in the address: no name has two dots beside each other. */
const BETWEEN = '..';

/** The releases of a component, newest first, where each of them is now, and what changed from one to another. */
export class ReleasesTab extends ComponentTab {
  static override dependencies = {'portal-time': PortalTime, 'components-release-comparison': ReleaseComparison};
  static override styles = [
    ComponentTab.styles,
    narrowTableStyles,
    css`
      :host {
        display: grid;
        gap: 16px;
        min-width: 0;
      }
      .places {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
      }
      tbody th {
        white-space: nowrap;
      }
      td.image {
        overflow-wrap: anywhere;
        white-space: normal;
      }
      td.choice {
        width: 40px;
      }
      input[type='checkbox'] {
        width: 18px;
        height: 18px;
        margin: 0;
        vertical-align: middle;
      }
      .more {
        display: flex;
        justify-content: center;
        padding: 8px;
      }
      @media (width < 768px) {
        td.choice {
          position: absolute;
          top: 12px;
          inset-inline-end: 16px;
          width: auto;
        }
        .table tbody tr {
          position: relative;
        }
        .table tbody th {
          padding-inline-end: 40px !important;
        }
      }
    `,
  ];

  @state() private _limit = STEP;
  /** The one that waits for another to be compared with. */
  @state() private _chosen: string | undefined;

  readonly #releases = new QueryController(this, () => this.#list('componentreleases'));
  readonly #bindings = new QueryController(this, () => this.#list('releasebindings'));
  readonly #environments = new QueryController(this, () => this.#list('environments'));
  readonly #maySee = new PermissionController(
    this,
    () => this.scope && {action: 'componentrelease:view', scope: this.scope},
  );
  #compared: string | undefined;

  protected override renderComponent(): TemplateResult {
    if (this.#maySee.allowed === false) {
      return emptyState({
        icon: Lock,
        title: this.text('denied.title'),
        text: this.text('denied.text', {permission: 'componentrelease:view'}),
      });
    }
    const {data} = this.#releases;
    if (data === undefined || this.#maySee.allowed === undefined) {
      return this.renderWait(this.#releases, 'card.error');
    }
    if (data.length === 0) {
      return emptyState({icon: Tag, title: this.text('releases.none.title'), text: this.text('releases.none.text')});
    }
    const views = toReleaseViews({
      releases: data,
      bindings: this.#bindings.data ?? [],
      environments: this.#environments.data ?? [],
    });
    return html`${this.#renderComparison(data)}${this.#renderHistory(views)}`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#releases.data === undefined) return;
    const compared = this.#pair.join(BETWEEN);
    // What was asked for stands above the list, maybe out of sight. What the page came with takes no focus.
    if (compared && this.#compared !== undefined && compared !== this.#compared) void this.#goToComparison();
    this.#compared = compared;
  }

  #renderComparison(releases: readonly ComponentRelease[]): TemplateResult | typeof nothing {
    const pair = this.#pair;
    if (pair.length < 2) return nothing;
    const [before, after] = pair.map((name) => releases.find(({metadata}) => metadata.name === name));
    if (before && after) {
      return html`<components-release-comparison
        .from=${before}
        .to=${after}
        .closing=${this.#toAddress()}
      ></components-release-comparison>`;
    }
    const missing = before ? pair[1] : pair[0];
    return html`<section class="card">
      ${emptyState({
        icon: GitCompare,
        title: this.text('compare.missing.title', {name: missing}),
        action: html`<a class="button" href=${this.#toAddress()}>${this.text('compare.close')}</a>`,
      })}
    </section>`;
  }

  #renderHistory(views: readonly ReleaseView[]): TemplateResult {
    const chosen = this.#chosen;
    return html`
      <div>
        <p class="muted" id="hint" role="status">
          ${this.text(chosen.length === 1 ? 'compare.choose-second' : 'compare.choose', {name: chosen[0]})}
        </p>
      </div>
      <div class="table-frame">
        <table class="table" aria-label=${this.text('releases.title')} aria-describedby="hint">
          <thead>
            <tr>
              <th scope="col"><span class="visually-hidden">${this.text('compare.column')}</span></th>
              <th scope="col">${this.text('deployment.release')}</th>
              <th scope="col">${this.text('column.created')}</th>
              <th scope="col">${this.text('workload.image')}</th>
              <th scope="col">${this.text('release.places')}</th>
              <th scope="col"><span class="visually-hidden">${this.text('compare.previous')}</span></th>
            </tr>
          </thead>
          <tbody>
            ${views.slice(0, this._limit).map((view) => this.#renderRow(view, chosen))}
          </tbody>
        </table>
        ${
          views.length > this._limit
            ? html`<div class="more">
                <button class="button small" @click=${() => (this._limit += STEP)}>${this.text('list.older')}</button>
              </div>`
            : nothing
        }
      </div>
    `;
  }

  #renderRow({name, createdAt, image, previous, places}: ReleaseView, chosen: readonly string[]): TemplateResult {
    return html`
      <tr>
        <td class="choice">
          <input
            type="checkbox"
            aria-label=${`${this.text('compare.column')}: ${name}`}
            .checked=${chosen.includes(name)}
            @change=${() => this.#toggle(name)}
          />
        </td>
        <th scope="row" class="mono">${name}</th>
        <td><portal-time datetime=${createdAt}></portal-time></td>
        <td class="image mono">${image || '–'}</td>
        <td>
          <div class="places">
            ${places.map(
              ({title, state: current}) =>
                html`<span class="badge ${DEPLOYMENT_TONES[current]}" title=${this.text(`deployment.state.${current}`)}
                  ><span class="dot"></span>${title}<span class="visually-hidden"
                    >: ${this.text(`deployment.state.${current}`)}</span
                  ></span
                >`,
            )}
          </div>
        </td>
        <td>
          ${
            previous === undefined
              ? nothing
              : html`<a
                  class="button ghost small"
                  href=${this.#toAddress([previous, name])}
                  aria-label=${`${this.text('compare.previous')}: ${name}`}
                  >${icon(GitCompare)}${this.text('compare.previous')}</a
                >`
          }
        </td>
      </tr>
    `;
  }

  /** The older one first, whichever was chosen first. A third takes the place of the one that was chosen earlier. */
  #toggle(name: string): void {
    const before = this.#chosen;
    const chosen = before.includes(name) ? before.filter((one) => one !== name) : [...before, name].slice(-2);
    this._chosen = chosen.length === 1 ? chosen[0] : undefined;
    const order = (this.#releases.data ?? []).toSorted((a, b) => toTime(a).localeCompare(toTime(b)));
    const pair = order.map(({metadata}) => metadata.name).filter((one) => chosen.includes(one));
    if (pair.length === 2) this.host.navigation.go(this.#toAddress(pair));
    else if (this.#pair.length === 2) this.host.navigation.go(this.#toAddress(), {replace: true});
    else this.requestUpdate();
  }

  async #goToComparison(): Promise<void> {
    const comparison = this.renderRoot.querySelector<ReleaseComparison>('components-release-comparison');
    await comparison?.updateComplete;
    comparison?.renderRoot.querySelector('h2')?.focus();
  }

  get #pair(): readonly string[] {
    const pair = this.location.query.get('compare')?.split(BETWEEN) ?? [];
    return pair.length === 2 ? pair : [];
  }

  get #chosen(): readonly string[] {
    const pair = this.#pair;
    if (pair.length === 2) return pair;
    return this._chosen === undefined ? [] : [this._chosen];
  }

  #toAddress(pair?: readonly string[]): string {
    return this.host.navigation.href(this.toTab(TAB, pair ? {compare: pair.join(BETWEEN)} : {}));
  }

  #list<K extends 'componentreleases' | 'releasebindings' | 'environments'>(kind: K) {
    return this.scope && listQuery(this.host.api, kind, this.scope);
  }
}

function toTime({metadata}: ComponentRelease): string {
  return metadata.creationTimestamp ?? '';
}
