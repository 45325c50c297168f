/** Gives the name that referrals are sorted and searched by: family and given name in lower case, with a tab between, which sorts before any letter or space. */
export const sortNameOf = (patient: { familyName: string; givenName: string }): string =>
  `${patient.familyName}\t${patient.givenName}`.toLowerCase()
