# Keputusan link yang menunggu petugas kedua
seconds-by = ⏳ { $by } mengusulkan: { $state }
seconds-own = ⏳ Anda mengusulkan: { $state }; menunggu petugas kedua
seconds-because = { $said }. Alasan: { $reason }
seconds-button-confirm = Setujui: { $state }
seconds-button-back = Tarik usulan
seconds-proposed = ⏳ Usulan untuk { $code } tersimpan: { $state }. Berlaku setelah disetujui petugas kedua.
seconds-nobody = ⚠️ Belum ada petugas lain yang boleh menyetujui. Minta admin mengundang satu (*undang*) atau mengubah *aturan*.
seconds-wanted = ⏳ { $number } keputusan link menunggu persetujuan petugas kedua.
seconds-other = Usulan untuk { $code } dari Anda sendiri, jadi petugas lain yang menyetujui.
seconds-dropped = Baik, usulan untuk { $code } ditarik. Link itu kembali menunggu.
seconds-empty = { $number } usulan Anda menunggu petugas kedua.
