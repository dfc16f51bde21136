/**
 * Just enough of the science of colour to hold the tokens to account: contrast as WCAG 2.2 counts it,
 * distance in OKLab, and what people with a colour-vision deficiency see.
 *
 * Sources: relative luminance and contrast ratio, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance;
 * OKLab, B. Ottosson 2020, https://bottosson.github.io/posts/oklab/; simulation of deficiencies,
 * G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A Physiologically-based Model for Simulation of
 * Color Vision Deficiency", IEEE TVCG 15(6), 2009, matrices of severity 1.0, applied to linear RGB.
 */

/** Linear light, each channel from 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number];

type Matrix = readonly [Rgb, Rgb, Rgb];

export const VISIONS = ['usual', 'protan', 'deutan', 'tritan'] as const;

export type Vision = (typeof VISIONS)[number];

export const VISION_MATRICES: Readonly<Record<Vision, Matrix>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** `hex` as `#rrggbb`. Throws on anything else: a token that cannot be read was not checked. */
export function linearRgb(hex: string): Rgb {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new Error(`unable to read the colour "${hex}"; it is not #rrggbb`);
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** What is left of a colour for such eyes. */
export function seenAs(colour: Rgb, vision: Vision): Rgb {
  const [red, green, blue] = apply(VISION_MATRICES[vision], colour);
  return [clamp(red), clamp(green), clamp(blue)];
}

/** From 1, the same, to 21, black on white. */
export function contrast(a: Rgb, b: Rgb): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/** Euclidean distance in OKLab; black and white are 1 apart, and about 0.02 can just be told apart side by side. */
export function colourDistance(a: Rgb, b: Rgb): number {
  const [from, to] = [oklab(a), oklab(b)];
  return Math.hypot(from[0] - to[0], from[1] - to[1], from[2] - to[2]);
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function oklab(colour: Rgb): Rgb {
  const cones = apply(
    [
      [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
      [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
      [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
    ],
    colour,
  );
  return apply(
    [
      [0.210_454_255_3, 0.793_617_785, -0.004_072_046_8],
      [1.977_998_495_1, -2.428_592_205, 0.450_593_709_9],
      [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766],
    ],
    [Math.cbrt(cones[0]), Math.cbrt(cones[1]), Math.cbrt(cones[2])],
  );
}

function apply(matrix: Matrix, [x, y, z]: Rgb): Rgb {
  const row = ([a, b, c]: Rgb) => a * x + b * y + c * z;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
