// The invented day, step by step: when each is due, when it is done by what the database shows, and what its buttons do.
// Everybody and everything in it is invented. What people write is Indonesian, whatever the page speaks.
import { moment } from "./words.js";

const said = (page, parts) => moment(page.desk.now, "id", page.zone, parts);

const release = (page) => `buat rilis
PEMKAB TELADAN SALURKAN BERAS UNTUK 312 KELUARGA TERDAMPAK BANJIR

KOTA TELADAN – Pemerintah Kabupaten Teladan menyalurkan beras kepada 312 keluarga terdampak banjir di Kecamatan Contoh, ${said(page, { weekday: "long" })} (${said(page, { day: "numeric", month: "numeric", year: "numeric" })}).

"Stok cukup untuk dua pekan. Kami utamakan lansia dan balita," ujar Plt. Kepala BPBD, Ir. Fulan bin Fulan, M.Si.

Warga Desa Contoh Hulu, Siti Contoh (41), berharap jalan desa yang putus segera diperbaiki.

(Rilis Diskominfo/ab)
Narahubung: Humas, 0812-0000-0000`;
const links = (page, phone) => (page.details[phone.person.id]?.links ?? []).map((link) => link.url).join("\n");

/** Whose phone a button opens, what it puts there to be sent, how far it moves the clock. */
export const DEEDS = {
  summary: { as: "official", jumps: true },
  release: { as: "drafter", says: release },
  approve: { as: "approver" },
  event: { as: "drafter", says: () => "buat undangan Jumpa pers banjir di Pendopo Teladan -3.4012, 104.8312, hari ini 14.00" },
  come: { as: "journalist" },
  links: { as: "journalist", says: links },
  answered: { as: "journalist", jumps: true, seconds: 10 },
  today: { as: "verifier", says: () => "hari ini" },
  queue: { as: "verifier", says: () => "antrean" },
  appeal: { as: "journalist" },
  appeals: { as: "verifier", says: () => "keberatan" },
  digest: { as: "Hasan Rekaan", jumps: true },
  ask: { as: "journalist", says: () => "tanya R-4 Desa mana saja yang menerima beras?" },
  reply: { as: "drafter", says: () => "jawab T-1 Tiga desa: Contoh Hulu, Contoh Tengah, dan Contoh Hilir.\nsumber: Ir. Fulan, BPBD" },
  mend: { as: "drafter", says: () => "ralat R-4 dua pekan -> tiga pekan\nsumber: BPBD" },
  code: { as: "drafter", says: () => "kode U-1" },
  type: { as: "journalist" },
  photo: { as: "drafter", says: () => "pengumuman Besok 08.00 ada foto bersama di Pendopo Teladan." },
  parking: { as: "drafter", says: () => "pengumuman Parkir wartawan besok pindah ke halaman timur." },
  dawn: { as: "journalist", jumps: true, at: [1, 5, 30] },
  recap: { as: "verifier", says: (page) => `rekap ${said(page, { month: "long" }).toLowerCase()}` },
};

/** `at`: days after the first, hour, minute. `deeds`: which buttons are of use, by what has happened. */
export const DAY = [
  { name: "summary", at: [0, 6, 45], deeds: () => ["summary"] },
  { name: "write", at: [0, 8, 0], deeds: () => ["release"] },
  { name: "send", at: [0, 8, 10], deeds: () => ["approve"] },
  { name: "invite", at: [0, 8, 30], deeds: (done) => [done.proposed ? "approve" : "event"] },
  { name: "rsvp", at: [0, 9, 0], deeds: () => ["come"] },
  { name: "link", at: [0, 9, 30], deeds: (done) => [done.gathered ? "answered" : "links"] },
  { name: "decided", at: [0, 10, 0], deeds: () => ["today", "queue"] },
  { name: "answered", at: [0, 10, 30], deeds: (done) => [done.appealed ? "appeals" : "appeal"] },
  { name: "digest", at: [0, 11, 30], deeds: () => ["digest"] },
  { name: "question", at: [0, 13, 0], deeds: (done) => [done.asked ? "reply" : "ask"] },
  { name: "door", at: [0, 13, 45], deeds: () => ["code", "type"] },
  { name: "correction", at: [0, 15, 0], deeds: (done) => [done.mending ? "approve" : "mend"] },
  { name: "night", at: [0, 21, 30], deeds: (done) => [done.both ? "dawn" : done.noted ? "parking" : "photo"] },
  { name: "recap", at: [1, 8, 0], deeds: () => ["recap"] },
];

/** When something of the day is due, in milliseconds: hours are those of the office. */
export function hour(page, [days, hours, minutes]) {
  const opened = moment(page.desk.opened ?? page.desk.now, "id", page.zone, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
  const [h, m, s] = opened.split(/[.:]/).map(Number);
  const midnight = Math.floor(Date.parse(page.desk.opened ?? page.desk.now) / 1000) - (h * 3600 + m * 60 + s);
  return (midnight + ((days * 24 + hours) * 60 + minutes) * 60) * 1000;
}
