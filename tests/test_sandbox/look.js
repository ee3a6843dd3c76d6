// What is wrong with what can be seen now: words cut off, controls on top of each other, too small or out of sight.
(finger) => {
  const wrong = [];
  const root = document.documentElement;
  const called = (el) => `${el.tagName.toLowerCase()}.${el.className} ${(el.textContent || el.ariaLabel || "").trim().slice(0, 40)}`;
  const seen = (el) => el.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  if (root.scrollWidth > root.clientWidth) wrong.push(`the page scrolls sideways: ${root.scrollWidth} > ${root.clientWidth}`);

  for (const el of document.body.querySelectorAll("*")) {
    if (!seen(el) || !el.clientWidth || el.closest("svg") || el.matches("input[type=file], option")) continue;
    if (el.scrollWidth > el.clientWidth + 1) wrong.push(`cut off: ${called(el)} ${el.scrollWidth} > ${el.clientWidth}`);
    const box = el.getBoundingClientRect();
    if (box.left < -1 || box.right > root.clientWidth + 1) wrong.push(`out of the page: ${called(el)}`);
  }

  const controls = [...document.querySelectorAll("button, a, select, textarea, .attach")].filter(seen);
  const boxes = controls.map((el) => {
    const { left, right, top, bottom, width, height } = el.getBoundingClientRect();
    if (Math.min(width, height) < finger - 0.5) wrong.push(`too small: ${called(el)} ${width}x${height}`);
    const frame = el.closest(".chat")?.getBoundingClientRect() ?? { top, bottom };
    return { el, left, right, top: Math.max(top, frame.top), bottom: Math.min(bottom, frame.bottom) };
  });
  boxes.forEach((a, at) => boxes.slice(at + 1).forEach((b) => {
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (wide > 1 && high > 1 && !a.el.contains(b.el)) wrong.push(`overlap: ${called(a.el)} and ${called(b.el)}`);
  }));
  return wrong;
}
