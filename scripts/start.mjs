// The way in for `npm start` and `npm run dev`. Plain syntax only: an old Node must be able to read this
// far, so that it can say what is wrong.
var needed = [20, 19]
var found = process.versions.node.split('.').map(Number)
if (found[0] < needed[0] || (found[0] === needed[0] && found[1] < needed[1])) {
  console.error(
    'Spanwise needs Node ' +
      needed.join('.') +
      ' or newer, and this is ' +
      process.versions.node +
      ': install a newer one from https://nodejs.org.',
  )
  process.exit(1)
}
import('tsx/esm/api')
  .then((tsx) => {
    tsx.register()
    return import('./start.ts')
  })
  .catch((error) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
    console.error(
      'Something that Spanwise needs is not installed (' +
        error.message.split('\n')[0] +
        '): run npm ci first.',
    )
    process.exit(1)
  })
