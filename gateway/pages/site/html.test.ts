import { pageShell } from "./page-shell";
import { escapeHtml, markup } from "./html";

it("escapes every text, in attributes too, and takes pieces as they are", () => {
  const text = `<b title="x" id='y'>&</b>`;
  const escaped = "&lt;b title=&quot;x&quot; id=&#39;y&#39;&gt;&amp;&lt;/b&gt;";
  expect(escapeHtml(text)).toBe(escaped);
  expect(markup`<p title="${text}">${[text, 1, undefined, markup`<i>${text}</i>`]}</p>`.text).toBe(
    `<p title="${escaped}">${escaped}1<i>${escaped}</i></p>`,
  );
});

it("puts data into a page so that no text in them ends the element, and a script reads them back", () => {
  const data = { text: "</script><script>alert(1)</script><!--" };
  const assets = { entries: { some: { script: "a.js", imports: [], styles: [] } }, files: {} };
  const page = pageShell(assets, {
    ...{ entry: "some", language: "en", title: "</title>", description: '"', data },
    body: markup`<main></main>`,
  });
  const [, json = ""] = /<script type="application\/json"[^>]*>(.*?)<\/script>/s.exec(page) ?? [];
  expect(JSON.parse(json)).toEqual(data);
  expect(page.match(/<script/g)).toHaveLength(2);
  expect(page).toContain("<title>&lt;/title&gt;</title>");
});

it("names the entries that there are where a page has none", () => {
  const assets = { entries: { some: { script: "a.js", imports: [], styles: [] } }, files: {} };
  const parts = { language: "en", title: "", description: "", body: markup`` } as const;
  expect(() => pageShell(assets, { ...parts, entry: "other" })).toThrow(
    "Expected a page of some, received other.",
  );
});
