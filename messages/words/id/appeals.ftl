# Keberatan rekan media atas keputusan tentang link, dan jawabannya
appeals-button = Ajukan keberatan
appeals-button-code = Keberatan { $code }
appeals-button-send = Kirim keberatan
appeals-button-drop = Tidak jadi
appeals-button-withdraw = Tarik keberatan
appeals-button-keep = Tetap ajukan
appeals-button-list = Keberatan
appeals-button-accept = Terima keberatan
appeals-button-refuse = Tolak keberatan
appeals-ground = Dasar: { $reference } (aturan versi { $version }, berlaku { $since }).
appeals-ground-first = Dasar: aturan versi { $version }.

appeals-which = Link mana yang menurut Anda keliru ditolak?
appeals-ask = Mengapa { $code } seharusnya diakui? Tulis alasan Anda; foto, berkas, atau link boleh ikut sebagai bukti.
appeals-few = ⚠️ Mohon tulis alasannya dengan kalimat singkat, misalnya *kegiatan baru selesai malam itu*.
appeals-long = ⚠️ Alasan itu terlalu panjang. Mohon dipersingkat, paling banyak 1.000 karakter.
appeals-many = ⚠️ Paling banyak 5 berkas. Selebihnya tidak diambil.
appeals-file = ⚠️ Berkas itu tidak dapat kami terima. Kirim foto atau dokumen, paling besar { $limit } MB.
appeals-changed = ⚠️ Keputusannya berganti sejak Anda menulis. Alasannya kini: { $reason }.
appeals-sure = Kirim keberatan atas { $code } ini?
appeals-words = “{ $words }”
appeals-files =
    { $number ->
        [0] Tanpa berkas.
       *[other] Bukti: { $number } berkas.
    }
appeals-more = Ketik atau kirim berkas untuk menambah.
appeals-due = Jawaban paling lambat { $due }.
appeals-who-other = Dijawab petugas lain, bukan yang memutuskan.
appeals-who-same = Petugas yang boleh memutuskan hanya satu, jadi ia sendiri yang menjawab; itu dicatat.
appeals-who-nobody = Petugas yang boleh menjawab sedang tidak ada; kantor kami minta menunjuk petugas lain.
appeals-sent = ✅ Keberatan atas { $code } kami terima.
appeals-dropped = Baik, keberatan tidak dikirim.
appeals-withdraw-sure = Tarik keberatan atas { $code }? Keberatan atas satu keputusan hanya bisa diajukan sekali.
appeals-withdrawn = Baik, keberatan atas { $code } ditarik. Keputusannya tetap.
appeals-withdraw-how = Sebutkan kodenya, misalnya *tarik keberatan L-12*.
appeals-none-open = Tidak ada keberatan Anda atas { $code } yang menunggu jawaban.
appeals-closed = Status { $code } sekarang: { $state }. Tidak ada yang perlu diajukan keberatan.
appeals-gone = Daftar link itu sudah tidak tersimpan. Mohon kirim ulang linknya.

appeals-own = Keberatan Anda
appeals-own-none = Belum ada keberatan dari Anda. Link yang ditolak punya tombol Ajukan keberatan, atau ketik *keberatan L-12*.
appeals-line = { $code } · { $state }
appeals-line-open = { $code } · { $state }, jawaban paling lambat { $due }
appeals-state-open = menunggu jawaban
appeals-state-accepted = diterima
appeals-state-refused = tidak diterima
appeals-state-withdrawn = ditarik
appeals-state-moot = selesai: keputusannya dibatalkan
appeals-stands = Keberatan atas { $code }: { $state }.
appeals-once = Keberatan atas satu keputusan hanya bisa diajukan sekali.
appeals-because = Alasan: { $reason }.
appeals-step-raised = { $when } · keberatan diajukan, jawaban paling lambat { $due }
appeals-step-ended = { $when } · keberatan { $state }

appeals-list =
    { $number ->
        [0] ✅ Tidak ada keberatan yang menunggu.
       *[other] { $number } keberatan menunggu
    }
appeals-item = { $code } · { $sender }, paling lambat { $due }
appeals-item-late = ⚠️ { $code } · { $sender }, lewat batas { $due }
appeals-item-own = { $line } (Anda yang memutuskan)
appeals-statistics = Dibatalkan lewat keberatan: { $overturned } dari { $answered } yang dijawab.
appeals-one = Keberatan atas { $code }
appeals-from = { $sender }, { $when }:
appeals-decided-by = Keputusan: { $state } oleh { $by }, { $when }. Alasan: { $reason }.
appeals-decided-rules = Keputusan: { $state } otomatis, { $when }. Alasan: { $reason }.
appeals-found = Terukur: { $found }.
appeals-yours = Anda yang memutuskan, jadi petugas lain yang menjawab. Bila keputusan Anda keliru, batalkan saja.
appeals-alone = ⚠️ Anda yang memutuskan, dan tidak ada petugas lain. Kantor mengizinkan Anda menjawab sendiri; itu dicatat dan diberitahukan.
appeals-nobody = ⚠️ Anda yang memutuskan, dan tidak ada petugas lain yang boleh menjawab. Admin dapat mengundang satu dengan *undang*; atau batalkan keputusan Anda bila keliru.
appeals-unfetched = Berkas masih diunduh. Tunggu sebentar, lalu buka lagi.
appeals-why = Mengapa keberatan atas { $code } tidak diterima? Ketik alasannya.
appeals-reason-sure = Kirim alasan ini kepada { $sender } untuk keberatan atas { $code }?
appeals-accepted = ✅ Keberatan atas { $code } diterima. { $code } kini diakui.
appeals-refused = ❌ Keberatan atas { $code } tidak diterima.
appeals-settled = Keberatan atas { $code } sudah { $state } { $when }.
appeals-settled-by = Keberatan atas { $code } sudah { $state } oleh { $by }, { $when }.

appeals-news = { $sender } mengajukan keberatan atas { $code }. Jawaban paling lambat { $due }.
appeals-news-nobody = ⚠️ Keberatan atas { $code } belum bisa dijawab: tidak ada petugas selain yang memutuskan. Admin dapat mengundang satu dengan *undang*.
appeals-told-accepted = ✅ Keberatan Anda atas { $code } diterima. { $code } kini diakui.
appeals-told-refused = ❌ Keberatan Anda atas { $code } tidak diterima. Alasan: { $reason }.
appeals-told-other = Dijawab petugas lain, bukan yang memutuskan.
appeals-told-same = Dijawab petugas yang sama, karena tidak ada petugas lain.
appeals-told-end = Bila masih keliru, hubungi { $contact } dengan menyebut kode link ini.
appeals-overturned = Keberatan atas { $code } diterima { $by }: keputusan Anda ({ $reason }) dibatalkan.
appeals-reminder = ⏳ Keberatan atas { $code } harus dijawab hari ini.
appeals-late = ⚠️ Keberatan atas { $code } belum dijawab sampai batasnya, { $due }.
appeals-late-own = ⚠️ Keberatan Anda atas { $code } belum dijawab sampai batasnya. Kami mohon maaf; admin kantor sudah diberi tahu, dan keberatan tetap akan dijawab.
