# Ringkasan pagi untuk pejabat
coverage-title = Ringkasan media { $office }, { $when }
coverage-greeting = Selamat pagi, Bapak/Ibu.
coverage-yesterday = Kemarin, { $day }
coverage-today = Hari ini, { $day }, sejauh ini
coverage-span = { $first } sampai { $last }
coverage-nothing = { $when }, tidak ada link berita yang masuk.
coverage-received = { $when }: { $received } link diterima,
coverage-none-recognised = belum ada yang diakui verifikator.
coverage-recognised = { $recognised } di antaranya diakui.
coverage-recognised-from = { $recognised } di antaranya diakui, dari { $outlets } media.
coverage-release = { $code } { $headline }: { $links } link diakui, { $outlets } media
coverage-corrected = ⚠️ Ralat { $code } { $headline } dikirim { $at }.
coverage-corrected-change = “{ $was }” menjadi “{ $now }”{ $more ->
    [0] .
   *[other] , dan { $more } perubahan lain.
 }
coverage-corrected-links = { $links ->
    [0] Tidak ada link diakui dari naskah lama.
   *[other] { $links } link diakui dibuat dari naskah lama{ $mended ->
        [0] .
       *[other] , { $mended } sudah diperbaiki.
    }
 }
coverage-corrections-left = … dan { $number } ralat lain
coverage-corrections = ⚠️ { $number } ralat dikirim.
coverage-waiting = ⏳ { $waiting } link menunggu verifikator, yang terlama sejak { $since }.
coverage-sent = { $number } rilis dikirim: { $named }
coverage-how = “{ $typed }” bukan hari yang sudah lewat. Contoh: *ringkasan 24/11*, *ringkasan senin*, *ringkasan minggu ini*, *ringkasan bulan lalu*.
coverage-button-list = Rinci
coverage-button-back = Sebelumnya
coverage-button-more = Berikutnya
coverage-list-title = { $total } link pada { $day }
coverage-state-received = menunggu
coverage-state-recognised = diakui
coverage-state-noted = tanpa rilis
coverage-state-refused = ditolak
coverage-state-withdrawn = dicabut
coverage-releases-left = … dan { $number } rilis lain
coverage-texts = Isinya { $texts } tulisan berbeda.
coverage-texts-unread = Isinya { $texts } tulisan berbeda; { $unread } link tidak dapat dibaca.
coverage-questions = ⚠️ { $number } pertanyaan belum dijawab, yang terlama { $days ->
    [0] masuk hari ini
   *[other] { $days } hari
 }.
coverage-questions-at = ⚠️ { $number } pertanyaan belum dijawab, yang terlama di { $unit }, { $days ->
    [0] masuk hari ini
   *[other] { $days } hari
 }.
coverage-button-agenda = Agenda hari ini
