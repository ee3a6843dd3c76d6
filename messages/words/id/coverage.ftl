# Ringkasan pagi untuk pejabat
coverage-title = Ringkasan media { $office }, { $when }
coverage-greeting = Selamat pagi, Bapak/Ibu.
coverage-nothing = Kemarin, { $day }, tidak ada link berita yang masuk.
coverage-received = Kemarin, { $day }: { $received } link diterima,
coverage-none-recognised = belum ada yang diakui verifikator.
coverage-recognised = { $recognised } diakui.
coverage-recognised-from = { $recognised } diakui, dari { $outlets } media.
coverage-release = { $code } { $headline }: { $links } link diakui, { $outlets } media
coverage-waiting = ⏳ { $waiting } link menunggu verifikator, yang terlama sejak { $since }.
coverage-button-list = Rinci
coverage-button-back = Sebelumnya
coverage-button-more = Berikutnya
coverage-list-title = { $total } link pada { $day }
coverage-state-received = menunggu
coverage-state-recognised = diakui
coverage-state-refused = ditolak
coverage-state-withdrawn = dicabut
