# Aturan kantor
rules-title = Aturan { $office }
rules-shipped = Versi { $version }, aturan awal; dasar hukumnya belum dicatat.
rules-version = Versi { $version }, berlaku sejak { $since }.
rules-reference = Dasar: { $reference }
rules-line = { $field }: { $value }
rules-change = { $field }: *{ $value }* (sebelumnya { $was })
rules-coming = *Mulai { $since }* (versi { $version }). Dasar: { $reference }
rules-explained = Batas dihitung dari hari giat atau rilis, sampai pukul 23.59 pada hari terakhir. Tiap keputusan memakai aturan yang berlaku saat itu.
rules-field-days-online = Batas link media siber
rules-field-days-print = Batas bukti media cetak
rules-field-days-radio = Batas bukti radio
rules-field-days-tv = Batas bukti televisi
rules-field-quota = Kuota tiap media per bulan
rules-field-per-day = Kuota tiap media per hari
rules-field-recognised = Mirip rilis, diakui mulai
rules-field-doubtful = Mirip rilis, dilihat petugas mulai
rules-field-copies = Tulisan sama di banyak situs, dilihat mulai
rules-field-quiet-from = Jam tenang mulai
rules-field-quiet-until = Jam tenang sampai
rules-field-appeal-days = Keberatan dijawab dalam
rules-field-four-eyes = Keputusan link dipastikan dua petugas
rules-field-alone = Bila hanya ada satu petugas, ia boleh memutuskan sendiri
rules-in-workdays = { $number } hari kerja
rules-yes = ya
rules-no = tidak
rules-in-days =
    { $number ->
        [0] hari yang sama
       *[other] { $number } hari
    }
rules-in-links = { $number } link
rules-field-maghrib = Tenang sebelum dan sesudah Maghrib
rules-field-friday-from = Tenang Jumat mulai
rules-field-friday-until = Tenang Jumat sampai
rules-field-place = Letak kantor, untuk waktu Maghrib
rules-field-service-from = Pertanyaan wartawan dilayani hari kerja dari
rules-field-service-until = Pertanyaan wartawan dilayani sampai
rules-field-answer-hours = Pertanyaan dijawab dalam
rules-in-hours = { $number } jam layanan
rules-in-minutes =
    { $number ->
        [0] tidak ada
       *[other] { $number } menit
    }
rules-city = kota zona waktunya
rules-wrong-place = Ketik lintang dan bujur dari peta, misalnya: -3.39, 104.83
rules-wrong-service = Jam layanan selesai paling sedikit satu jam setelah mulainya.
rules-wrong-friday = Jam tenang Jumat selesai setelah mulainya.
rules-in-percent = { $number } %
rules-in-sites = { $number } situs
rules-unlimited = tidak dibatasi
rules-at = pukul { $hour }.{ $minute }
rules-button-change = Ubah aturan
rules-button-show = Lihat aturan
rules-button-back = Batalkan versi { $version }
rules-which = Aturan mana yang diubah?
rules-ask-value = *{ $field }* sekarang { $was }. Ketik nilai barunya.
rules-ask-reference = Apa dasar hukumnya? Misalnya: Perbup 12/2026 Pasal 7. Rekan media ikut membacanya.
rules-ask-since = Mulai kapan berlaku? Paling awal { $first }.
rules-sure = Mulai { $since }
rules-affected =
    { $number ->
        [0] Dari link 30 hari terakhir, tidak ada yang terdampak.
       *[other] Dari link 30 hari terakhir, { $number } terdampak.
    }
rules-one-decider = ⚠️ Baru satu petugas yang boleh memutuskan link. Usulannya menunggu sampai ada petugas kedua.
rules-stands = Keputusan yang sudah ada tetap. Simpan aturan ini?
rules-saved = ✅ Tersimpan sebagai versi { $version }, berlaku mulai { $since }.
rules-news = { $by } mengubah aturan: versi { $version }, berlaku mulai { $since }.
rules-kept = Baik, aturan tidak diubah.
rules-overtaken = ⚠️ Belum tersimpan: aturan baru saja diubah petugas lain. Nilainya sekarang:
rules-back-sure = Batalkan versi { $version } yang akan berlaku mulai { $since }?
rules-taken-back = ✅ Versi { $version } dibatalkan. Aturan sebelumnya tetap berlaku.
rules-wrong-number = Ketik angka dari { $least } sampai { $most }.
rules-wrong-hour = Ketik jamnya, misalnya 21.00.
rules-wrong-flag = Ketik *ya* atau *tidak*.
rules-wrong-order = Batas yang dilihat petugas harus di bawah batas yang diakui.
rules-wrong-night = Jam tenang mulai malam hari dan selesai esok paginya.
rules-wrong-same = Nilainya memang sudah begitu.
rules-wrong-reference = Tulis dasar hukumnya dalam satu baris, tanpa link.
rules-wrong-date = Tanggalnya belum terbaca. Misalnya: 1 Desember 2026.
rules-wrong-early = Tidak bisa berlaku sebelum { $first }.
