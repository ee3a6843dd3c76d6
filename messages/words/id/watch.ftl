# Link yang dilihat kembali setelah diakui: masih dapat dibuka atau tidak
watch-unopened = ⚠️ { $code } tidak dapat kami buka sejak { $since } (dicek { $tries }×).
watch-unopened-several = ⚠️ { $number } link Anda tidak dapat kami buka (masing-masing dicek { $tries }×):
watch-unopened-line = { $code } — { $outlet }, sejak { $since }
watch-perhaps = Mungkin situs sedang gangguan. Mohon kabar bila pindah alamat.
watch-kept = Bukti awal tersimpan; tidak perlu kirim ulang sekarang.
watch-not-again = Tidak perlu kirim ulang sekarang.
watch-open = Terakhir dicek { $at }: dapat dibuka.
watch-failing = ⏳ Belum dapat dibuka sejak { $since }; dicoba lagi.
watch-asked = ⏳ Tidak dapat kami buka sejak { $since }. Pengirimnya sudah ditanya.
watch-asked-own = ⏳ Tidak dapat kami buka sejak { $since }. Mohon kabar bila pindah alamat.
watch-away = ⚠️ Tidak dapat diakses sejak { $since }. Terakhir dicek { $at }.
watch-changed = Teks halaman berubah (dicek { $at }):
watch-month = ⚠️ { $number } link yang diakui tidak dapat diakses: { $codes }
watch-same = Sudah dicatat sebagai { $code }
watch-same-line = { $code } ✅ sudah dicatat sebagai { $known }. Tidak perlu dikirim lagi.
