/** Files on the page as a journey has them: saved, dropped, pasted, chosen. */

import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

export interface SavedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export class FilesPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: 'Files and links' });
  }

  /** Opens the dialog and waits for all files to be there. */
  async show(): Promise<void> {
    await this.page.getByRole('button', { name: 'Files and links' }).click();
    await this.isReady();
  }

  async isReady(): Promise<void> {
    await expect(this.dialog.locator('.file-row')).toHaveCount(9);
    await expect(this.dialog.locator('.file-row[data-ready=false]')).toHaveCount(0);
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.dialog).toHaveCount(0);
  }

  async save(
    title: string,
    press: (button: Locator) => Promise<void> = (button) => button.click(),
  ): Promise<SavedFile> {
    const download = this.page.waitForEvent('download');
    await press(this.dialog.getByRole('button', { name: `Save: ${title}`, exact: true }));
    const file = await download;
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  }

  /** Drags files over the page, or lets go of them there. */
  async drag(type: 'dragover' | 'drop', ...dragged: readonly SavedFile[]): Promise<void> {
    const data = await this.page.evaluateHandle(
      (files) => {
        const transfer = new DataTransfer();
        for (const { name, base64 } of files) {
          const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
          transfer.items.add(new File([bytes], name));
        }
        return transfer;
      },
      dragged.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') })),
    );
    await this.page.dispatchEvent('main', type, { dataTransfer: data, bubbles: true, cancelable: true });
  }

  async drop(file: SavedFile): Promise<void> {
    await this.drag('dragover', file);
    await this.drag('drop', file);
  }

  async paste(text: string): Promise<void> {
    await this.page.evaluate((pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  }
}

export function textFile(name: string, text: string): SavedFile {
  return { name, bytes: Buffer.from(text) };
}
