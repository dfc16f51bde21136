/** Hands people a file, as a download that the browser keeps where it keeps all of them. */

/** `type` is the MIME type, `text/yaml` for instance. */
export function saveFile(name: string, content: string | Blob, type: string): void {
  const blob = typeof content === 'string' ? new Blob([content], { type: `${type};charset=utf-8` }) : content;
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold on the content by now.
  URL.revokeObjectURL(address);
}
