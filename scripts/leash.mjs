// Loaded before a server that a script starts. The channel to the script closes when the script ends,
// even by kill -9: the server then ends too, and leaves no port taken.
process.on('disconnect', () => process.exit(0))
