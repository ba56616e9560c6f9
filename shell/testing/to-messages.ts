import type {CompiledMessages} from '@openchoreo/portal-contract';

const VALUE = /(\{\w+(?:, select,(?: \w+ \{[^{}]*\})+)?\})/;

/** The catalogue as the build compiles it, for messages with values and choices, without plural forms. */
export function toMessages(messages: Readonly<Record<string, string>>): CompiledMessages {
  return Object.fromEntries(
    Object.entries(messages).map(([key, text]) => {
      const parts = text.replaceAll("''", "'").split(VALUE);
      return [key, parts.map((part, index) => (index % 2 === 0 ? part : toValue(part)))];
    }),
  );
}

function toValue(part: string): readonly unknown[] {
  const [name = ''] = /\w+/.exec(part) ?? [];
  const choices = [...part.matchAll(/ (\w+) \{([^{}]*)\}/g)].map(([, choice, text]) => [choice, [text]]);
  return choices.length > 0 ? [name, 'select', Object.fromEntries(choices)] : [name];
}
