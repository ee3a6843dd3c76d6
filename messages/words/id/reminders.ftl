# Pengumuman dan pengingat batas link
reminders-button-now = Sekarang
reminders-button-send = Kirim
reminders-button-change = Ubah
reminders-button-drop = Batal
reminders-button-text = Teks
reminders-button-group = Penerima
reminders-button-when = Waktu
reminders-button-stop = Hentikan { $code }
reminders-button-back = Sebelumnya
reminders-button-more = Berikutnya

reminders-group-journalists = Semua wartawan
reminders-group-online = Media siber
reminders-group-print = Media cetak
reminders-group-tv = TV
reminders-group-radio = Radio
reminders-group-staff = Staf Humas

reminders-text-ask = Apa isi pengumumannya? Ketik dalam satu pesan, paling banyak { $limit } karakter.
reminders-text-others = Untuk melihat yang sudah terjadwal, ketik *daftar pengumuman*.
reminders-text-empty = ⚠️ Pengumuman perlu kata-kata, tidak cukup tanda atau emoji saja. Apa isinya?
reminders-text-long = ⚠️ Teksnya { $length } karakter, sedangkan batasnya { $limit }. Mohon dipersingkat, lalu kirim lagi.
reminders-group-ask = Untuk siapa pengumuman ini?
reminders-group-unknown = ⚠️ Kelompok itu belum kami kenali. Pilih salah satu tombol, atau ketik namanya.
reminders-when-ask = Kapan dikirim? Tekan *Sekarang*, atau ketik waktunya. Contoh: *besok 08.00*, *24/11 10.00*, atau *tiap Senin 08.00*.
reminders-when-unread = ⚠️ Waktunya belum terbaca.
reminders-when-past = ⚠️ Waktu itu sudah lewat.
reminders-when-no-time = ⚠️ Jamnya belum ada. Mohon ketik hari beserta jamnya.
reminders-when-no-date = ⚠️ Tanggal itu tidak ada, atau harinya tidak cocok dengan tanggalnya.
reminders-when-far = ⚠️ Waktu itu terlalu jauh, paling lama satu tahun dari sekarang.

reminders-preview = Begini pengumuman yang akan diterima. Sudah benar?
reminders-group = Untuk: { $group }
reminders-for = Untuk: { $group } ({ $people } orang)
reminders-paused = { $people } orang sedang jeda, jadi tidak menerimanya.
reminders-nobody = ⚠️ Saat ini belum ada penerima di kelompok itu.
reminders-when-now = Waktu: sekarang
reminders-when-once = Waktu: { $moment }
reminders-when-weekly = Waktu: setiap { $day ->
    [0] Senin
    [1] Selasa
    [2] Rabu
    [3] Kamis
    [4] Jumat
    [5] Sabtu
   *[6] Minggu
} pukul { $hour }, berikutnya { $moment }
reminders-confirm-unclear = ⚠️ Jawaban itu belum kami tangkap. Tekan salah satu tombol, atau ketik *ya*, *ubah*, atau *tidak*.
reminders-change-ask = Apa yang ingin diubah?
reminders-change-unknown = ⚠️ Pilihan itu belum kami kenali. Ketik *teks*, *penerima*, atau *waktu*.

reminders-set-now = ⏳ { $code } sedang dikirim ke { $people } orang.
reminders-set-quiet = ⏳ { $code } dikirim ke { $people } orang sesudah jam tenang, { $moment }.
reminders-set-later = ✅ { $code } terjadwal untuk { $group } (saat ini { $people } orang).
reminders-closed = Pengumuman itu sudah tidak sedang disusun, jadi tidak ada yang dikirim. Ketik *pengumuman* untuk membuat yang baru.
reminders-closed-set = Pengumuman itu sudah kami terima sebagai { $code }, jadi tidak kami buat dua kali. Ketik *{ $code }* untuk melihatnya.

reminders-list-title = Pengumuman terjadwal
reminders-list-line = { $code } · { $group }
    { $when }
    { $text }
reminders-list-empty = Tidak ada pengumuman yang terjadwal. Ketik *pengumuman* untuk membuat yang baru.
reminders-unknown = Pengumuman { $code } tidak kami temukan. Mohon periksa nomornya.
reminders-state-coming = ⏳ Menunggu waktunya.
reminders-state-sending = ⏳ Sedang berjalan: dikirim { $sent }, menunggu { $waiting }.
reminders-state-sent = ✅ Sudah dikirim ke { $sent } orang.
reminders-state-stopped = Sudah dihentikan oleh { $by } pada { $ended }.
reminders-state-missed = ⚠️ Tidak dikirim, karena layanan sedang mati pada waktunya.
reminders-stopped = { $code } dihentikan dan tidak akan dikirim lagi.
reminders-stopped-waiting = { $sent } pesan terlanjur dikirim, { $cancelled } yang menunggu dibatalkan.
reminders-sending = ⏳ { $code } sedang dikirim ke { $people } orang.
reminders-next = Pengiriman berikutnya: { $moment }.
reminders-missed = ⚠️ { $code } tidak dikirim pada { $moment }, karena layanan sedang mati dan kini sudah terlambat.
reminders-missed-end = Bila masih perlu, kirim ulang dengan mengetik *pengumuman*.

reminders-announcement = Pengumuman { $office }
reminders-nudge = Rekan media, batas pengiriman link untuk { $code } adalah { $deadline }.
reminders-nudge-how = Bila beritanya sudah tayang, kirim saja linknya di sini. Bila tidak memuatnya, pesan ini boleh diabaikan.
reminders-nudge-once = Kami hanya mengingatkan satu kali.
