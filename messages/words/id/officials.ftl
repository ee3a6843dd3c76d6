# Yang ditanyakan dan diterima pejabat di luar ringkasan pagi
officials-can-report = *mingguan*, *bulanan*, *kliping banjir*: grafik dan kliping
officials-can-ask = *berita banjir*, *berita saya hari ini*, *media apa yang hadir*
officials-can-delegate = *ajudan*: siapa yang ikut menerima salinan untuk Bapak/Ibu
officials-can-note = *catatan U-58* lalu isinya: bekal pejabat sebelum doorstop
officials-news = Berita
officials-news-of = Berita “{ $words }”
officials-news-title = { $sought }, { $when }
officials-news-none = { $sought }, { $when }: belum ada link yang diakui.
officials-news-how = Coba kata lain atau hari lain: *berita banjir minggu ini*.
officials-news-numbers = { $outlets ->
    [0] { $links } link diakui.
   *[other] { $links } link diakui, dari { $outlets } media.
 }
officials-left = … dan { $number } lagi
officials-came = { $outlets ->
    [0] { $people } orang hadir.
   *[other] { $people } orang dari { $outlets } media hadir:
 }
officials-came-none = Belum ada yang tercatat hadir.
officials-came-nowhere = Tidak ada acara dalam tujuh hari terakhir.
officials-agenda = Agenda hari ini, { $day }
officials-agenda-eve = Agenda besok, { $day }
officials-agenda-none = Tidak ada acara pada { $day }.
officials-agenda-noted = Catatan sudah ada; dikirim 30 menit sebelumnya.
officials-facts = *Fakta*
officials-questions = *Kemungkinan pertanyaan*
officials-numbers = *Angka dan sumbernya*
officials-note-kept = ✅ Catatan { $code } tersimpan. Pejabat menerimanya 30 menit sebelum { $at }:
officials-note-unsent = ⏳ Undangan { $code } belum dikirim; catatan ikut hanya kalau undangannya sudah dikirim.
officials-note-empty = Isi catatannya belum ada.
officials-note-long = Catatan terlalu panjang: paling banyak { $longest } karakter.
officials-note-many = Cukup { $facts } fakta, supaya bisa dibaca sambil berjalan.
officials-note-source = Setiap angka perlu sumbernya, misalnya: 312 KK (BPBD, 23/11).
officials-note-example = Contoh: *catatan { $code }* Fakta: beras untuk 312 KK. Pertanyaan: kapan jembatan dibuka? Angka: 312 KK (BPBD, 23/11)
officials-note-unknown = Tidak ada undangan { $code }. Ketik *undangan* untuk melihat yang ada.
officials-note-which = Catatan untuk acara yang mana?
officials-note-over = { $code } sudah mulai atau dibatalkan; catatannya tidak diubah lagi.
officials-delegates = Ajudan
officials-delegates-none = Belum ada.
officials-delegates-why = Ajudan menerima salinan ringkasan, agenda, dan catatan. Kutipan tetap Bapak/Ibu yang menyetujui, kecuali haknya diberikan kepada ajudan.
officials-delegate-reads = { $name }: menerima salinan
officials-delegate-agrees = { $name }: menerima salinan, boleh menyetujui kutipan
officials-button-allow = Beri hak { $name }
officials-button-forbid = Tarik hak { $name }
officials-right-sure = Izinkan { $name } menyetujui kutipan atas nama Bapak/Ibu? Bapak/Ibu dikabari setiap kali dan bisa menarik haknya kapan saja.
officials-button-right-yes = Ya, izinkan
officials-button-right-no = Tidak
officials-right-given = ✅ { $name } sekarang boleh menyetujui kutipan atas nama Bapak/Ibu.
officials-right-taken = ✅ { $name } tidak boleh lagi menyetujui kutipan; salinan tetap dikirim.
officials-right-yours = { $official } mengizinkan Anda menyetujui kutipan atas namanya. Yang menunggu: *kutipan*.
officials-right-over = { $official } menarik hak Anda menyetujui kutipan. Salinan tetap Anda terima.
officials-delegates-full = Paling banyak { $most } ajudan; cabut salah satu dulu.
officials-delegate-code = (kode belum dipakai)
officials-button-add = Tambah ajudan
officials-button-end = Cabut { $name }
officials-delegate-made = Teruskan pesan berikut ke ajudan Bapak/Ibu. Kodenya untuk satu orang, berlaku sampai { $until }.
officials-delegate-come = { $name } sekarang ajudan Bapak/Ibu dan menerima salinan. Bukan orangnya? Ketik *ajudan*, lalu Cabut.
officials-delegate-ended = ✅ { $name } tidak menerima salinan lagi.
officials-code-ended = ✅ Kode itu tidak berlaku lagi.
officials-delegate-over = Anda tidak lagi menerima salinan untuk { $official } dari { $office }. Terima kasih.
officials-button-result = Hasil
officials-result = Hasil { $code }
officials-result-went = Dikirim ke { $sent } orang, { $opened } membuka.
officials-result-none = Belum ada link yang diakui.
officials-result-first = Link pertama masuk { $after } setelah dikirim.
officials-result-minutes = { $minutes } menit
officials-result-hours = { $hours } jam { $minutes } menit
