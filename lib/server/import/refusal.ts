import 'server-only'

/** A file that is not taken, with the reason in words for whoever chose it. Nothing of it has been written. */
export class ImportRefusal extends Error {}
