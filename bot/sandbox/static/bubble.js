// One change in a chat -> what is shown of it. Words are only ever set as text.
import { WORDS, moment } from "./words.js";

/** An element with a class and text. */
export function element(name, className = "", text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

/** The inside of a message: pictures, words, its mark and its buttons. */
export function bubble(entry, view, pressed) {
  const box = element("div", "bubble");
  const pictures = entry.files.filter((file) => file.kind === "photo");
  if (pictures.length) box.append(album(pictures, view));
  for (const file of entry.files) if (file.kind !== "photo") box.append(documentLine(file));
  if (entry.quotes) box.append(element("p", "quoted", entry.quotes));
  for (const block of entry.blocks) box.append(paragraph(block));
  box.append(element("small", "mark-line", mark(entry, view)));
  if (!entry.buttons.length) return [box];
  return [box, entry.menu ? list(entry, pressed) : choices(entry.buttons, pressed)];
}

function mark(entry, { language, zone }) {
  const hour = moment(entry.at, language, zone, { hour: "2-digit", minute: "2-digit" });
  if (entry.replaces) return `${hour} · ${WORDS[language].edited}`;
  return entry.from === "person" ? `${hour} ✓ ${WORDS[language].took}` : hour;
}

function paragraph(block) {
  const shown = element("p", block.style);
  for (const [text, strong] of block.spans) shown.append(strong ? element("strong", "", text) : text);
  return shown;
}

function album(pictures, { language }) {
  const box = element("div", "pictures");
  for (const picture of pictures) {
    const link = element("a");
    link.href = picture.url;
    link.target = "_blank";
    const image = element("img");
    image.src = picture.url;
    image.alt = picture.name || WORDS[language].photo;
    image.loading = "lazy";
    link.append(image);
    box.append(link);
  }
  return box;
}

function documentLine(file) {
  const link = element("a", "document", file.name || file.kind);
  link.href = file.url;
  link.download = file.name;
  return link;
}

/** Choices behind a button, as WhatsApp shows more than three. */
function list(entry, pressed) {
  const box = element("details", "list");
  box.append(element("summary", "", `☰ ${entry.menu}`), choices(entry.buttons, pressed));
  return box;
}

function choices(buttons, pressed) {
  const row = element("div", "choices");
  for (const each of buttons) {
    const shown = element(each.url ? "a" : "button", "", each.label);
    if (each.url) Object.assign(shown, { href: each.url, target: "_blank", rel: "noreferrer noopener" });
    else Object.assign(shown, { type: "button", onclick: () => pressed(each.token, shown) });
    row.append(shown);
  }
  return row;
}
