/**
 * Proves that the pure layers are compiled without a platform: each line must be an error. Should a
 * dependency bring the DOM or Node along, these directives become unused and the check fails.
 */

// @ts-expect-error -- time comes from the kernel
setTimeout(() => undefined, 0);
// @ts-expect-error -- pure layers return values, they do not print
console.log('');
// @ts-expect-error -- nothing pure talks to the network
void fetch('');
// @ts-expect-error -- nothing pure touches the page
void document;
// @ts-expect-error -- nothing pure knows its process
void process;
// @ts-expect-error -- crypto is chance that no seed replays
void crypto;
