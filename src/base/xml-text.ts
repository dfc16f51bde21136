/** Text inside XML: written so that it stays text, and read back from what other programs made of it. */

/** Characters that no XML may hold, not even escaped. */
// oxlint-disable-next-line no-control-regex -- these are what is meant
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For the content of an element. What XML cannot hold becomes U+FFFD. */
export function escapeXml(text: string): string {
  return held(text).replaceAll(/[&<>]/g, (character) => ESCAPES[character] ?? '');
}

/** For an attribute in double or single quotes. */
export function escapeXmlAttribute(text: string): string {
  return held(text).replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}

function held(text: string): string {
  return text.toWellFormed().replaceAll(FORBIDDEN, '\uFFFD');
}

/** The text of an element's content without elements in it: CDATA sections and character references become what they stand for. */
export function readXmlText(content: string): string {
  return content
    .split(/(<!\[CDATA\[[^]*?\]\]>)/)
    .map((part) => (part.startsWith('<![CDATA[') ? part.slice('<![CDATA['.length, -']]>'.length) : unescapeXml(part)))
    .join('');
}

/** An unknown reference stays as it stands. */
function unescapeXml(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]{2,4}));/g, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return NAMED[name] ?? whole;
    const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
