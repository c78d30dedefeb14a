"""The moulds that the invented portal's prose is cast in.

Slots: subject, place (a village), town, office, person, role and role_lower, other_place, said, number, small,
small_plus, share, money, month, day ("Senin (16/6/2025)"), earlier (a month of a past year).
"""

from __future__ import annotations

TITLES = (
    "{subject} di {place} Mulai Digarap, Warga Diminta Bersabar",
    "Warga {place} Menanti Kepastian {subject}",
    "{office} Tinjau {subject} di {place}",
    "Anggaran {subject} {place} Dipangkas Jadi {money}",
    "{place} Jadi Percontohan {subject} Tingkat Kabupaten",
    "Tiga Tahun Tertunda, {subject} {place} Akhirnya Berjalan",
    "“Jangan Cuma Janji,” Suara Warga {place} soal {subject}",
    "DPRD {town} Soroti {subject} di {place}",
    "{subject} {place} Ramai Dibicarakan, Ini Kata {office}",
    "Cara {place} Merawat {subject} Tanpa Dana Besar",
    "{number} Keluarga di {place} Rasakan Manfaat {subject}",
    "Mahasiswa {town} Turun ke {place}, Bantu {subject}",
    "Begini Nasib {subject} di {place} Setelah Musim Hujan",
    "{subject}: Yang Perlu Diketahui Warga {place}",
    "Sempat Ditolak, {subject} di {place} Kini Didukung",
    "{place} dan {town} Berbagi Tugas Urus {subject}",
)

OPENINGS = (
    "{office} memastikan {subject} di {place} dilanjutkan pada {month} setelah {number} hari terhenti, {day}.",
    "Sekitar {number} warga {place} mendatangi kantor {office} untuk menanyakan kelanjutan {subject}, {day}.",
    "Pembahasan mengenai {subject} di {place} menemui titik terang dalam rapat di {town}, {day}.",
    "Pemerintah kabupaten menyiapkan {money} untuk {subject} di {place}, kata {role} {person}, {day}.",
    "Hujan semalaman tidak menyurutkan {number} orang di {place} yang datang untuk melihat {subject}, {day}.",
    "{role} {person} meninjau {subject} di {place} dan menemukan {small} hal yang harus dibenahi, {day}.",
    "Perkara {subject} yang lama dikeluhkan di {place} akhirnya dibawa ke meja dewan di {town}, {day}.",
    "Dari {number} rumah di {place}, baru {small} yang tersentuh {subject} sampai {day}.",
    "Balai pertemuan {place} penuh sesak ketika {office} memaparkan rencana {subject}, {day}.",
    "Tim gabungan dari {town} menuntaskan pendataan {subject} di {place} lebih cepat {small} hari, {day}.",
)

STATEMENTS = (
    "{role} {person} menyebut pekerjaan sudah mencapai {share} persen dan ditargetkan rampung pada {month}.",
    "Menurut {person}, {role_lower}, kendala terbesar ada pada jalan masuk ke {place} yang putus di {small} titik.",
    "{role} {person} mengakui laporan dari {place} baru diterima pihaknya pada {earlier} lalu.",
    "{person} selaku {role_lower} meminta kontraktor memperbarui jadwal paling lambat {small} hari lagi.",
    "Kepada wartawan di {town}, {person} menolak anggapan bahwa {subject} hanya menguntungkan warga {place}.",
    "{role} {person} menjanjikan posko pengaduan di {place} yang buka sampai pukul {small} malam.",
    "Di hadapan peserta rapat, {person} menunjukkan peta {place} yang memuat {number} titik prioritas.",
    "{person} mengatakan {office} sudah dua kali bersurat ke {town} dan belum menerima balasan.",
    "Pendapat berbeda datang dari {person} yang menilai {place} lebih dulu memerlukan {small} petugas tetap.",
    "{role} {person} mengingatkan bahwa angka {share} persen itu belum memasukkan wilayah {other_place}.",
    "Bagi {person}, keberhasilan {subject} diukur dari berapa warga {place} yang tidak perlu lagi pergi ke {town}.",
    "{person} menambahkan, {small} warga {other_place} ikut bekerja dan dibayar harian.",
    "{role} {person} berharap {subject} tidak berhenti ketika pejabatnya berganti.",
    "Sampai {month}, kata {person}, {office} masih membuka masukan tertulis dari {place} dan {other_place}.",
)

QUOTES = (
    "“Kami di {place} cuma minta satu hal: kalau ditunda, sampaikan alasannya,” {said} {person}.",
    "“Dulu ke {town} perlu {small} jam, sekarang separuhnya,” {said} {person}, warga {place}.",
    "“Yang kami jaga bukan bangunannya, tetapi kebiasaan orang {place} bekerja bersama,” {said} {person}.",
    "“Anggaran {money} itu besar, jadi papan informasinya harus bisa dibaca siapa saja,” {said} {person}.",
    "“Anak saya {small} orang, semuanya merasakan {subject} ini,” {said} {person} dari {place}.",
    "“Silakan cek langsung ke {other_place}, jangan hanya percaya foto,” {said} {person} kepada rombongan {office}.",
    "“Pada {earlier} kami sudah rapat {small} kali, hasilnya baru kelihatan sekarang,” {said} {person}.",
    "“Saya tidak mau warga {place} dan {other_place} diadu soal {subject},” {said} {role_lower} {person}.",
    "“Kalau {share} persen itu benar, mestinya gang di belakang rumah saya sudah terang,” {said} {person} sambil tertawa.",
    "“Kami terbuka, datang saja ke kantor {office} di {town} pada jam kerja,” {said} {person}.",
)

BACKGROUND = (
    "Catatan {office} menunjukkan {number} permohonan serupa masuk dari {place} sejak {earlier}.",
    "Pada {earlier}, {subject} di {other_place} pernah dihentikan karena lahan seluas {small} hektare belum dibebaskan.",
    "Nilai {money} tersebut berasal dari bantuan keuangan provinsi dan swadaya warga {place}.",
    "Jarak {place} ke {town} sekitar {number} kilometer, sebagian masih berupa tanah merah yang licin.",
    "Di {other_place}, pola yang sama menekan biaya hingga {share} persen dalam setahun.",
    "Data terakhir menyebut {number} kepala keluarga di {place} dan {small} di {other_place} masuk daftar penerima.",
    "Sejak {earlier}, jumlah pengunjung di {place} naik dari {small} menjadi {number} orang sepekan.",
    "Rapat itu juga membahas {small} usulan dari {other_place}, antara lain soal batas kampung dan jadwal ronda.",
    "{town} sendiri baru menerapkan aturan tentang {subject} pada {earlier}, dengan masa uji {small} bulan.",
    "Warung di simpang {place} melaporkan omzet turun {share} persen selama jalan ditutup.",
    "Perahu penyeberangan dari {other_place} sementara beroperasi {small} kali sehari.",
    "Sebanyak {number} pelajar asal {place} masih menumpang di rumah kerabat di {town}.",
    "Kelompok tani {other_place} menyumbang {number} karung bahan untuk mempercepat {subject}.",
    "Dua musim lalu, tinggi air di {place} sempat mencapai {share} sentimeter di atas lantai rumah.",
    "Pengawas menemukan {small} sambungan yang tidak sesuai gambar di sisi {other_place}.",
    "Hampir {share} persen peserta dari {place} adalah perempuan berusia di bawah {small_plus} tahun.",
)

DAILY_LIFE = (
    "Di teras rumahnya di {place}, {person} menyimpan semua kuitansi {subject} dalam kaleng biskuit.",
    "{person}, pedagang sayur di {place}, mengaku bangun {small} menit lebih awal sejak aturan baru berlaku.",
    "Setiap Sabtu pagi, {person} mengajak {small} tetangganya di {place} membersihkan parit.",
    "Suara mesin ketinting terdengar dari arah {other_place} ketika {person} memulai sambutannya.",
    "{person} datang dari {other_place} dengan sepeda motor pinjaman dan membawa berkas {small} halaman.",
    "Anak-anak {place} menonton dari pagar, sebagian masih memakai seragam sekolah di {town}.",
    "{person} sudah {small_plus} tahun tinggal di {place} dan baru kali ini ikut rapat sampai selesai.",
    "Seusai acara, ibu-ibu {place} membagikan {number} bungkus nasi kuning kepada tamu dari {town}.",
    "Ketika listrik di {place} padam {small} menit, {person} meneruskan penjelasan dengan lampu senter.",
    "Papan tulis di balai {place} masih memuat coretan {person} tentang pembagian tugas {subject}.",
)

CLOSINGS = (
    "Hasil peninjauan akan disampaikan kepada warga {place} pada minggu kedua {month}.",
    "{office} menjadwalkan kunjungan berikutnya ke {other_place} pada {month}.",
    "Warga {place} sepakat bertemu lagi {small} hari mendatang untuk menagih janji {person}.",
    "Sampai berita ini ditulis, {office} belum menjawab pertanyaan tentang {subject} di {other_place}.",
    "Bila tidak ada aral, {subject} di {place} diresmikan bersamaan dengan hari jadi {town} pada {month}.",
    "Untuk sementara, warga {place} diminta melapor lewat {person} di nomor posko {small}{number}.",
)

HEADINGS = (
    "Suara dari {place}",
    "Hitungan untuk {place}",
    "Belajar dari {other_place}",
    "Tanggapan {person}",
    "Menunggu {month} di {place}",
    "Dari {town} ke {place}",
    "Mengapa {subject} penting bagi {place}",
    "Pekerjaan Rumah bagi {place}",
)

LIST_LEADS = (
    "Berikut catatan {person} tentang {subject} di {place}:",
    "Dalam rapat di {town}, {place} mengajukan {small} usulan, di antaranya:",
    "Tahapan yang disusun {office} untuk {place} adalah sebagai berikut:",
)

LIST_ITEMS = (
    "Pendataan {number} rumah di {place} bersama {person}",
    "Perbaikan {small} titik di sisi {other_place}",
    "Pembayaran tahap awal sebesar {money} untuk {place}",
    "Pelatihan {small} relawan dari {place} dan {other_place}",
    "Evaluasi di {town} setelah capaian {place} menyentuh {share} persen",
    "Penunjukan {person} sebagai penghubung warga {place}",
    "Pemasangan {small} papan informasi di jalan menuju {other_place}",
    "Laporan bulanan {person} kepada {office}",
)

CAPTIONS = (
    "{role} {person} saat meninjau {subject} di {place}.",
    "Warga {place} berkumpul di sekitar lokasi {subject}.",
    "Suasana {subject} di {place}, {day}.",
    "{person} menunjukkan berkas {subject} di {place}.",
)
