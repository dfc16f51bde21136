/** What the YAML reader complains of, in our words. */

import type { YAMLError } from 'yaml';

interface Explanation {
  readonly reason: string;
  readonly remedy: string;
}

const INDENT = 'Indent with spaces, two for each level, the same for all fields of one level.';
const QUOTES = 'Put the text in double quotes.';

const EXPLANATIONS: Partial<Record<YAMLError['code'], Explanation>> = {
  TAB_AS_INDENT: { reason: 'a tab stands where YAML allows only spaces', remedy: INDENT },
  BAD_INDENT: { reason: 'the indentation does not fit the lines around it', remedy: INDENT },
  MULTIPLE_DOCS: {
    reason: 'a second document begins here, after "---"',
    remedy: 'Put each scenario in a file of its own.',
  },
  BAD_ALIAS: { reason: 'an alias names an anchor that does not exist', remedy: QUOTES },
  BAD_DQ_ESCAPE: { reason: 'an unknown escape follows a backslash', remedy: 'Write \\\\ for a backslash.' },
  MULTILINE_IMPLICIT_KEY: {
    reason: 'a line has no colon after its key, or a text runs over several lines without quotes',
    remedy: 'Write "key: value", and put longer texts in double quotes.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    reason: 'a second colon stands in a value without quotes, or a nested field on the line of its parent',
    remedy: QUOTES,
  },
  BAD_SCALAR_START: { reason: 'a value begins with a character that YAML reserves', remedy: QUOTES },
  TAG_RESOLVE_FAILED: {
    reason: 'a tag (a word after "!") is unknown here',
    remedy: 'Remove the tag, or put the text in quotes.',
  },
  BAD_DIRECTIVE: { reason: 'a line begins with "%"', remedy: 'Remove it; scenarios need no YAML directives.' },
};

/** The reason and the way out for one error of the YAML reader. */
export function explainYamlError(error: YAMLError): Explanation {
  if (error.message.includes('call stack'))
    return { reason: 'it nests too deeply', remedy: 'A scenario needs no more than six levels.' };
  if (error.message.startsWith('Flow ')) {
    return { reason: 'a bracket or brace opened before this place is not closed', remedy: 'Close it with ] or }.' };
  }
  const known = EXPLANATIONS[error.code];
  if (known !== undefined) return known;
  const [first = ''] = error.message.split('\n');
  const reason = first.charAt(0).toLowerCase() + first.slice(1).replace(/[.:]\s*$/, '');
  return {
    reason: `it is not valid YAML or JSON: ${reason}`,
    remedy: 'Check brackets, quotes and commas up to this place.',
  };
}
