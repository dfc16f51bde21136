/** Puts text on the clipboard. `false` when the browser refuses: without a gesture, without focus, over plain http. */

export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
