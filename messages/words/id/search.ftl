# *cari*: satu pencarian untuk semuanya
search-title = Hasil pencarian: { $asked }
search-releases = Rilis
search-invitations = Undangan
search-links = Link
search-questions = Pertanyaan
search-outlets = Media
search-people = Orang
search-rest = Masih ada { $count } lagi. Ketik *lagi*.
search-button-more = Lagi
search-how = Ketik yang dicari di belakangnya, misalnya *cari banjir* atau *cari link suara contoh*.
search-none = Tidak ada yang cocok dengan “{ $asked }”. Coba satu kata saja, atau sebagian judulnya.
search-no-more = Itu semuanya; tidak ada lagi.
