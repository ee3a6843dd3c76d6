# Laporan pekanan dan bulanan, dan buku kliping
report-week = Pemberitaan sepekan
report-month = Pemberitaan sebulan
report-clippings = Kliping media
report-none = Belum ada link yang diakui.
report-week-before = Pekan sebelumnya: { $links } link, { $texts } tulisan, { $outlets } media ({ $change } link).
report-month-before = Bulan sebelumnya: { $links } link, { $texts } tulisan, { $outlets } media ({ $change } link).
report-questions = { $number ->
    [0] Tidak ada pertanyaan yang menunggu jawaban.
   *[other] { $number } pertanyaan belum dijawab.
 }
report-release = { $code } { $headline }: { $links } link
report-book = Klipingnya: { $entries } tulisan.
report-book-left = Hanya { $most } tulisan pertama; { $number } lainnya ada di *ringkasan*.
report-coming = ⏳ { $title }, { $span }: sedang dibuat, sebentar lagi dikirim.
report-how = “{ $typed }” bukan hari yang sudah lewat. Contoh: *mingguan*, *bulanan november*, *kliping banjir minggu ini*.
report-long = Terlalu panjang untuk dicari; cukup satu atau dua kata. Contoh: *kliping banjir minggu ini*.
report-links = link diakui
report-texts = tulisan berbeda
report-outlets = Media dengan link terbanyak
report-outlets-of = Media dengan link terbanyak ({ $shown } dari { $outlets })
report-day = { $day }/{ $month }
report-page = halaman { $page } dari { $pages }
report-made = Dibuat { $moment }.
report-letters = Kotak kosong menggantikan huruf atau emoji yang tidak dapat dicetak.
report-outlet-unknown = media belum terdaftar
report-same = teks yang sama juga di { $number } link lain
report-unread = (Isinya tidak dapat dibaca.)
report-untitled = (tanpa judul)
