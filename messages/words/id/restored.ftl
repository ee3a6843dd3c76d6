# Setelah cadangan dipulihkan
restored-title = ⚠️ Meja dipulihkan dari cadangan pada { $until }
restored-why = Yang menunggu di cadangan itu mungkin sudah dikirim sebelum gangguan, jadi kami tahan dulu:
restored-messages = Pesan yang belum dikirim: { $count }
restored-releases = Rilis terjadwal yang jamnya sudah lewat: { $count }
restored-announcements = Pengumuman yang jamnya sudah lewat: { $count }
restored-events = Pesan masuk yang belum dijawab: { $count }
restored-oldest = Yang tertua dari { $oldest }
restored-ways = Kirim semua: semuanya diteruskan, sebagian mungkin sampai dua kali. Buang yang lama: tidak satu pun dikirim; rilis tetap disetujui dan bisa dijadwalkan lagi. Yang baru tetap berjalan seperti biasa.
restored-button-send = Kirim semua
restored-button-drop = Buang yang lama
restored-by = Diputuskan oleh { $by }.
restored-sent = ✅ Yang tertahan sejak pemulihan kini diteruskan.
restored-dropped = ✅ Yang tertahan sejak pemulihan dibuang; tidak satu pun dikirim.
restored-decided = Tidak ada lagi yang tertahan; { $by } sudah memutuskannya.
restored-nothing = Tidak ada yang tertahan.
