# Satu orang di dua aplikasi
connect-channel-telegram = Telegram
connect-channel-sandbox = Ponsel coba
connect-button-yes = Ya, gabungkan
connect-button-no = Bukan saya
connect-button-undo = Pisahkan lagi
connect-how = Untuk menghubungkan aplikasi ini, ketik *hubungkan* di aplikasi tempat Anda sudah terdaftar, lalu ketik enam angkanya di sini. Belum terdaftar? Ketik *daftar*.
connect-code = Kode Anda: { $code }
connect-code-how = Ketik enam angka itu kepada kami di aplikasi Anda yang lain dalam { $minutes } menit. Jangan berikan kepada orang lain.
connect-wrong = Kode itu tidak cocok atau sudah lewat waktunya. Ketik *hubungkan* di aplikasi yang satu untuk kode baru.
connect-same = Kode itu diketik di aplikasi yang lain, bukan di sini.
connect-staff = Akun petugas tidak digabungkan dengan pendaftaran lain. Mintalah admin membantu.
connect-merge = Anda dan { $name } terdaftar terpisah. Apakah keduanya Anda? Bila ya, tautan dan media keduanya menjadi satu.
connect-waits = ⏳ Dicatat. Tekan juga *Ya, gabungkan* di aplikasi yang lain.
connect-kept-apart = Baik, keduanya tetap terpisah.
connect-done = ✅ Kedua aplikasi Anda sekarang terhubung. Balasan datang di tempat Anda menulis.
connect-where = Rilis dan undangan dikirim ke { $channel }.
connect-undone = ✅ Sudah dipisahkan lagi. Semuanya kembali seperti semula.
