const form = /^[A-Za-z0-9][A-Za-z0-9_-]*$/;

/** The most characters of a number where an area sets no other limit. */
export const longestNumber = 64;

/**
 * Whether a number that an office gives, to a person or a course, is written in the one form there is: ASCII letters and
 * digits, hyphens and underscores behind the first. In full width, with other hyphens or with something unseen in it,
 * the same number would be another.
 */
export function isNumber(text: string, longest = longestNumber): boolean {
  return text.length <= longest && form.test(text);
}

/** That form in words, for a message. */
export function expectedNumber(longest = longestNumber): string {
  return `1–${longest} letters, digits, hyphens and underscores`;
}
