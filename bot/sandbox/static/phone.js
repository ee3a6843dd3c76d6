// One phone: whose it is, the conversation, and what is being written.
import * as api from "./api.js";
import { bubble, element } from "./bubble.js";
import { WORDS, moment } from "./words.js";

const FILES = 10;
const SIZE = 20_000_000;

export class Phone {
  /** `page` gives `language`, `zone`, `people`, `details`, and hears `busy`, `complain`, `swap`, `news`. */
  constructor(page, person) {
    this.page = page;
    this.root = document.getElementById("phone").content.firstElementChild.cloneNode(true);
    this.select = this.root.querySelector("select");
    this.chat = this.root.querySelector(".chat");
    this.form = this.root.querySelector("form");
    this.field = this.root.querySelector("textarea");
    this.input = this.root.querySelector("input[type=file]");
    this.select.onchange = () => page.swap(this, Number(this.select.value));
    this.form.onsubmit = (event) => { event.preventDefault(); this.say(); };
    this.field.onkeydown = (event) => this.key(event);
    this.field.oninput = () => this.grow();
    this.input.onchange = () => this.choose([...this.input.files]);
    this.field.onpaste = (event) => { if (event.clipboardData.files.length) this.choose([...event.clipboardData.files]); };
    this.low = true; // whether the newest message is in sight, and is to stay so
    this.chat.onscroll = () => this.scrolled();
    new ResizeObserver(() => { if (this.low) this.toEnd(); }).observe(this.chat);
    this.belongsTo(person);
  }

  /** Hand the phone to another person. */
  belongsTo(person) {
    this.person = person;
    this.entries = [];
    this.shown = new Map();
    this.files = [];
    this.field.value = "";
    this.relabel();
  }

  get last() {
    return this.entries.length ? this.entries[this.entries.length - 1].seq : 0;
  }

  get words() {
    return WORDS[this.page.language];
  }

  /** Say everything again in the page's language. */
  relabel() {
    const { people, details } = this.page;
    const { name, role } = this.person;
    this.select.replaceChildren(...people.map((each) => option(each, `${each.name} · ${this.words.roles[each.role]}`)));
    this.select.value = this.person.id;
    this.select.selectedOptions[0].textContent = name;
    this.select.setAttribute("aria-label", this.words.chooses);
    this.root.setAttribute("aria-label", `${this.words.chooses} ${name}`);
    const face = this.root.querySelector(".face");
    face.textContent = name.split(/\s+/).slice(0, 2).map((word) => [...word][0]).join("");
    face.dataset.role = role;
    this.root.dataset.channel = this.person.channel;
    this.root.querySelector(".who p").textContent = [this.words.roles[role], details[this.person.id]?.outlet, this.words.channels[this.person.channel]].filter(Boolean).join(" · ");
    this.chat.setAttribute("aria-label", `${this.words.chatOf} ${name}`);
    this.field.placeholder = this.words.write;
    this.field.setAttribute("aria-label", `${this.words.write}: ${name}`);
    this.input.setAttribute("aria-label", `${this.words.attach}: ${name}`);
    this.form.querySelector("[type=submit]").setAttribute("aria-label", `${this.words.send}: ${name}`);
    this.redraw();
  }

  redraw() {
    const entries = this.entries;
    this.entries = [];
    this.shown.clear();
    this.chat.replaceChildren(element("li", "empty", this.words.empty));
    this.take(entries, false);
    this.list();
  }

  /** Show what changed; edits take the place of what they replace. */
  take(entries, live = true) {
    if (!entries.length) return;
    const low = !live || this.low;
    for (const entry of entries) {
      this.entries.push(entry);
      this.show(entry, live);
    }
    if (low) this.toEnd();
    if (live && entries.some((entry) => entry.from === "bot")) this.page.news(this);
  }

  show(entry, live) {
    const gone = !entry.blocks.length && !entry.files.length;
    const old = entry.replaces && this.shown.get(entry.replaces);
    if (old && gone) return old.remove();
    if (gone) return;
    const item = old || element("li", `message ${entry.from}`);
    item.replaceChildren(...bubble(entry, this.page, (token, button) => this.press(token, button)));
    this.shown.set(entry.id, item);
    this.shown.set(entry.replaces ?? entry.id, item);
    if (!old) this.append(item, entry);
    if (old && live) highlight(item);
  }

  append(item, entry) {
    this.chat.querySelector(".empty")?.remove();
    const day = moment(entry.at, this.page.language, this.page.zone, { weekday: "long", day: "numeric", month: "short" });
    if (this.day !== day || !this.chat.childElementCount) this.chat.append(element("li", "day", day));
    this.day = day;
    this.chat.append(item);
  }

  /** Only a hand moves a chat up; a chat that merely got smaller still belongs at its end. */
  scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.chat;
    if (scrollHeight - scrollTop - clientHeight < 60) this.low = true;
    else if (scrollTop < this.top) this.low = false;
    this.top = scrollTop;
  }

  toEnd() {
    this.low = true;
    this.chat.scrollTop = this.chat.scrollHeight;
    this.top = this.chat.scrollTop;
    for (const image of this.chat.querySelectorAll("img")) {
      if (!image.complete) image.addEventListener("load", () => { this.chat.scrollTop = this.chat.scrollHeight; }, { once: true });
    }
  }

  async refresh() {
    const { person } = this;
    const found = await api.chat(person.id, this.last, this.page.language);
    if (person === this.person) this.take(found.filter((entry) => entry.seq > this.last), this.entries.length > 0);
  }

  /** Put words into the field for the person to send. */
  insert(text) {
    this.field.value = text;
    this.grow();
    this.field.focus();
    this.field.setSelectionRange(text.length, text.length);
    this.field.scrollTop = 0;
  }

  async say() {
    const text = this.field.value.trim();
    const { files } = this;
    if (!text && !files.length) return this.field.focus();
    this.field.value = "";
    this.files = [];
    this.list();
    this.grow();
    const sent = await this.working(() => api.say(this.person.id, text, files, this.page.language), text);
    if (sent) return;
    if (!this.field.value) this.field.value = text; // nothing that was written is lost
    this.files = files;
    this.list();
    this.grow();
  }

  async press(token, button) {
    button.disabled = true;
    await this.working(() => api.press(this.person.id, token, this.page.language));
    button.disabled = false;
    (button.isConnected ? button : this.chat).focus({ preventScroll: true }); // the keyboard stays where it was
  }

  async working(deed, sending = "") {
    const waiting = [];
    if (sending) waiting.push(pending(sending, this.words.sending));
    waiting.push(element("li", "typing", this.words.typing));
    this.chat.append(...waiting);
    this.toEnd();
    const done = await this.page.busy(deed, () => waiting.forEach((each) => each.remove()));
    this.toEnd();
    return done;
  }

  key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.say();
  }

  grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${this.field.scrollHeight + 2}px`;
  }

  choose(files) {
    this.input.value = "";
    if (files.some((file) => file.size > SIZE)) return this.page.complain(this.words.large);
    if (this.files.length + files.length > FILES) return this.page.complain(this.words.many);
    this.files = [...this.files, ...files];
    this.list();
    this.field.focus();
  }

  list() {
    this.form.querySelector(".chosen").replaceChildren(...this.files.map((file) => {
      const item = element("li");
      const button = element("button", "", file.name);
      button.type = "button";
      button.setAttribute("aria-label", `${this.words.remove} ${file.name}`);
      button.onclick = () => { this.files = this.files.filter((each) => each !== file); this.list(); };
      item.append(button);
      return item;
    }));
  }
}

function option(person, label) {
  const made = element("option", "", label);
  made.value = person.id;
  return made;
}

function pending(text, note) {
  const item = element("li", "message person");
  const box = element("div", "bubble");
  box.append(element("p", "", text), element("small", "mark-line", `⏳ ${note}`));
  item.append(box);
  return item;
}

function highlight(item) {
  item.classList.remove("fresh");
  item.getBoundingClientRect(); // so that the animation starts anew
  item.classList.add("fresh");
}
