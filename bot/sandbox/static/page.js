// The page: several phones of one desk, its clock, its queues, and three steps through the main job.
import * as api from "./api.js";
import { element } from "./bubble.js";
import { example } from "./example.js";
import { Phone } from "./phone.js";
import { WORDS, moment, zoneName } from "./words.js";

const PAUSE = 1200; // milliseconds between looks at the desk
const MORNING = 8 * 3600;
const DAY = 24 * 3600;
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

const first = (role, skip = 0) => page.phones.filter((phone) => phone.person.role === role)[skip] ?? page.phones[0];

/** What of the third step comes next: its link, the answer to it, a verifier's word, the summary. */
function nextOfLink(steps) {
  if (!steps.gathered) return "link";
  if (!steps.link) return "burst";
  return steps.decided ? "summary" : "verifier";
}

/** What the buttons of the steps do. */
const DEEDS = {
  example: () => open(first("drafter")).insert(example(page)),
  approver: () => open(first("approver")).field.focus(),
  link: () => {
    const phone = open(first("journalist"));
    phone.insert(`https://${page.details[phone.person.id]?.host ?? "contoh.id"}/berita/${Date.now() % 100_000}/beras-untuk-warga-terdampak-banjir`);
  },
  burst: () => {
    open(first("journalist"));
    advance(10);
  },
  verifier: () => {
    const verifier = page.people.find((each) => each.role === "verifier");
    const phone = page.phones.find((each) => each.person.id === verifier?.id) ?? first("journalist", 1);
    if (verifier && phone.person.id !== verifier.id) page.swap(phone, verifier.id);
    open(phone).insert(page.words.queue);
  },
  summary: () => {
    open(first("official"));
    const due = page.desk.next.find((each) => each.what.startsWith("summar"));
    if (due) advance(until(due.at));
  },
};
const STEPS = [
  { name: "write", done: (steps) => steps.write, deed: () => "example" },
  { name: "send", done: (steps) => steps.send, deed: () => "approver" },
  { name: "link", done: (steps) => steps.link && steps.decided && steps.summary, deed: nextOfLink },
];
const JUMPS = {
  ten: () => 10,
  hour: () => 3600,
  morning: () => {
    const [hour, minute, second] = moment(now(), page.language, page.zone, { hour: "2-digit", minute: "2-digit", second: "2-digit" }).split(/[.:]/).map(Number);
    return DAY + MORNING - (hour * 3600 + minute * 60 + second);
  },
  next: () => (page.desk.next.length ? until(page.desk.next[0].at) : 10),
};

const now = () => Date.parse(page.desk.now) + Date.now() - page.seen;
const until = (iso) => Math.max(1, Math.ceil((Date.parse(iso) - now()) / 1000));
const advance = (seconds) => {
  const buttons = [...at("jumps").children, ...at("dues").querySelectorAll("button")];
  for (const each of buttons) each.disabled = true;
  return page.busy(() => api.advance(seconds, page.language), () => buttons.forEach((each) => { each.disabled = false; }));
};

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
  drawExamples();
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

function drawSteps() {
  const done = STEPS.map((step) => step.done(page.desk.steps));
  const current = done.indexOf(false);
  const shown = current < 0 ? STEPS.length - 1 : current;
  const state = JSON.stringify([page.language, done, page.desk.steps]);
  if (at("steps").dataset.state === state) return;
  at("steps").dataset.state = state;
  at("steps").replaceChildren(...STEPS.map((step, number) => drawStep(step, number, { done: done[number], current: number === current, shown: number === shown })));
}

function drawStep(step, number, states) {
  const item = at("step").content.firstElementChild.cloneNode(true);
  const words = page.words.steps[step.name];
  for (const [state, holds] of Object.entries(states)) item.classList.toggle(state, holds);
  if (states.current) item.setAttribute("aria-current", "step");
  item.querySelector(".tick").textContent = states.done ? "✓" : String(number + 1);
  item.querySelector("h3").textContent = words.title + (states.done ? ` · ${page.words.done}` : "");
  item.querySelector("p").textContent = words.text;
  const deed = step.deed(page.desk.steps);
  const button = item.querySelector("button");
  button.textContent = words.deeds[deed];
  button.onclick = DEEDS[deed];
  return item;
}

/** Links that lead somewhere in the invented web: each goes into the phone of the journalist in sight, or of the first. */
function drawExamples() {
  const linked = (phone) => (page.details[phone.person.id]?.links ?? []).length > 0;
  const phone = [page.phones[page.shown], ...page.phones].find((each) => each && linked(each));
  const state = JSON.stringify([page.language, phone?.person.id]);
  if (at("links").dataset.state === state) return;
  at("links").dataset.state = state;
  at("examples").hidden = !phone;
  at("links").replaceChildren(...(phone ? page.details[phone.person.id].links.map((link) => drawExample(phone, link)) : []));
}

function drawExample(phone, link) {
  const item = element("li");
  const button = element("button", "", page.words.ends[link.end]);
  button.type = "button";
  button.append(element("small", "", link.url.replace("https://", "")));
  button.onclick = () => open(phone).insert(link.url);
  item.append(button);
  return item;
}

function drawStrip() {
  at("queues").replaceChildren(...Object.entries(page.words.queues).map(([name, word]) => {
    const number = page.desk.queues[name];
    const item = element("li", number ? "busy" : "", `${word} `);
    item.append(element("b", "", String(number)));
    return item;
  }));
  const dues = page.desk.next.slice(0, 3);
  const state = JSON.stringify([page.language, dues]);
  if (at("dues").dataset.state === state) return; // a button that is being pressed stays where it is
  at("dues").dataset.state = state;
  at("dues").replaceChildren(...(dues.length ? dues.map(drawDue) : [element("li", "", page.words.nothing)]));
}

function drawDue(due) {
  const item = element("li");
  const button = element("button", "", `${page.words.dues[due.what] ?? due.what} `);
  const when = element("time", "", moment(due.at, page.language, page.zone, { weekday: "short", hour: "2-digit", minute: "2-digit" }));
  when.dateTime = due.at;
  button.type = "button";
  button.append(when);
  button.onclick = () => advance(until(due.at));
  item.append(button);
  return item;
}

function drawClock() {
  if (!page.desk) return;
  const said = (parts) => moment(now(), page.language, page.zone, parts);
  const day = `${said({ weekday: "long" })} ${said({ day: "numeric", month: "short", year: "numeric" })}`;
  const hour = said({ hour: "2-digit", minute: "2-digit", second: "2-digit" });
  at("now").textContent = `${day} ${hour} ${zoneName(page.zone)}`;
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
  at("jumps").replaceChildren(...Object.entries(JUMPS).map(([name, seconds]) => {
    const button = element("button", "", page.words.jumps[name]);
    button.type = "button";
    button.onclick = () => advance(seconds());
    return button;
  }));
  for (const phone of page.phones) phone.relabel();
  tabs();
}

/** Look at the desk and at every phone. */
async function look() {
  const [desk] = await Promise.all([api.desk(page.language), ...page.phones.map((phone) => phone.refresh())]);
  if (desk.opened !== page.desk.opened) location.reload(); // another desk answers: the program was started anew
  Object.assign(page, { desk, seen: Date.now(), zone: desk.zone, details: desk.details });
  at("office").textContent = desk.office;
  drawSteps();
  drawExamples();
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
    page.complain(page.words.lost);
  }
  setTimeout(keepLooking, PAUSE);
}

for (const button of at("languages").children) {
  button.onclick = () => {
    page.language = button.dataset.language;
    localStorage.setItem("language", page.language);
    relabel();
    drawSteps();
    drawExamples();
    drawStrip();
    drawClock();
  };
}

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
