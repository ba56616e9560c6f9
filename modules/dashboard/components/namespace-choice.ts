import {listQuery, toDescription, toDisplayName} from '@openchoreo/portal-contract';
import {
  baseStyles,
  buttonStyles,
  cardStyles,
  emptyState,
  errorState,
  ModuleElement,
  QueryController,
  skeleton,
  stateStyles,
} from '@openchoreo/portal-lit';
import {css, html, type TemplateResult} from 'lit';
import Layers from 'lucide/dist/esm/icons/layers.mjs';

/** Asks for a namespace where the address and the preferences name none. Where there is only one, it is taken. */
export class NamespaceChoice extends ModuleElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    cardStyles,
    stateStyles,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(240px, 1fr));
        gap: 12px;
        margin: 16px 0 0;
        padding: 0;
        list-style: none;
      }
      a {
        display: block;
        padding: 16px;
        color: inherit;
        text-decoration: none;
      }
      span {
        color: var(--portal-color-text-muted);
      }
    `,
  ];

  readonly #namespaces = new QueryController(this, () => listQuery(this.host.api, 'namespaces', {}));

  protected override render(): TemplateResult {
    const {status, data, error} = this.#namespaces;
    if (data === undefined && status === 'error') {
      return errorState({
        error,
        messages: this.host.messages,
        text: this.text('namespace.error'),
        retry: () => void this.#namespaces.refetch(),
        retryLabel: this.text('retry'),
      });
    }
    if (data === undefined) return skeleton({rows: 3});
    if (data.length === 0) {
      return emptyState({icon: Layers, title: this.text('namespace.none.title'), text: this.text('namespace.none')});
    }
    return html`
      <h2>${this.text('namespace.title')}</h2>
      <p>${this.text('namespace.text')}</p>
      <ul>
        ${data.map(
          (namespace) => html`
            <li class="card">
              <a href=${this.host.navigation.href('/', {namespace: namespace.metadata.name})}>
                <strong>${toDisplayName(namespace)}</strong><br /><span
                  >${toDescription(namespace) || namespace.metadata.name}</span
                >
              </a>
            </li>
          `,
        )}
      </ul>
    `;
  }

  protected override updated(): void {
    const [only, ...others] = this.#namespaces.data ?? [];
    if (only && others.length === 0) this.host.state.select({namespace: only.metadata.name});
  }
}
