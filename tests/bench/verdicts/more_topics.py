"""More of what releases are about, and the sentences that articles have from elsewhere."""

from tests.bench.verdicts.topics import Topic

MORE: tuple[Topic, ...] = (
    Topic(
        "market",
        "Kepala Dinas Perdagangan",
        ((400, 3200), (8, 16), (12, 18)),
        (60, 480),
        (
            "Pasar Murah di {kec}, {n1} Paket Sembako Ludes",
            "{n1} Paket Sembako Murah Diserbu Warga {kec}",
            "Tekan Inflasi, Pasar Murah Digelar di {kec}",
        ),
        (
            "Pemerintah Kabupaten Teladan menggelar pasar murah dengan {n1} paket sembako di lapangan Kecamatan {kec}, {tgl}.",
            "Lapangan {kec} dipadati warga yang memburu {n1} paket sembako bersubsidi, {tgl}.",
            "Sebanyak {n1} paket kebutuhan pokok dijual miring di {kec}, {tgl}.",
        ),
        (
            (
                "Minyak goreng dijual {n3} ribu rupiah per liter, di bawah harga pasar.",
                "Harga minyak goreng dipatok {n3} ribu rupiah tiap liter atau lebih murah dari pasaran.",
            ),
            (
                "Kegiatan serupa dijadwalkan di {n2} kecamatan hingga akhir tahun.",
                "Sebelum tahun berganti, {n2} kecamatan lain akan kebagian giliran.",
            ),
            ("Subsidi sebesar {rp} diambil dari belanja tidak terduga.", "Dana tak terduga {rp} dialihkan sebagai subsidi."),
            ("Warga Desa {desa} diberi jalur khusus bagi lansia.", "Lansia dari Desa {desa} dilayani pada antrean tersendiri."),
        ),
        (
            ("Kami jaga agar harga tidak melonjak menjelang hari besar", "lonjakan harga menjelang hari raya sedang dicegah"),
            ("Satu keluarga satu paket supaya merata", "pembelian dibatasi sepaket tiap rumah tangga demi pemerataan"),
        ),
        ("Lumayan, selisihnya bisa untuk beli buku anak", "uang yang dihemat dipakai membeli buku"),
    ),
    Topic(
        "school",
        "Kepala Dinas Pendidikan",
        ((150, 1400), (6, 24), (20, 75)),
        (700, 4200),
        (
            "{n1} Siswa Kurang Mampu di {kec} Terima Beasiswa",
            "Beasiswa Daerah Cair untuk {n1} Pelajar",
            "Pelajar {kec} Dapat Beasiswa dari Pemkab",
        ),
        (
            "Sebanyak {n1} siswa kurang mampu menerima beasiswa daerah yang diserahkan di SMP Teladan, Kecamatan {kec}, {tgl}.",
            "Beasiswa dari kas daerah dibagikan kepada {n1} pelajar prasejahtera di {kec}, {tgl}.",
            "SMP Teladan menjadi tempat {n1} murid menerima bantuan pendidikan, {tgl}.",
        ),
        (
            (
                "Dana {rp} disalurkan langsung ke rekening siswa dari {n2} sekolah.",
                "Murid di {n2} sekolah menerima transfer dengan jumlah seluruhnya {rp}.",
            ),
            (
                "Penerima dipilih dari data terpadu dan kunjungan rumah oleh {n3} guru.",
                "Ada {n3} guru yang berkunjung ke rumah untuk mencocokkan data terpadu.",
            ),
            (
                "Sekolah di Desa {desa} mendapat tambahan laptop dan jaringan internet.",
                "Internet dan laptop turut dikirim ke sekolah di Desa {desa}.",
            ),
            (
                "Program berlanjut hingga siswa lulus sepanjang nilainya terjaga.",
                "Bantuan terus mengalir sampai kelulusan asalkan rapor tetap baik.",
            ),
        ),
        (
            (
                "Tidak boleh ada anak Teladan yang berhenti sekolah karena biaya",
                "putus sekolah akibat uang tidak boleh lagi terjadi",
            ),
            ("Uang ini untuk buku dan seragam, bukan untuk beli pulsa", "dana itu diingatkan hanya bagi perlengkapan belajar"),
        ),
        ("Saya ingin jadi guru dan kembali mengajar di desa", "cita-citanya mengajar di kampung sendiri"),
    ),
    Topic(
        "fire",
        "Komandan Satgas Karhutla",
        ((4, 46), (25, 140), (2, 9)),
        (90, 720),
        (
            "Satgas Padamkan Kebakaran {n1} Hektare Lahan Gambut di {kec}",
            "Kebakaran Gambut {n1} Hektare di {kec} Padam",
            "Api di {kec} Berhasil Dijinakkan",
        ),
        (
            "Satuan tugas berhasil memadamkan kebakaran lahan gambut seluas {n1} hektare di Kecamatan {kec}, {tgl}.",
            "Setelah berjibaku, petugas menjinakkan api yang melalap {n1} hektare gambut di {kec}, {tgl}.",
            "Asap di {kec} menipis usai kebakaran {n1} hektare dipadamkan, {tgl}.",
        ),
        (
            (
                "Sebanyak {n2} personel gabungan dikerahkan selama {n3} hari berturut-turut.",
                "Selama {n3} hari, {n2} anggota tim gabungan bekerja tanpa henti.",
            ),
            (
                "Sumber air terdekat berada di kanal Desa {desa} yang mulai mengering.",
                "Kanal di Desa {desa} sebagai pemasok air juga nyaris kering.",
            ),
            (
                "Helikopter pengebom air menjatuhkan air pada titik yang sulit dijangkau.",
                "Area yang tak tertembus darat disiram dari helikopter.",
            ),
            (
                "Pemerintah menyiapkan {rp} untuk sekat kanal dan sumur bor.",
                "Sumur bor serta sekat kanal akan dibuat memakai {rp}.",
            ),
        ),
        (
            ("Dugaan sementara api berasal dari pembukaan kebun", "pembersihan kebun disinyalir menjadi pemicu"),
            (
                "Kami tetap berjaga karena bara di bawah gambut belum tentu mati",
                "penjagaan diteruskan sebab bara gambut dapat menyala lagi",
            ),
        ),
        ("Dua malam kami tidak tidur karena asap masuk rumah", "asap membuat warga terjaga dua malam"),
    ),
    Topic(
        "festival",
        "Kepala Dinas Pariwisata",
        ((14, 60), (2000, 15000), (3, 7)),
        (150, 1100),
        (
            "Festival Perahu Hias {kec} Diikuti {n1} Peserta",
            "{n1} Perahu Hias Meriahkan Sungai di {kec}",
            "Meriah, Festival Perahu Hias di {kec}",
        ),
        (
            "Festival perahu hias yang diikuti {n1} peserta dibuka di dermaga Kecamatan {kec}, {tgl}.",
            "Dermaga {kec} semarak oleh {n1} perahu yang dihias warna-warni, {tgl}.",
            "Warga tumpah ruah menyaksikan {n1} perahu hias di {kec}, {tgl}.",
        ),
        (
            (
                "Panitia memperkirakan {n2} pengunjung datang selama {n3} hari acara.",
                "Dalam {n3} hari, penonton ditaksir mencapai {n2} orang.",
            ),
            ("Omzet pedagang kecil di sekitar dermaga mencapai {rp}.", "Pelaku usaha mikro di tepi dermaga meraup {rp}."),
            (
                "Juara pertama diraih perahu dari Desa {desa} yang mengangkat kisah panen.",
                "Kisah panen pada perahu Desa {desa} memikat juri dan keluar sebagai pemenang.",
            ),
            ("Rangkaian acara ditutup dengan lomba masak ikan sungai.", "Lomba memasak ikan menjadi acara penutup."),
        ),
        (
            ("Festival ini harus jadi agenda tetap karena mengangkat budaya sungai", "budaya sungai layak dirayakan saban tahun"),
            (
                "Sampah kami kumpulkan setiap malam supaya sungai tetap bersih",
                "pembersihan sampah dilakukan tiap malam demi sungai",
            ),
        ),
        ("Dagangan habis sebelum magrib, senang sekali", "jualan tandas sebelum matahari terbenam"),
    ),
)

# About the regency, the same in many releases and in many articles that have nothing to do with them.
ABOUT = (
    "Kabupaten Teladan adalah kabupaten di tepian Sungai Misal yang terdiri atas 18 kecamatan dan 327 desa serta kelurahan, "
    "dengan luas wilayah 19.023 kilometer persegi dan penduduk lebih dari 770 ribu jiwa. Dengan semangat Teladan Maju Bersama, "
    "pemerintah kabupaten berkomitmen menghadirkan pelayanan yang cepat, mudah dan terbuka bagi seluruh masyarakat."
)

# What journalists add of their own; it says nothing of any release.
COLOUR = (
    "Pantauan di lapangan, warga sudah berdatangan sejak pagi.",
    "Cuaca cerah mengiringi kegiatan tersebut hingga sore hari.",
    "Sejumlah warga tampak mengabadikan momen itu dengan telepon genggam.",
    "Hal serupa pernah disampaikan berbagai pihak dalam beberapa kesempatan.",
    "Hingga berita ini diturunkan, suasana di lokasi berlangsung tertib.",
    "Media ini mencoba menggali tanggapan dari tokoh masyarakat setempat.",
    "Persoalan ini telah lama menjadi perbincangan di warung kopi.",
)

# Stories of an outlet's own, with blanks for names and numbers.
STORIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Polisi Tangkap Pencuri Motor di {kec}",
        (
            "Polsek {kec} menangkap seorang pria berinisial AB ({n1}) yang diduga mencuri {n2} sepeda motor, {tgl}.",
            "Pelaku dibekuk di rumah kontrakan tanpa perlawanan setelah polisi memeriksa rekaman kamera.",
            "Barang bukti berupa kunci leter T dan {n2} unit motor disita petugas.",
            "Tersangka dijerat pasal pencurian dengan pemberatan dan terancam tujuh tahun penjara.",
            "Kapolsek mengimbau pemilik kendaraan memasang kunci ganda.",
        ),
    ),
    (
        "Persates Menang {n3}-0 atas Tamunya",
        (
            "Kesebelasan Persates menang telak {n3}-0 dalam laga kandang di Stadion Andalas Misal, {tgl}.",
            "Gol pembuka lahir pada menit ke-{n1} lewat sundulan penyerang muda {warga}.",
            "Pelatih memuji disiplin lini belakang sepanjang babak kedua.",
            "Kemenangan itu membawa tim naik ke peringkat {n2} klasemen sementara.",
            "Pekan depan mereka bertandang ke kota tetangga.",
        ),
    ),
    (
        "Harga Cabai di Pasar {kec} Tembus {n1} Ribu",
        (
            "Harga cabai merah di Pasar {kec} menyentuh {n1} ribu rupiah per kilogram, {tgl}.",
            "Pedagang bernama {warga} mengaku pasokan dari luar provinsi tersendat.",
            "Pembeli mengurangi belanja dan beralih ke cabai kering.",
            "Dalam sehari ia hanya mampu menjual {n2} kilogram.",
            "Warga berharap harga kembali normal sebelum akhir bulan.",
        ),
    ),
    (
        "Truk Terguling di Tanjakan {desa}, Lalu Lintas Macet",
        (
            "Sebuah truk bermuatan pasir terguling di tanjakan {desa}, {kec}, {tgl}.",
            "Sopir bernama {warga} selamat dan hanya mengalami luka ringan.",
            "Kemacetan mengular sampai {n1} kilometer selama {n2} jam.",
            "Saksi menyebut rem kendaraan tidak berfungsi sebelum kejadian.",
            "Petugas mengevakuasi truk dengan derek dari perusahaan tambang.",
        ),
    ),
    (
        "Kisah {warga}, Perajin Anyaman yang Bertahan",
        (
            "Di teras rumahnya di {desa}, {warga} ({n1}) tekun menganyam purun sejak fajar.",
            "Sudah {n2} tahun ia menekuni kerajinan yang diwariskan ibunya.",
            "Sebuah tikar butuh tiga hari dan dijual kepada pengepul.",
            "Anak-anaknya memilih merantau ke kota untuk bekerja di pabrik.",
            "Ia berharap ada generasi muda yang mau belajar menganyam.",
        ),
    ),
    (
        "Warga {desa} Keluhkan Tiang Listrik Miring",
        (
            "Warga Desa {desa} mengeluhkan {n2} tiang listrik yang miring di tepi jalan, {tgl}.",
            "Tiang itu condong sejak angin kencang bulan lalu.",
            "Ketua RT {warga} sudah dua kali melapor tanpa tindak lanjut.",
            "Petugas jaringan berjanji menurunkan tim pada pekan ini.",
            "Anak-anak dilarang bermain di dekat kabel yang kendur.",
        ),
    ),
)
