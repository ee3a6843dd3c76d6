# Hari libur dan cuti bersama
holidays-title = Hari libur berikutnya
holidays-none = Belum ada hari libur yang dicatat; hari kerja dihitung Senin sampai Jumat.
holidays-line = { $day } · { $name } ({ $kind })
holidays-national = libur nasional
holidays-leave = cuti bersama
holidays-decrees = Dasar: { $decrees }
holidays-upload = Ketik *unggah libur* untuk memasukkan daftar setahun.
holidays-how = Kirim daftarnya sebagai XLSX atau CSV: tanggal, nama, jenis (nasional atau cuti bersama), dan nomor keputusannya. Tahun yang ada di dalamnya diganti seluruhnya.
holidays-reading = ⏳ Daftarnya sedang dibaca.
holidays-read = ✅ Tercatat { $national } libur nasional dan { $leave } cuti bersama, { $first } sampai { $last }.
holidays-wrong = ❌ Belum ada yang dicatat: baris { $line } tidak terbaca. Perbaiki, lalu ketik *unggah libur* sekali lagi.
holidays-wrong-date = Tanggalnya ditulis seperti 25/12/2026.
holidays-wrong-name = Nama hari liburnya kosong.
holidays-wrong-kind = Jenisnya nasional atau cuti bersama.
holidays-wrong-decree = Nomor keputusannya belum ada.
holidays-wrong-empty = Berkasnya kosong, atau bukan XLSX atau CSV.
holidays-can = *libur*: hari libur; *unggah libur* untuk daftar setahun
