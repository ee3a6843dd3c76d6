# Menarik rilis yang sudah dikirim
recall-ask = Tarik { $code } — { $headline }? { $waiting } orang yang menunggu tidak jadi menerimanya; { $holders } orang yang memegangnya diberi tahu. Ketik alasannya (dibaca wartawan), atau *batal*.
recall-confirm = Tarik { $code } sekarang dengan alasan: { $reason }?
recall-button-yes = Ya, tarik
recall-asked = ⏳ Penarikan { $code } menunggu orang kedua: { $names }. Sementara itu tidak ada lagi yang dikirim.
recall-review = { $name } meminta { $code } ditarik: { $headline }. Alasan: { $reason }. Setuju?
recall-button-agree = Setujui tarik
recall-button-refuse = Jangan tarik
recall-told = ⚠️ { $code } ditarik oleh { $office }, { $at }.
recall-told-why = Alasan: { $reason }. Mohon isinya tidak dipakai lagi. Terima kasih atas pengertian Rekan media.
recall-done = ✅ { $code } ditarik oleh { $name }: { $cancelled } pesan dibatalkan, { $people } orang diberi tahu.
recall-dropped = { $code } tidak jadi ditarik, menurut { $name }.
recall-own = Penarikan { $code } Anda minta sendiri, jadi harus disetujui orang lain.
recall-no-second = ❌ { $code } belum bisa ditarik: tidak ada orang kedua yang boleh menyetujuinya. Untuk berhenti mengirim, ketik *hentikan*.
recall-gone = Permintaan itu sudah tidak berlaku. Ketik *tarik* dengan kode rilisnya.
