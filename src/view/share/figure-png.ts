/** The figure as points: drawn by the browser from the SVG, two to each unit, in one of its two schemes. */

const SCALE = 2;

export interface Picture {
  readonly blob: Blob;
  readonly width: number;
  readonly height: number;
}

/** Rejects when the browser cannot draw it. `svg` has a `viewBox` that begins at 0, 0. */
export async function drawPicture(svg: string, scheme: 'light' | 'dark'): Promise<Picture> {
  const [, width = '0', height = '0'] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
  // A picture by itself has no page whose scheme and size it could take.
  const alone = svg
    .replace('<svg ', `<svg width="${width}" height="${height}" `)
    .replace('color-scheme:light dark', `color-scheme:${scheme}`);
  const address = URL.createObjectURL(new Blob([alone], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Number(width) * SCALE;
    canvas.height = Number(height) * SCALE;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/png');
    });
    if (blob === null) throw new Error('unable to draw the figure; the browser made no picture of it');
    return { blob, width: canvas.width, height: canvas.height };
  } finally {
    URL.revokeObjectURL(address);
  }
}
