import { readableAddress } from "./readable-address";

const encoded = (path: string) => `https://a.example/${encodeURIComponent(path)}`;

describe("an address for people to read", () => {
  it.each(["留学や国際協力", "データ！！（平成26年度）", "、-abc"])(
    "has its Japanese letters: %s",
    (path) => {
      const shown = readableAddress(encoded(path));
      expect(shown).toBe(`https://a.example/${path}`);
      expect(new URL(shown).href).toBe(encoded(path));
    },
  );

  it("keeps what stands for a sign that parts of an address have between them", () => {
    expect(readableAddress(encoded("留学/x?"))).toBe("https://a.example/留学%2Fx%3F");
  });

  it.each([
    ["a space", encoded("留 学")],
    ["a wide space", encoded("留\u3000学")],
    ["a letter that is not seen", encoded("留\u200b学")],
    ["a variation of a letter", encoded("留\ufe00学")],
    ["a letter in two parts", encoded("か\u3099")],
    ["a mark of direction", encoded("留\u202e学")],
    ["letters from right to left", encoded("留שלום")],
    ["letters of another script that look alike", encoded("аррӏе")],
    ["other bytes than UTF-8", "https://a.example/%93%fa"],
    ["small letters in its code", "https://a.example/%e7%95%99"],
    ["a wide slash in its host", "https://a%EF%BC%8F.b.example/"],
    ["nothing to decode", "https://a.example/?q=1#b"],
    ["no address at all", "%E7%95%99"],
  ])("is as it was with %s", (_what, address) => {
    expect(readableAddress(address)).toBe(address);
  });
});
