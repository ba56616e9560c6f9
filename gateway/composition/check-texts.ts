import type {ModuleDecision} from '../registry/index.ts';

export interface CheckTexts {
  readonly source: (source: string) => string;
  readonly installedFrom: (folder: string) => string;
  readonly manifest: string;
  readonly compatible: string;
  readonly enabled: string;
  readonly disabled: (decision: ModuleDecision | undefined) => string;
  readonly dependencies: string;
  readonly needs: (module: string) => string;
  readonly permitted: string;
  readonly denied: (permissions: readonly string[]) => string;
  readonly permissionsUnknown: string;
}

/** The sentences of the explanation, in the language or in English. */
export function checkTexts(locale: string): CheckTexts {
  return locale === 'de' ? GERMAN : ENGLISH;
}

const ENGLISH: CheckTexts = {
  source: (source) => `It comes with this portal, from ${source}.`,
  installedFrom: (folder) => `It was installed from the folder ${folder} of the modules folder.`,
  manifest: 'Its manifest is valid.',
  compatible: 'It fits this version of the portal.',
  enabled: 'It is enabled.',
  disabled: (decision) => (decision ? `It was disabled by ${decision.changedBy}.` : 'It is disabled.'),
  dependencies: 'Every module it needs is there.',
  needs: (module) => `It needs the module '${module}', which this session does not have.`,
  permitted: 'You hold every permission it needs in some scope.',
  denied: (permissions) => `It needs ${permissions.join(', ')}, which you do not hold in any scope.`,
  permissionsUnknown: 'It needs permissions that could not be checked, because the platform did not answer.',
};

const GERMAN: CheckTexts = {
  source: (source) => `Es gehört zu diesem Portal, aus ${source}.`,
  installedFrom: (folder) => `Es wurde aus dem Ordner ${folder} des Modulordners installiert.`,
  manifest: 'Sein Manifest ist gültig.',
  compatible: 'Es passt zu dieser Version des Portals.',
  enabled: 'Es ist aktiviert.',
  disabled: (decision) => (decision ? `Es wurde von ${decision.changedBy} deaktiviert.` : 'Es ist deaktiviert.'),
  dependencies: 'Alle Module, die es braucht, sind da.',
  needs: (module) => `Es braucht das Modul «${module}», das diese Sitzung nicht hat.`,
  permitted: 'Sie haben alle Berechtigungen, die es braucht, in mindestens einem Geltungsbereich.',
  denied: (permissions) =>
    `Es braucht ${permissions.join(', ')}; diese Berechtigungen haben Sie in keinem Geltungsbereich.`,
  permissionsUnknown:
    'Es braucht Berechtigungen, die nicht geprüft werden konnten, weil die Plattform nicht geantwortet hat.',
};
