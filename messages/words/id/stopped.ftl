# Akun yang berhenti karena hanya gagal
stopped-title = ⚠️ Pengiriman lewat { $channel } berhenti
stopped-waits = Tidak ada yang hilang: semua pesan di sana menunggu.
stopped-why = Jawaban platform: { $why }
stopped-ways = Mohon periksa akunnya bersama petugas teknis. Setelah beres, tekan Lanjutkan; kalau masih gagal, pengiriman berhenti lagi dan kami kabari.
stopped-button-resume = Lanjutkan
stopped-resumed = ✅ Pengiriman berjalan lagi. Yang menunggu sedang dikirim.
late-summary = ringkasan pagi
late-said = ⚠️ Pekerjaan terjadwal “{ $name }” seharusnya berjalan { $at }, tetapi belum.
late-ways = Sampaikan kepada petugas teknis: periksa dengan main.py doctor, lalu lihat lognya. Selama belum beres, kabar yang ditunggu orang bisa terlambat.
