import type {CompiledMessages} from '@openchoreo/portal-contract';

/** The catalogue as the build compiles it, for messages without plural forms. */
export function toMessages(messages: Readonly<Record<string, string>>): CompiledMessages {
  return Object.fromEntries(
    Object.entries(messages).map(([key, text]) => {
      const parts = text.replaceAll("''", "'").split(/[{}]/);
      return [key, parts.map((part, index) => (index % 2 === 0 ? part : [part]))];
    }),
  );
}
