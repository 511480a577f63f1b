/**
 * Says in one line why this version of Node cannot run the local stack.
 * Returns `undefined` from 20.19 on. Imports nothing, so that it also runs where the rest would not.
 */
export function describeOldNode(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isOldEnough = major > 20 || (major === 20 && minor >= 19);
  return isOldEnough ? undefined : `Node 20.19 or newer is needed, this is Node ${version}.`;
}
