# Jawaban API meja coba
sandbox-foreign = Meja coba hanya melayani komputer ini. Buka alamat yang tercetak saat program dimulai.
sandbox-no-page = Tidak ada apa-apa di alamat ini. Mulailah dari /sandbox/.
sandbox-no-method = Alamat ini tidak menerima cara itu. Gunakan { $methods }.
sandbox-no-person = Tidak ada orang bernomor { $id } di meja ini. Daftarnya ada di /sandbox/api/people.
sandbox-no-file = Berkas itu tidak ada. Ambil alamatnya dari percakapan.
sandbox-no-json = Isi permintaan harus objek JSON dengan { $fields }.
sandbox-no-form = Formulir tidak terbaca. Kirim multipart dengan isian text dan files.
sandbox-field = Isian { $name } tidak dikenal. Yang diterima: { $fields }.
sandbox-text = Isian text harus berupa teks.
sandbox-text-length = Teks terlalu panjang: { $length } karakter. Paling panjang { $limit }; kirim dalam beberapa bagian.
sandbox-nothing = Belum ada isinya. Tulis sesuatu atau lampirkan berkas.
sandbox-file-size = Berkas { $name } terlalu besar. Paling besar { $limit } MB.
sandbox-file-number = Terlalu banyak berkas. Paling banyak { $limit } sekali kirim.
sandbox-token = Isian token harus teks dari sebuah tombol, paling panjang { $limit } byte.
sandbox-seconds = Isian advance_seconds harus bilangan dari 0 sampai { $limit }.
sandbox-after = Nilai after harus bilangan bulat dari 0.
sandbox-body-size = Permintaan terlalu besar. Paling besar { $limit } kB.
