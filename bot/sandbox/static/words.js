// The page's own words. What the desk says comes from the desk, in each person's language.
export const WORDS = {
  id: {
    title: "Meja Humas · coba tanpa risiko",
    clock: "Jam meja",
    desk: "Meja sekarang",
    next: "Berikutnya",
    nothing: "tidak ada yang terjadwal",
    examples: "Contoh tautan untuk dicoba",
    ends: { recognised: "✅ akan diakui", doubtful: "⏳ perlu dilihat petugas", refused: "❌ akan ditolak: terlambat" },
    promise: "Semua nama rekaan. Tidak ada yang keluar dari komputer ini.",
    queues: { events: "masuk", messages: "keluar", jobs: "pekerjaan" },
    jumps: { ten: "+10 detik", hour: "+1 jam", morning: "Besok 08.00", next: "Berikutnya" },
    jumpsLabel: "Majukan jam meja",
    languageLabel: "Bahasa halaman",
    tabsLabel: "Ponsel",
    stepsLabel: "Tiga langkah",
    done: "selesai",
    roles: {
      guest: "Belum terdaftar", journalist: "Wartawan", drafter: "Penyusun", verifier: "Verifikator",
      approver: "Penyetuju", official: "Pejabat", admin: "Admin",
    },
    dues: {
      summary: "Ringkasan pagi", summaries: "Ringkasan pagi", launches: "Rilis terjadwal", bursts: "Balasan tautan",
      nudges: "Pengingat tautan", announcements: "Pengumuman", returns: "Jeda selesai", inbox: "Pesan masuk",
      outbox: "Pesan keluar", jobs: "Pekerjaan",
    },
    chooses: "Ponsel milik",
    chatOf: "Percakapan",
    write: "Tulis…",
    attach: "Lampirkan foto atau dokumen",
    send: "Kirim",
    remove: "Buang",
    queue: "antrean",
    channels: { whatsapp: "WhatsApp" },
    empty: "Belum ada pesan. Tulis menu untuk melihat apa yang bisa dilakukan.",
    took: "diterima meja",
    sending: "mengirim…",
    edited: "diperbarui",
    typing: "Meja sedang menulis…",
    photo: "Foto",
    lost: "Meja tidak menjawab. Periksa apakah programnya masih berjalan.",
    many: "Paling banyak 10 berkas sekali kirim.",
    large: "Berkas terlalu besar: paling besar 20 MB.",
    steps: {
      write: {
        title: "Penyusun menulis rilis",
        text: "Masukkan contoh, kirim, tekan Selesai, lalu Ajukan.",
        deeds: { example: "Masukkan contoh" },
      },
      send: {
        title: "Penyetuju memeriksa",
        text: "Tekan Setujui, Kirim sekarang, lalu Ya, kirim.",
        deeds: { approver: "Buka ponsel penyetuju" },
      },
      link: {
        title: "Wartawan mengirim tautan",
        text: "Kirim tautan berita, akui sebagai verifikator, lalu majukan jam ke ringkasan pagi pejabat.",
        deeds: { link: "Masukkan tautan", burst: "Majukan 10 detik", verifier: "Buka ponsel verifikator", summary: "Lompat ke 06.45" },
      },
    },
  },
  en: {
    title: "Meja Humas · try it safely",
    clock: "Desk clock",
    desk: "The desk now",
    next: "Next",
    nothing: "nothing is scheduled",
    examples: "Links to try",
    ends: { recognised: "✅ will be recognised", doubtful: "⏳ staff will look", refused: "❌ will be refused: late" },
    promise: "All names are invented. Nothing leaves this machine.",
    queues: { events: "in", messages: "out", jobs: "jobs" },
    jumps: { ten: "+10 seconds", hour: "+1 hour", morning: "08:00 tomorrow", next: "Next" },
    jumpsLabel: "Move the desk clock on",
    languageLabel: "Language of this page",
    tabsLabel: "Phones",
    stepsLabel: "Three steps",
    done: "done",
    roles: {
      guest: "Not registered", journalist: "Journalist", drafter: "Drafter", verifier: "Verifier",
      approver: "Approver", official: "Official", admin: "Admin",
    },
    dues: {
      summary: "Morning summary", summaries: "Morning summary", launches: "Scheduled release", bursts: "Reply to links",
      nudges: "Link reminder", announcements: "Announcement", returns: "Pause ends", inbox: "Message in",
      outbox: "Message out", jobs: "Job",
    },
    chooses: "Phone of",
    chatOf: "Conversation",
    write: "Write…",
    attach: "Attach photos or documents",
    send: "Send",
    remove: "Remove",
    queue: "antrean",
    channels: { whatsapp: "WhatsApp" },
    empty: "No messages yet. Write menu to see what can be done.",
    took: "received by the desk",
    sending: "sending…",
    edited: "edited",
    typing: "The desk is writing…",
    photo: "Photo",
    lost: "The desk does not answer. See whether the program is still running.",
    many: "At most 10 files at a time.",
    large: "That file is too large: at most 20 MB.",
    steps: {
      write: {
        title: "The drafter writes a release",
        text: "Insert the example, send it, press Selesai (done), then Ajukan (submit).",
        deeds: { example: "Insert the example" },
      },
      send: {
        title: "The approver checks it",
        text: "Press Setujui (approve), Kirim sekarang (send now), then Ya, kirim.",
        deeds: { approver: "Open the approver's phone" },
      },
      link: {
        title: "A journalist sends a link",
        text: "Send the article's link, recognise it as the verifier (Akui), then move the clock to the morning summary.",
        deeds: { link: "Insert a link", burst: "Move on 10 seconds", verifier: "Open the verifier's phone", summary: "Jump to 06:45" },
      },
    },
  },
};

const LOCALES = { id: "id-ID", en: "en-GB" };
const ZONES = { "Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT" };

/** A moment in the office's zone: `parts` as for Intl.DateTimeFormat. */
export function moment(iso, language, zone, parts) {
  return new Intl.DateTimeFormat(LOCALES[language], { timeZone: zone, hourCycle: "h23", ...parts }).format(new Date(iso));
}

/** The zone's short name, such as WIB. */
export function zoneName(zone) {
  return ZONES[zone] ?? zone;
}
