# Akun yang berhenti karena hanya gagal
stopped-title = ⚠️ Pengiriman lewat { $channel } berhenti
stopped-waits = Tidak ada yang hilang: semua pesan di sana menunggu.
stopped-why = Jawaban platform: { $why }
stopped-ways = Mohon periksa akunnya bersama petugas TI. Setelah beres, tekan Lanjutkan; kalau masih gagal, pengiriman berhenti lagi dan kami kabari.
stopped-button-resume = Lanjutkan
stopped-resumed = ✅ Pengiriman berjalan lagi. Yang menunggu sedang dikirim.
