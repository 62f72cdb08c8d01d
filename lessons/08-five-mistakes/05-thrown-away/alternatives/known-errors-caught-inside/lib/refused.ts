/** Something the person at the form can do something about. */
export class Refused extends Error {}
