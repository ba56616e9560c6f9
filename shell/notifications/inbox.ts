import {
  NOTIFICATIONS_PER_MINUTE,
  PortalError,
  type Messages,
  type NotificationDraft,
  type NotificationList,
  type ReadableStore,
} from '@openchoreo/portal-contract';
import {atom, type WritableAtom} from 'nanostores';
import type {SendRequest} from '../data/request.ts';
import {readNotifications} from './read-notifications.ts';

const URL = '/api/portal/notifications';
/** Milliseconds after the last notification that was left out until it is said. */
const CALM = 1000;
const MINUTE = 60_000;

export type InboxState =
  | {readonly status: 'loading'}
  | {readonly status: 'failed'; readonly error: unknown}
  | ({readonly status: 'ready'} & NotificationList);

/** What waits for the person to read it, as the server keeps it. */
export interface Inbox {
  readonly state: ReadableStore<InboxState>;
  /** Asks the server; what is shown stays until it answers. Never rejects. */
  refresh(): Promise<void>;
  /** Marks one as read, or all. Shown at once; taken back when the server refuses, and that rejects. */
  markRead(id?: number): Promise<void>;
  /** Deletes one, or all, in the same way. */
  remove(id?: number): Promise<void>;
  /** As `host.notifications.add` of that module. */
  add(module: {readonly id: string; readonly version: string}, draft: NotificationDraft): Promise<boolean>;
  /** Something has changed on the server. */
  follow(): void;
}

export interface InboxOptions {
  readonly send: SendRequest;
  /** Kept up to date for the frame. */
  readonly unread: WritableAtom<number | undefined>;
  readonly messages: Pick<Messages, 'text'>;
  readonly report: (module: string, error: unknown) => void;
  readonly calm?: number;
}

export function createInbox({send, unread: $unread, messages, report, calm = CALM}: InboxOptions): Inbox {
  const $state = atom<InboxState>({status: 'loading'});
  const used = new Map<string, {readonly since: number; count: number}>();
  const leftOut = new Map<string, {count: number; timer: ReturnType<typeof setTimeout>}>();
  let isAsked = false;

  function show(list: NotificationList): void {
    $state.set({status: 'ready', ...list});
    $unread.set(list.unread);
  }

  async function refresh(): Promise<void> {
    isAsked = true;
    try {
      show(readNotifications(await send(URL)));
    } catch (error) {
      if ($state.get().status !== 'ready') $state.set({status: 'failed', error});
      else report('portal', error);
    }
  }

  async function change(
    id: number | undefined,
    init: Parameters<SendRequest>[1],
    guess: (list: NotificationList) => NotificationList,
  ): Promise<void> {
    const before = $state.get();
    if (before.status === 'ready') show(guess(before));
    try {
      show(readNotifications(await send(id === undefined ? URL : `${URL}/${id}`, init)));
    } catch (error) {
      if (before.status === 'ready') show(before);
      throw error;
    }
  }

  function take(module: string): boolean {
    const before = used.get(module);
    const use = before && Date.now() - before.since < MINUTE ? before : {since: Date.now(), count: 0};
    used.set(module, use);
    use.count += 1;
    return use.count <= NOTIFICATIONS_PER_MINUTE;
  }

  /** Says once how many were left out, when the module has stopped for a moment. */
  function leaveOut(module: string): void {
    const before = leftOut.get(module);
    clearTimeout(before?.timer);
    const count = (before?.count ?? 0) + 1;
    const say = (): void => {
      leftOut.delete(module);
      report(module, new PortalError('NOTIFICATIONS_LIMITED', [module, String(NOTIFICATIONS_PER_MINUTE)]));
      const notice: NotificationDraft = {
        kind: 'warning',
        title: messages.text('inbox.limited', {module}),
        text: messages.text('inbox.limited.text', {count}),
        key: `limited-${module}`,
      };
      send(URL, {method: 'POST', body: notice}).catch((error: unknown) => report('portal', error));
    };
    leftOut.set(module, {count, timer: setTimeout(say, calm)});
  }

  return {
    state: $state,
    refresh,
    markRead: (id) =>
      change(id, {method: 'PUT', body: {read: true}}, ({items}) =>
        toList(items.map((item) => (id === undefined || item.id === id ? {...item, read: true} : item))),
      ),
    remove: (id) =>
      change(id, {method: 'DELETE'}, ({items}) => toList(items.filter((item) => id !== undefined && item.id !== id))),
    async add({id, version}, draft) {
      if (!take(id)) {
        leaveOut(id);
        return false;
      }
      try {
        await send(URL, {method: 'POST', body: draft, headers: {'x-portal-module': `${id}@${version}`}});
        return true;
      } catch (error) {
        if (error instanceof PortalError && error.code === 'NOTIFICATIONS_LIMITED') leaveOut(id);
        else report(id, error);
        return false;
      }
    },
    follow() {
      if (isAsked) void refresh();
    },
  };
}

function toList(items: NotificationList['items']): NotificationList {
  return {items, unread: items.filter(({read}) => !read).length};
}
