/** The encodings that a spreadsheet may have, with their names; `shift_jis` is Windows code page 932. */
export const nameOfEncoding = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16LE",
  "utf-16be": "UTF-16BE",
  shift_jis: "Shift_JIS",
  "euc-jp": "EUC-JP",
  "iso-2022-jp": "ISO-2022-JP",
  gb18030: "GB18030",
  big5: "Big5",
  "euc-kr": "EUC-KR",
  "windows-1252": "Windows-1252",
} as const;

/** The encoding of a spreadsheet. */
export type Encoding = keyof typeof nameOfEncoding;

/** All of them, as `--encoding` takes them. */
export const encodings = Object.keys(nameOfEncoding).filter(isEncoding);

/** Further names of encodings; text decoders do not have these. */
const otherNames: Readonly<Record<string, string>> = { cp932: "shift_jis", gbk: "gb18030" };

/** The encoding with a name such as `Shift_JIS`, `sjis`, `cp932` or `GBK`; `undefined` if there is none. */
export function encodingNamed(name: string): Encoding | undefined {
  const lower = name.toLowerCase();
  const label = otherNames[lower] ?? lower;
  try {
    const { encoding } = new TextDecoder(label);
    return isEncoding(encoding) ? encoding : undefined;
  } catch {
    return undefined;
  }
}

function isEncoding(name: string): name is Encoding {
  return Object.hasOwn(nameOfEncoding, name);
}
