/** What the form of a project holds, as people typed it. */
export interface ProjectDraft {
  readonly displayName: string;
  readonly name: string;
  readonly description: string;
  readonly pipeline: string;
}
