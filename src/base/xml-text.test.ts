import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeXml, escapeXmlAttribute, readXmlText } from './xml-text.ts';

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('&', '<', '>', '"', "'", '#', ';', ']', 'amp', '&#60;') }),
);

test('what is written as XML text is read back, but for what XML cannot hold', () => {
  fc.assert(
    fc.property(texts, (text) => {
      // oxlint-disable-next-line no-control-regex -- what XML cannot hold
      const held = text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD');
      expect(readXmlText(escapeXml(text))).toBe(held);
      expect(readXmlText(escapeXmlAttribute(text))).toBe(held);
      expect(escapeXml(text)).not.toMatch(/[<>]/);
      expect(escapeXmlAttribute(text)).not.toMatch(/[<>"']/);
    }),
    { seed: 1 },
  );
});

test('CDATA sections and references of all forms are read as what they stand for', () => {
  expect(readXmlText('a<![CDATA[<&lt;]]>&#98;&#x63;&apos;&quot;&nbsp;&#x110000;')).toBe('a<&lt;bc\'"&nbsp;&#x110000;');
});
