"""What a regency's releases are about, each sentence in the office's own wording and in a journalist's.

Blanks are filled by `releases.py`. The first wording is the release's; those behind it say the same in other words.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Topic:
    """A kind of event. `numbers` are the ranges of {n1}, {n2}, {n3}; `money` is that of {rp} in millions of rupiah."""

    name: str
    office: str  # of whoever speaks
    numbers: tuple[tuple[int, int], ...]
    money: tuple[int, int]
    titles: tuple[str, ...]
    leads: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    quotes: tuple[tuple[str, str], ...]  # as it was said, and retold
    citizen: tuple[str, str]  # the same for somebody who is no official


TOPICS: tuple[Topic, ...] = (
    Topic(
        "flood",
        "Kepala BPBD",
        ((120, 900), (4, 15), (200, 2400)),
        (180, 950),
        (
            "Pemkab Salurkan Beras untuk {n1} KK Terdampak Banjir di {kec}",
            "Banjir {kec}, {n1} Keluarga Terima Bantuan Beras",
            "Ratusan Keluarga Korban Banjir {kec} Dibantu Beras",
        ),
        (
            (
                "Pemerintah Kabupaten Teladan menyalurkan bantuan beras kepada {n1} kepala "
                "keluarga terdampak banjir di Kecamatan {kec}, {tgl}."
            ),
            (
                "Sebanyak {n1} KK yang rumahnya terendam banjir di Kecamatan {kec} mendapat "
                "kiriman beras dari pemerintah daerah, {tgl}."
            ),
            "Bantuan beras akhirnya sampai ke tangan {n1} keluarga korban banjir di {kec}, {tgl}.",
        ),
        (
            (
                "Banjir merendam {n2} desa sejak tiga hari terakhir setelah hujan lebat membuat Sungai Misal meluap.",
                "Air Sungai Misal naik seusai hujan deras dan sudah tiga hari menggenangi {n2} desa.",
            ),
            (
                "Total beras yang dibagikan mencapai {n3} karung, ditambah mi instan, selimut dan obat-obatan senilai {rp}.",
                "Selain {n3} karung beras, warga juga menerima selimut, obat serta mi instan dengan nilai keseluruhan {rp}.",
            ),
            (
                "Ketinggian air di Desa {desa} masih sekitar 60 sentimeter sehingga penyaluran dilakukan dengan perahu karet.",
                "Petugas harus memakai perahu karet karena genangan di Desa {desa} belum surut dari 60 sentimeter.",
            ),
            (
                "Posko kesehatan dan dapur umum dibuka di halaman kantor camat selama masa tanggap darurat.",
                "Selama tanggap darurat, dapur umum serta posko kesehatan beroperasi di kantor camat.",
            ),
        ),
        (
            (
                "Stok kami cukup untuk dua pekan, kami utamakan lansia dan balita",
                "persediaan aman selama dua minggu dan yang didahulukan adalah anak kecil serta orang tua",
            ),
            (
                "Kami minta warga di bantaran sungai tetap waspada karena hujan diperkirakan masih turun",
                "penduduk tepi sungai diingatkan agar berjaga-jaga sebab hujan belum akan berhenti",
            ),
        ),
        (
            "Kami berharap jalan desa yang putus segera diperbaiki supaya anak-anak bisa sekolah lagi",
            "jalan desa yang terputus diminta lekas dibenahi agar murid dapat kembali belajar",
        ),
    ),
    Topic(
        "harvest",
        "Kepala Dinas Pertanian",
        ((40, 900), (5, 9), (12, 60)),
        (300, 2600),
        (
            "Bupati Panen Raya Padi {n1} Hektare di {kec}",
            "Panen Raya di {kec}, Produktivitas Capai {n2} Ton per Hektare",
            "Petani {kec} Panen {n1} Hektare Sawah",
        ),
        (
            (
                "Bupati Teladan bersama para petani melaksanakan panen raya padi di lahan "
                "seluas {n1} hektare di Desa {desa}, Kecamatan {kec}, {tgl}."
            ),
            "Hamparan sawah {n1} hektare di Desa {desa} dipanen serentak oleh petani dan Bupati Teladan, {tgl}.",
            "Petani Desa {desa}, {kec}, memanen {n1} hektare padi bersama kepala daerah, {tgl}.",
        ),
        (
            (
                (
                    "Hasil ubinan menunjukkan produktivitas rata-rata {n2} ton gabah kering panen "
                    "per hektare, naik dibanding musim sebelumnya."
                ),
                "Setiap hektare kini menghasilkan sekitar {n2} ton gabah kering panen, lebih tinggi daripada musim lalu.",
            ),
            (
                "Panen dikerjakan oleh {n3} kelompok tani dengan bantuan mesin pemanen dari pemerintah.",
                "Mesin panen bantuan negara dipakai bergantian oleh {n3} kelompok tani.",
            ),
            (
                "Tahun ini pemerintah menyiapkan {rp} untuk perbaikan saluran irigasi tersier.",
                "Untuk membenahi irigasi tersier, anggaran {rp} disediakan pada tahun berjalan.",
            ),
            (
                "Gabah petani akan diserap Bulog sesuai harga pembelian pemerintah.",
                "Bulog berjanji membeli gabah itu dengan harga yang ditetapkan pemerintah.",
            ),
        ),
        (
            (
                "Irigasi yang lancar membuat petani di sini bisa tanam tiga kali setahun",
                "dengan air yang terjaga, masa tanam dapat tiga kali dalam setahun",
            ),
            (
                "Kami kejar swasembada, jadi pupuk tidak boleh terlambat sampai ke petani",
                "pupuk wajib tiba tepat waktu karena target swasembada",
            ),
        ),
        (
            "Hama tikus musim ini berkurang, hasilnya jauh lebih bagus dari tahun lalu",
            "serangan tikus menurun sehingga panen kali ini lebih baik",
        ),
    ),
    Topic(
        "road",
        "Kepala Dinas PUPR",
        ((3, 28), (4, 9), (90, 240)),
        (1200, 18000),
        (
            "Perbaikan Jalan {desa}–{kec} Sepanjang {n1} Kilometer Dimulai",
            "Jalan Rusak {n1} Kilometer di {kec} Mulai Dicor",
            "Akhirnya, Jalan {desa} Diperbaiki",
        ),
        (
            "Pemerintah Kabupaten Teladan memulai perbaikan ruas jalan {desa}–{kec} sepanjang {n1} kilometer, {tgl}.",
            "Ruas {desa}–{kec} yang bertahun-tahun rusak sepanjang {n1} kilometer mulai dikerjakan, {tgl}.",
            "Alat berat mulai bekerja di jalan {desa} menuju {kec} sepanjang {n1} kilometer, {tgl}.",
        ),
        (
            (
                "Pekerjaan bernilai {rp} itu dibiayai dari anggaran daerah dan ditargetkan selesai dalam {n3} hari kalender.",
                "Proyek {rp} dari kas daerah tersebut diberi waktu {n3} hari kalender.",
            ),
            (
                "Jalan akan dibeton dengan lebar {n2} meter agar kuat dilalui truk hasil kebun.",
                "Supaya tahan truk pengangkut hasil kebun, badan jalan selebar {n2} meter itu dicor beton.",
            ),
            (
                "Selama pekerjaan berlangsung, arus kendaraan dialihkan melalui jalur Simpang Umpama.",
                "Pengendara sementara diarahkan lewat Simpang Umpama.",
            ),
            (
                "Kontraktor diwajibkan memasang rambu dan lampu di setiap titik galian.",
                "Rambu serta lampu harus ada di semua lubang galian, begitu syarat bagi pelaksana proyek.",
            ),
        ),
        (
            (
                "Kualitas beton kami uji setiap minggu, kalau tidak sesuai kami bongkar",
                "mutu cor diperiksa saban pekan dan yang tak memenuhi syarat akan dibongkar",
            ),
            (
                "Ruas ini urat nadi ekonomi warga, maka kami dahulukan",
                "jalur tersebut diprioritaskan sebab menopang ekonomi penduduk",
            ),
        ),
        (
            "Dulu bawa sawit ke pabrik bisa setengah hari, semoga nanti cukup satu jam",
            "perjalanan ke pabrik sawit yang biasanya setengah hari diharap tinggal sejam",
        ),
    ),
    Topic(
        "health",
        "Kepala Dinas Kesehatan",
        ((900, 9800), (60, 320), (11, 38)),
        (120, 900),
        (
            "{n1} Balita di {kec} Jadi Sasaran Imunisasi Serentak",
            "Imunisasi Serentak di {kec} Sasar {n1} Anak",
            "Dinkes Kebut Imunisasi {n1} Balita",
        ),
        (
            "Dinas Kesehatan Kabupaten Teladan menggelar imunisasi serentak bagi {n1} balita di Kecamatan {kec}, {tgl}.",
            "Sedikitnya {n1} anak di bawah lima tahun di {kec} mendapat suntikan vaksin secara serempak, {tgl}.",
            "Posyandu se-{kec} ramai oleh {n1} balita yang diimunisasi, {tgl}.",
        ),
        (
            (
                "Pelayanan dibuka di {n2} posyandu dan puskesmas pembantu hingga akhir pekan.",
                "Orang tua dapat datang ke {n2} posyandu atau pustu sampai akhir pekan.",
            ),
            (
                "Angka stunting di wilayah itu turun menjadi {n3} persen dari hasil pengukuran terakhir.",
                "Pengukuran terbaru mencatat stunting di sana tinggal {n3} persen.",
            ),
            (
                "Biaya operasional sebesar {rp} disiapkan untuk tenaga kesehatan dan kader.",
                "Kader bersama tenaga medis didukung dana operasional {rp}.",
            ),
            (
                "Bidan Desa {desa} mendatangi rumah warga yang tidak sempat hadir.",
                "Bagi yang berhalangan, bidan Desa {desa} menempuh kunjungan dari rumah ke rumah.",
            ),
        ),
        (
            (
                "Vaksin ini aman dan gratis, orang tua tidak perlu ragu",
                "ayah dan ibu diminta tidak cemas karena vaksin itu cuma-cuma serta aman",
            ),
            (
                "Target kami sembilan puluh lima persen, sekarang sudah lewat separuh",
                "capaian telah melampaui setengah dari sasaran sembilan puluh lima persen",
            ),
        ),
        (
            "Anak saya sempat demam tahun lalu, tapi bidan menjelaskan dengan sabar",
            "setelah mendapat penjelasan bidan, kekhawatiran soal demam pun hilang",
        ),
    ),
    Topic(
        "award",
        "Sekretaris Daerah",
        ((2, 9), (81, 98), (30, 110)),
        (500, 6400),
        (
            "Kabupaten Teladan Raih Penghargaan Pelayanan Publik ke-{n1} Kalinya",
            "Nilai {n2}, Teladan Terima Penghargaan Pelayanan Publik",
            "Pelayanan Publik Teladan Kembali Diganjar Penghargaan",
        ),
        (
            (
                "Pemerintah Kabupaten Teladan menerima penghargaan kepatuhan pelayanan publik "
                "dengan nilai {n2} dari lembaga pengawas, {tgl}."
            ),
            "Lembaga pengawas pelayanan memberi Kabupaten Teladan nilai {n2} dan sebuah penghargaan, {tgl}.",
            "Untuk ke-{n1} kalinya Teladan membawa pulang piala pelayanan publik, {tgl}.",
        ),
        (
            (
                "Penilaian dilakukan terhadap {n3} unit layanan, termasuk puskesmas di Kecamatan {kec}.",
                "Ada {n3} unit yang dinilai dan puskesmas {kec} termasuk di antaranya.",
            ),
            (
                "Penghargaan diterima di aula Gedung Misal dan disaksikan para kepala daerah.",
                "Aula Gedung Misal menjadi tempat penyerahan yang dihadiri sejumlah kepala daerah.",
            ),
            (
                "Tahun depan disiapkan {rp} untuk mal pelayanan yang baru.",
                "Mal pelayanan baru akan dibangun dengan dana {rp} pada tahun mendatang.",
            ),
            (
                "Warga kini dapat mengurus izin dari Desa {desa} melalui aplikasi.",
                "Lewat aplikasi, perizinan pun bisa diurus dari Desa {desa}.",
            ),
        ),
        (
            (
                "Piala ini bukan tujuan, yang penting antrean warga makin pendek",
                "penghargaan dianggap bonus sebab tujuannya memangkas antrean",
            ),
            ("Kami masih punya pekerjaan rumah di layanan kependudukan", "pelayanan kependudukan diakui belum sempurna"),
        ),
        ("Urus akta kelahiran sekarang setengah jam selesai", "akta lahir kini rampung dalam tiga puluh menit"),
    ),
    Topic(
        "budget",
        "Kepala BPKAD",
        ((18, 45), (3, 11), (52, 91)),
        (900000, 3400000),
        (
            "DPRD dan Pemkab Sepakati APBD {rp}",
            "APBD Teladan Disepakati, Belanja Modal {n1} Persen",
            "Rapat Paripurna Ketok APBD {rp}",
        ),
        (
            (
                "Pemerintah Kabupaten Teladan dan DPRD menyepakati rancangan APBD tahun depan "
                "sebesar {rp} dalam rapat paripurna, {tgl}."
            ),
            "Palu paripurna diketok: anggaran daerah tahun depan disetujui {rp}, {tgl}.",
            "Wakil rakyat menyetujui APBD {rp} yang diajukan kepala daerah, {tgl}.",
        ),
        (
            (
                "Belanja modal mendapat porsi {n1} persen, terutama untuk jalan dan sekolah di Kecamatan {kec}.",
                "Sekitar {n1} persen dipakai bagi belanja modal seperti sekolah dan jalan di {kec}.",
            ),
            (
                "Pendapatan asli daerah ditargetkan naik {n2} persen melalui perbaikan data pajak.",
                "Dengan data pajak yang dibenahi, PAD diharap tumbuh {n2} persen.",
            ),
            (
                "Serapan anggaran tahun berjalan tercatat {n3} persen hingga pertengahan bulan.",
                "Sampai pertengahan bulan, realisasi belanja berada pada {n3} persen.",
            ),
            (
                "Enam fraksi menyampaikan pendapat akhir dan meminta perhatian pada Desa {desa}.",
                "Dalam pendapat akhirnya, enam fraksi menyoroti Desa {desa}.",
            ),
        ),
        (
            ("Setiap rupiah harus terasa sampai ke desa", "manfaat anggaran mesti dirasakan hingga ke desa"),
            ("Kami tidak menambah pinjaman daerah tahun depan", "tak ada utang baru pada tahun mendatang"),
        ),
        ("Kami menunggu bukti, gedung sekolah kami atapnya masih bocor", "atap sekolah yang bocor masih menanti perbaikan"),
    ),
)
