# Biaya pesan WhatsApp
cost-title = Biaya WhatsApp { $month }
cost-marketing = Templat promosi: { $count }
cost-utility = Templat layanan: { $count }
cost-service = Balasan: { $count }
cost-none = Belum ada pesan yang ditagih bulan ini.
cost-free = { $count } balasan pertama tiap bulan gratis.
cost-spent = Perkiraan sampai hari ini { $spent }, sampai akhir bulan { $projected }.
cost-ceiling = Batas bulan ini { $ceiling }.
cost-estimate = Perkiraan dari harga yang diumumkan; tagihan Meta yang berlaku.
cost-near = ⚠️ Biaya WhatsApp sudah 80 % dari batas { $ceiling }.
cost-reached = ⚠️ Biaya WhatsApp sudah mencapai batas { $ceiling }. Templat ditahan sampai bulan berganti; yang menulis kepada kita tetap dibalas.
cost-ceiling-set = ✅ Batas biaya WhatsApp sekarang { $ceiling } per bulan. Pada 80 % Anda diberi tahu; setelah tercapai, templat ditahan.
cost-ceiling-none = ✅ Biaya WhatsApp tidak dibatasi lagi.
cost-not-yours = Batas biaya diatur oleh admin.
