# Setelah layanan kami mati
outage-sorry = Rekan media, mohon maaf: layanan kami mati dari { $since } sampai { $until }.
outage-moved = Batas pengiriman link untuk { $code } jatuh di dalamnya, jadi kami geser menjadi { $deadline }.
outage-report = ⚠️ Layanan mati dari { $since } sampai { $until }. Batas link yang jatuh di dalamnya digeser, dan penerimanya diberi tahu:
outage-line = { $code }: dari { $was } menjadi { $deadline }
outage-nudge-missed = ⚠️ Pengingat batas link untuk { $code } tidak dikirim: ketika layanan menyala lagi, batasnya ({ $deadline }) sudah lewat.
