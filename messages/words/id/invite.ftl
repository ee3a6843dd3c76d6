# Undangan bergabung
invite-whom = Mengundang sebagai apa?
invite-made = ✅ Undangan untuk satu orang sebagai { $role }, berlaku sekali sampai { $until }. Teruskan pesan di bawah ini kepada yang bersangkutan.
invite-admin = ⚠️ Yang memakainya bisa melakukan apa saja di layanan ini, termasuk mengeluarkan orang. Kirim hanya kepada orang yang tepat.
invite-invited = Anda diundang ke layanan media { $office } sebagai { $role }.
invite-open =
    Buka link ini, lalu kirim pesan yang sudah tersedia atau tekan Mulai:
    { $links }
invite-type =
    Kirim pesan ini ke akun layanan kami:
    /start { $code }
invite-until = Undangan ini untuk satu orang, sampai { $until }.
