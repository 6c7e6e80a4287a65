// The least contrast (WCAG 1.4.3) between a drawing's texts and the shape before them.
() => {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\d.]+/g).map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (text) => {
    const shape = text.parentNode.querySelector("rect");
    const both = [text, shape].map((each) => light(getComputedStyle(each).fill)).sort((a, b) => b - a);
    return (both[0] + 0.05) / (both[1] + 0.05);
  };
  return Math.min(...[...document.querySelectorAll(".tiles text")].map(ratio));
}
