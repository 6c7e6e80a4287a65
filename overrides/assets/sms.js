// How many text messages a text takes: as scripts/sitebuild/sms.py, which a test compares.

const BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const EXTENDED = "\f^{}\\[~]|€";

export const length = (text) => {
  const letters = [...text];
  const isGsm = letters.every((each) => (BASIC + EXTENDED).includes(each));
  const widths = letters.map((each) => (isGsm ? (EXTENDED.includes(each) ? 2 : 1) : each.length));
  const places = widths.reduce((sum, each) => sum + each, 0);
  const [alone, together] = isGsm ? [160, 153] : [70, 67];
  if (places <= alone) return { places, messages: 1 };
  let messages = 1;
  let free = together;
  for (const each of widths) {
    if (each > free) {
      messages += 1;
      free = together;
    }
    free -= each;
  }
  return { places, messages };
};
