// A release to try the desk with. Everybody and everything in it is invented.
import { moment } from "./words.js";

/** The example, dated with the desk's day. */
export function example({ desk, zone }) {
  const day = moment(desk.now, "id", zone, { weekday: "long" });
  const date = moment(desk.now, "id", zone, { day: "numeric", month: "numeric", year: "numeric" });
  return `buat rilis
PEMKAB TELADAN SALURKAN BERAS UNTUK 312 KELUARGA TERDAMPAK BANJIR

KOTA TELADAN – Pemerintah Kabupaten Teladan menyalurkan beras kepada 312 keluarga terdampak banjir di Kecamatan Contoh, ${day} (${date}).

"Stok cukup untuk dua pekan. Kami utamakan lansia dan balita," ujar Plt. Kepala BPBD, Ir. Fulan bin Fulan, M.Si.

Warga Desa Contoh Hulu, Siti Contoh (41), berharap jalan desa yang putus segera diperbaiki.

(Rilis Diskominfo/ab)
Narahubung: Humas, 0812-0000-0000`;
}
