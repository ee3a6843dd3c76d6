// The page: several phones of one desk, its clock, its queues, and the steps through an invented day.
import * as api from "./api.js";
import { element } from "./bubble.js";
import { Phone } from "./phone.js";
import { Steps, coming, dueWord } from "./steps.js";
import { WORDS, moment, zoneName } from "./words.js";

const PAUSE = 1200; // milliseconds between looks at the desk
const at = (id) => document.getElementById(id);

const page = {
  language: localStorage.getItem("language") ?? (navigator.language.startsWith("id") ? "id" : navigator.language.startsWith("en") ? "en" : "id"),
  zone: "Asia/Jakarta",
  people: [],
  details: {},
  desk: null,
  seen: 0, // when the desk was last looked at, by this machine's clock
  phones: [],
  shown: 0, // which phone fills a small screen
  working: 0,

  get words() {
    return WORDS[this.language];
  },

  /** Do something that changes the desk, then look again; False where it was refused. */
  async busy(deed, after = () => {}) {
    this.working += 1;
    let done = true;
    try {
      await deed();
      await look();
    } catch (fault) {
      done = false;
      this.complain(fault instanceof api.Refused ? fault.message : this.words.lost);
    } finally {
      this.working -= 1;
      after();
    }
    return done;
  },

  complain(sentence) {
    const notice = at("notice");
    notice.textContent = sentence;
    notice.hidden = false;
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => { notice.hidden = true; }, 7000);
  },

  /** Give a phone to another person; two phones swap, so that nobody has two. */
  swap(phone, id) {
    const other = this.phones.find((each) => each !== phone && each.person.id === id);
    const before = phone.person;
    phone.belongsTo(this.people.find((each) => each.id === id));
    if (other) other.belongsTo(before);
    remember();
    tabs();
    look().catch(() => {});
  },

  /** A phone heard something: mark its tab unless it is the one in sight. */
  news(phone) {
    const number = this.phones.indexOf(phone);
    if (number !== this.shown) at("tabs").children[number]?.classList.add("unread");
  },
};

/** The phone of a role, or of somebody by name; it takes the place of the second journalist's where it is not in sight. */
function phoneOf(as) {
  const shown = page.phones.find((phone) => [phone.person.role, phone.person.name].includes(as));
  const person = page.people.find((each) => [each.role, each.name].includes(as));
  if (shown || !person) return shown ?? page.phones[0];
  const phone = page.phones[1] ?? page.phones[0];
  page.swap(phone, person.id);
  return phone;
}

/** The buttons of the clock: what each says, and what it does. */
const JUMPS = {
  next: () => advance(until(coming(page)?.at ?? now() + 3_600_000)),
  hour: () => advance(3600),
  again: () => restart(),
};

const now = () => Date.parse(page.desk.now) + Date.now() - page.seen;
const until = (moment) => Math.max(1, Math.ceil((moment - now()) / 1000));
const advance = (seconds) => {
  const buttons = [...at("jumps").children, ...at("dues").querySelectorAll("button")];
  for (const each of buttons) each.disabled = true;
  return page.busy(() => api.advance(seconds, page.language), () => buttons.forEach((each) => { each.disabled = false; }));
};

/** The day from its beginning: another desk answers when it is ready, and the page is loaded anew. */
async function restart() {
  page.resting = true;
  at("notice").hidden = true;
  for (const each of at("jumps").children) each.disabled = true;
  at("jumps").lastElementChild.textContent = page.words.resting;
  await api.again(page.language).catch(() => {});
}

/** Whose phones were chosen, until the desk begins anew. */
const remember = () => sessionStorage.setItem("phones", JSON.stringify([page.desk.opened, page.phones.map((phone) => phone.person.id)]));
function chosen() {
  const [opened, ids] = JSON.parse(sessionStorage.getItem("phones") ?? "[]");
  const known = new Set(page.people.map((each) => each.id));
  return opened === page.desk.opened && ids.every((id) => known.has(id)) ? ids : page.desk.phones;
}

/** Bring a phone into sight. */
function open(phone) {
  page.shown = page.phones.indexOf(phone);
  tabs();
  phone.root.scrollIntoView({ block: "nearest" });
  phone.toEnd();
  return phone;
}

function tabs() {
  const old = [...at("tabs").children];
  at("tabs").replaceChildren(...page.phones.map((phone, number) => {
    const unread = old[number]?.classList.contains("unread") && number !== page.shown;
    const button = element("button", unread ? "unread" : "", phone.person.name.split(/\s+/)[0]);
    button.type = "button";
    button.append(element("small", "", page.words.roles[phone.person.role]));
    button.setAttribute("aria-pressed", String(number === page.shown));
    button.onclick = () => { open(phone); at("tabs").children[number].focus(); };
    phone.root.classList.toggle("shown", number === page.shown);
    return button;
  }));
}

function drawStrip() {
  at("queues").replaceChildren(...Object.entries(page.words.queues).map(([name, word]) => {
    const number = page.desk.queues[name];
    const item = element("li", number ? "busy" : "", `${word} `);
    item.append(element("b", "", String(number)));
    return item;
  }));
  const dues = page.desk.next.filter((due) => dueWord(page, due)).slice(0, 3);
  const state = JSON.stringify([page.language, dues]);
  if (at("dues").dataset.state === state) return; // a button that is being pressed stays where it is
  at("dues").dataset.state = state;
  at("dues").replaceChildren(...(dues.length ? dues.map(drawDue) : [element("li", "", page.words.nothing)]));
}

function drawDue(due) {
  const item = element("li");
  const button = element("button", "", `${dueWord(page, due)} `);
  const when = element("time", "", moment(due.at, page.language, page.zone, { weekday: "short", hour: "2-digit", minute: "2-digit" }));
  when.dateTime = due.at;
  button.type = "button";
  button.append(when);
  button.onclick = () => advance(until(Date.parse(due.at)));
  item.append(button);
  return item;
}

function drawClock() {
  if (!page.desk) return;
  const said = (parts) => moment(now(), page.language, page.zone, parts);
  const day = `${said({ weekday: "long" })} ${said({ day: "numeric", month: "short", year: "numeric" })}`;
  const hour = said({ hour: "2-digit", minute: "2-digit", second: "2-digit" });
  at("now").textContent = `${day} ${hour} ${zoneName(page.zone)}`;
  drawNext();
}

/** The clock's own button says where it goes. */
function drawNext() {
  const next = coming(page);
  const hour = next && moment(new Date(next.at).toISOString(), page.language, page.zone, { hour: "2-digit", minute: "2-digit" });
  const said = next ? `${page.words.jumps.next} ${hour}: ${next.word}` : page.words.jumps.nothing;
  const button = at("jumps").firstElementChild;
  if (button.textContent !== said) button.textContent = said; // a button that is being pressed stays where it is
}

/** Everything the page says by itself, in its language. */
function relabel() {
  document.documentElement.lang = page.language;
  document.title = page.words.title;
  for (const each of document.querySelectorAll("[data-word]")) each.textContent = page.words[each.dataset.word];
  at("jumps").setAttribute("aria-label", page.words.jumpsLabel);
  at("languages").setAttribute("aria-label", page.words.languageLabel);
  at("tabs").setAttribute("aria-label", page.words.tabsLabel);
  at("steps").setAttribute("aria-label", page.words.stepsLabel);
  for (const button of at("languages").children) button.setAttribute("aria-pressed", String(button.dataset.language === page.language));
  const offered = Object.entries(JUMPS).filter(([name]) => name !== "again" || page.desk.again);
  at("jumps").replaceChildren(...offered.map(([name, deed]) => {
    const button = element("button", name, page.words.jumps[name]);
    button.type = "button";
    button.onclick = deed;
    return button;
  }));
  at("back").setAttribute("aria-label", page.words.back);
  at("on").setAttribute("aria-label", page.words.on);
  for (const phone of page.phones) phone.relabel();
  tabs();
}

/** Look at the desk and at every phone. */
async function look() {
  const [desk] = await Promise.all([api.desk(page.language), ...page.phones.map((phone) => phone.refresh())]);
  if (desk.opened !== page.desk.opened) location.reload(); // another desk answers: the program was started anew
  Object.assign(page, { desk, seen: Date.now(), zone: desk.zone, details: desk.details });
  at("office").textContent = desk.office;
  redraw();
}

function redraw() {
  steps.draw();
  drawStrip();
  drawClock();
}

async function keepLooking() {
  try {
    if (!page.working && !document.hidden) {
      await look();
      if (page.away) at("notice").hidden = true;
      page.away = false;
    }
  } catch {
    page.away = true;
    if (!page.resting) page.complain(page.words.lost);
  }
  setTimeout(keepLooking, PAUSE);
}

for (const button of at("languages").children) {
  button.onclick = () => {
    page.language = button.dataset.language;
    localStorage.setItem("language", page.language);
    relabel();
    redraw();
  };
}

Object.assign(page, { now, advance, open: (as) => open(phoneOf(as)) });
const steps = new Steps(page);
page.people = await api.people(page.language);
page.desk = await api.desk(page.language);
Object.assign(page, { seen: Date.now(), zone: page.desk.zone, details: page.desk.details });
page.phones = chosen().map((id) => new Phone(page, page.people.find((each) => each.id === id)));
at("phones").append(...page.phones.map((phone) => phone.root));
relabel();
await look();
document.documentElement.dataset.ready = "yes";
setInterval(drawClock, 1000);
setTimeout(keepLooking, PAUSE);
