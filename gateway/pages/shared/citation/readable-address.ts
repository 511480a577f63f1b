/** Printable signs of ASCII, and those of Japanese that are seen, stand on their own, and are read from left to right. */
const readable =
  /^[!-~\u3001-\u3029ー！-～\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]*$/u;

/**
 * An address for people to read: with its Japanese letters instead of `%E7%95%99`, if a browser makes the very same address of
 * it again. Otherwise, and where letters of it could not be seen or are read from right to left, the address as it is.
 */
export function readableAddress(address: string): string {
  const decoded = decodedAddress(address);
  const isSame = URL.canParse(decoded) && new URL(decoded).href === address;
  return isSame && readable.test(decoded) ? decoded : address;
}

/** Without `%`, but where it stands for a sign that parts of an address have between them. */
function decodedAddress(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
