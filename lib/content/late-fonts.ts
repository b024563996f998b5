/** The cookie of a browser that has fetched the faces which a first screen can do without. */
export const lateFontsCookie = 'fonts'

/** Its value. */
export const haveLateFonts = 'all'
