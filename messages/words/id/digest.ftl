# Yang menunggu, dalam satu pesan
digest-title = { $count } kabar untuk Anda
digest-release = *{ $code }* { $headline }
digest-links-until = ⏳ Link diterima sampai { $moment }
digest-announcement = *{ $code }* { $text }
digest-nudge = ⏳ *{ $code }*: link terakhir diterima { $deadline }
digest-how = Tekan atau ketik kodenya untuk membaca.
