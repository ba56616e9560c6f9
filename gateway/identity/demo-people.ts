/** A person the embedded identity provider knows: claims as they stand in tokens. */
export interface DemoPerson {
  readonly username: string;
  readonly given_name: string;
  readonly family_name: string;
  readonly email: string;
  readonly groups: readonly string[];
}

/** One person for each default role of the platform, and one who may only look. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  person('developer', 'Dana', 'Devlin', 'developers'),
  person('platform-engineer', 'Piotr', 'Engström', 'platform-engineers'),
  person('sre', 'Sam', 'Reyes', 'sres'),
  person('viewer', 'Vera', 'Lindqvist', 'viewers'),
  person('admin', 'Ada', 'Okafor', 'admins'),
];

export function findDemoPerson(username: string | null | undefined): DemoPerson | undefined {
  return DEMO_PEOPLE.find((one) => one.username === username);
}

function person(username: string, given_name: string, family_name: string, group: string): DemoPerson {
  return {username, given_name, family_name, email: `${username}@acme.example`, groups: [group]};
}
