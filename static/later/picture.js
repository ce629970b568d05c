// Texts and pictures as addresses, to look at and to download. The security policy permits `data:`, not `blob:`.

const SCALE = 2;
// What browsers can draw on.
const MOST_PIXELS = 16000;

export function dataOf(text) {
  return `data:text/plain;charset=utf-8,${encodeURIComponent(text)}`;
}

export function svgAddress(text) {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
}

// The picture at this address, drawn twice as large, as PNG.
export async function pngOf(address) {
  const picture = new Image();
  picture.src = address;
  await picture.decode();
  const scale = Math.min(SCALE, MOST_PIXELS / picture.naturalHeight);
  const canvas = document.createElement("canvas");
  canvas.width = picture.naturalWidth * scale;
  canvas.height = picture.naturalHeight * scale;
  const context = canvas.getContext("2d");
  context.scale(scale, scale);
  context.drawImage(picture, 0, 0);
  return canvas.toDataURL("image/png");
}
