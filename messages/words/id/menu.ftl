# Menu perintah: kata yang diketik, dan kegunaannya
menu-help = Yang bisa Anda lakukan di sini
    .word = bantuan
