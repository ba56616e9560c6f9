import type {Messages, Notifications} from '@openchoreo/portal-contract';

export type ShowNotice = (notice: {
  readonly kind: 'success' | 'info' | 'warning' | 'error';
  readonly text: string;
  readonly detail?: string;
}) => void;

/** What elements tell people goes to the page, which shows it in its own way; questions are asked by the browser. */
export function createEmbedNotices(
  show: ShowNotice,
  messages: Pick<Messages, 'error'>,
  dialogs: Pick<Window, 'confirm' | 'prompt'> = window,
): Omit<Notifications, 'add'> {
  return {
    show({kind, text, detail}) {
      show({kind, text, ...(detail !== undefined && {detail})});
      return () => {};
    },
    error: (error) => show({kind: 'error', text: messages.error(error)}),
    async confirm({title, text, expect}) {
      const question = `${title}\n\n${text}`;
      if (expect === undefined) return dialogs.confirm(question);
      return dialogs.prompt(`${question}\n\n${expect}`) === expect;
    },
  };
}
