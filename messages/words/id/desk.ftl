# Yang dikatakan meja humas, apa pun urusannya
desk-help-title = Layanan media { $office }
desk-help-end = Ketik saja dengan kata biasa; tombol hanya jalan pintas.
desk-can-today = *hari ini*: yang menunggu Anda
desk-can-find = *cari banjir*: mencari di semua yang boleh Anda lihat
desk-can-register = *daftar*: mendaftar sebagai rekan media
desk-can-mend = *profil*: melihat dan memperbaiki pendaftaran Anda
desk-can-add = ketik saja yang ingin ditambahkan; kami teruskan ke petugas
desk-can-withdraw = *batal daftar*: menarik pendaftaran
desk-can-links = kirim link berita Anda kapan saja, 1–20 sekaligus
desk-can-status = *status*: riwayat link Anda; *status L-12* untuk satu link
desk-can-appeal = *keberatan*: keberatan Anda; *keberatan L-12* bila sebuah link keliru ditolak
desk-can-appeals = *keberatan*: keberatan yang menunggu jawaban
desk-can-releases = *rilis banjir*, *rilis kemarin*, *R-12*: mencari rilis
desk-can-pause = *jeda 3 hari*: berhenti menerima pesan untuk sementara
desk-can-leave = *berhenti*: keluar dari daftar
desk-can-draft = *buat rilis*: menyusun rilis dari teks dan foto; *draf* untuk yang belum selesai
desk-can-send = *kirim R-12* atau *kirim R-12 besok 08.00*; *hentikan R-12*
desk-can-report = *laporan R-12*: hasil pengiriman
desk-can-announce = *pengumuman*: pesan singkat untuk satu kelompok
desk-can-invite-media = *buat undangan*: undangan liputan; *undangan* untuk yang berjalan dan daftar hadirnya
desk-can-events = *undangan*: acara mendatang dan jawaban Anda
desk-can-approve = *persetujuan*: rilis yang menunggu persetujuan
desk-can-queue = *antrean*: link yang menunggu keputusan; *akui L-12*, *tolak L-12*, *cabut L-12*
desk-can-links-all = *status*: semua link bulan ini; *status L-12* untuk satu link
desk-can-recap = *rekap november*: berkas dan tanda direkap; lalu *tagih rekap november* dan *bayar rekap november*
desk-can-pack = *paket audit november*: satu ZIP untuk pemeriksa, terbaca tanpa perangkat lunak kami
desk-can-recap-read = *rekap november*: berkas semua link sebulan, dari diakui sampai dibayar
desk-can-applicants = *pendaftar*: wartawan yang menunggu verifikasi
desk-can-outlets = *media*: daftar media dan alamat situsnya
desk-can-import = *impor*: memasukkan daftar media atau wartawan dari XLSX/CSV; *ekspor* untuk mengunduhnya
desk-can-rules = *aturan*: batas link, kuota, dan dasar hukumnya
desk-can-rule = *aturan*: aturan yang berlaku; *ubah aturan* untuk mengubahnya
desk-can-team = *tim*: petugas dan perannya; *anggota* untuk mencari orang
desk-can-invite = *undang*: undangan untuk petugas atau wartawan baru
desk-can-summary = *ringkasan*: ringkasan media kemarin
desk-can-connect = *hubungkan*: memakai Telegram dan WhatsApp sebagai satu orang
desk-can-privacy = *privasi*, *dataku*, *hapus data saya*: data pribadi Anda
desk-can-block = *blokir Rina*: mengusulkan blokir; *buka blokir B-3*
desk-can-data = *permintaan data*: permintaan hapus data; *masa simpan*
desk-can-audit = *periksa log*: memastikan log dan bukti tidak diubah; *masa simpan*
desk-can-language = *bahasa*: ganti bahasa (Indonesia, English)
desk-can-cancel = *batal*: membatalkan yang sedang diisi
desk-button-help = Bantuan
desk-button-register = Daftar
desk-choose = Pilih
desk-more = Lainnya
desk-prompt = Silakan pilih:
desk-salam = Waalaikumsalam.
desk-greeting = { $part ->
    [morning] Selamat pagi
    [noon] Selamat siang
    [afternoon] Selamat sore
   *[night] Selamat malam
}{ $who ->
    [journalist] , Rekan media.
    [official] , Bapak/Ibu.
   *[staff] .
}
desk-greeting-can = Ada yang bisa kami bantu? Ketik *bantuan* untuk melihat pilihannya.
desk-choices = Nomor itu tidak ada di pilihan terakhir. Ketik salah satu:
desk-not-understood = Maaf, maksudnya belum kami tangkap. Coba dengan kata lain, atau ketik *bantuan*.
desk-register-first = Selamat datang di layanan media { $office }. Untuk memakai layanan ini, daftar dulu sebentar: ketik *daftar*, juga untuk melanjutkan yang sudah dimulai.
desk-still-waiting = Pendaftaran Anda masih diperiksa { $office }, paling lama 2 hari kerja. Kami kabari begitu selesai.
desk-removed = Akses Anda ke layanan media { $office } sudah diakhiri. Bila ini keliru, hubungi { $contact }.
desk-blocked = Untuk sementara ini ditahan bagi Anda; alasannya ada di pesan blokir dari kami. Rilis tetap datang, dan link Anda tetap kami catat.
desk-not-allowed = Maaf, ini di luar tugas Anda di layanan ini. Ketik *bantuan* untuk melihat yang bisa Anda lakukan.
desk-stale = Tombol itu sudah tidak berlaku. Ketik *bantuan* untuk melihat pilihan yang ada.
desk-foreign = Tombol itu dibuat untuk orang lain, jadi tidak kami jalankan.
desk-cancelled = Baik, dibatalkan. Tidak ada yang dikirim.
desk-nothing-to-cancel = Tidak ada yang sedang diisi. Mau apa selanjutnya?
desk-words-please = Maaf, kami hanya bisa membaca teks di sini. Mohon diketik.
desk-form-stays = Isian Anda tetap tersimpan.
desk-form-waits = Isian Anda tadi masih menunggu. Lanjutkan dengan menjawab pertanyaan terakhir, atau ketik *batal*.
desk-form-left = Isian tadi ditinggalkan.
desk-too-long = Teks itu terlalu panjang untuk sekali baca (paling banyak { $limit } karakter). Mohon dikirim dalam beberapa pesan.
desk-failed = Maaf, pesan Anda tadi gagal kami olah. Pesan itu tersimpan dan petugas teknis akan memeriksanya. Silakan coba sekali lagi.
desk-slower = Pesan Anda banyak sekali dalam satu menit. Semuanya sudah kami terima; jawabannya menyusul sebentar lagi.
template-stopped = ⚠️ Templat WhatsApp { $name } ({ $language }) { $how ->
    [rejected] ditolak
    [paused] dijeda
    [disabled] dinonaktifkan
   *[other] tidak dapat dipakai lagi
} oleh Meta.
template-why = Alasan Meta: { $reason }.
template-meanwhile = Sampai disetujui lagi, yang percakapannya sudah tertutup baru menerima kabar itu setelah mereka menulis. Petugas teknis dapat melihatnya dengan main.py templates.
template-moved = ⚠️ Templat WhatsApp { $name } ({ $language }) dipindahkan Meta dari kategori { $before } ke { $now }. Harganya ikut berubah; lihat *biaya*.
template-category = { $category ->
    [marketing] promosi
    [utility] layanan
   *[other] lain
}
template-what-reply = balasan
template-what-notice = kabar baru
template-what-release = rilis
template-what-invitation = undangan liputan
template-what-announcement = pengumuman
template-what-reminder = pengingat
template-what-digest = ringkasan
desk-nothing-waits = ✅ Semua kabar untuk Anda sudah ada di atas.
