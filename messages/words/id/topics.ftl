# Topik rilis
topic-government = Pemerintahan
topic-infrastructure = Infrastruktur
topic-agriculture = Pertanian
topic-education = Pendidikan
topic-health = Kesehatan
topic-disaster = Kebencanaan
topic-law = Hukum
topic-sport = Olahraga
topic-line = Topik: { $topic }
topic-line-none = Topik: belum dipilih, jadi untuk semua.
topic-ask = Topik { $code }? Rekan media memilih topik yang mereka ikuti.
topic-unknown = ⚠️ Topik itu belum kami kenal.
topic-none = Tanpa topik
topic-button = Topik

# Langganan
subscription-title = Langganan Anda
subscription-mode = Cara: *{ $mode }*
subscription-direct = Langsung
subscription-digest = Ringkasan 2× sehari
subscription-invitations = Hanya undangan
subscription-hours = Ringkasan datang pukul 11.30 dan 16.30, bila ada isinya. Pengumuman singkat tetap langsung.
subscription-disaster-direct = Kebencanaan tetap langsung, apa pun pilihan lainnya.
subscription-disaster-digest = ⚠️ Kebencanaan ikut ringkasan, sesuai pilihan Anda.
subscription-disaster-never = ⚠️ Kebencanaan tidak dikirim, sesuai pilihan Anda.
subscription-how = Tekan topik untuk mengikuti atau melepasnya, atau ketik namanya.
subscription-unknown = ⚠️ Itu belum kami kenal. Ketik nama topik, *langsung*, *ringkasan*, *hanya undangan*, atau *selesai*.
subscription-done = ✅ Langganan tersimpan.
subscription-sure = Kebencanaan menyangkut keselamatan, jadi biasanya langsung. Tetap ubah?
subscription-keep-direct = Tetap langsung
subscription-never = Jangan kirim

# Mode hemat
plain-files = ({ $count } lampiran tidak ikut. Minta dengan *foto* dan kodenya.)
plain-choices = Ketik: { $choices }
plain-on = ✅ Mode hemat menyala: hanya teks, dipotong per paragraf. Pilihan cukup diketik angkanya. Ketik *hemat* sekali lagi untuk mematikan.
plain-off = ✅ Mode hemat mati: foto ikut lagi.
subscription-can = *langganan*: topik yang diikuti, dan langsung atau ringkasan
plain-can = *hemat*: hanya teks, untuk sinyal lemah
