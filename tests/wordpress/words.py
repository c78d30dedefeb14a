"""The words of the invented portal: its towns are real, its villages, people, subjects and events are not."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Subject:
    """What an article is about: `name` as it stands within a sentence, `tags` as an editor would enter them."""

    name: str
    category: str
    office: str
    tags: tuple[str, ...]


SUBJECTS = (
    Subject("jembatan gantung", "Infrastruktur", "Dinas Pekerjaan Umum", ("jembatan", "pekerjaan umum")),
    Subject("jalan poros desa", "Infrastruktur", "Dinas Pekerjaan Umum", ("jalan rusak", "pekerjaan umum")),
    Subject("lampu penerangan jalan", "Infrastruktur", "Dinas Perhubungan", ("penerangan jalan", "listrik")),
    Subject("dermaga rakyat", "Infrastruktur", "Dinas Perhubungan", ("dermaga", "transportasi sungai")),
    Subject("jaringan air bersih", "Infrastruktur", "Perumda Air Minum", ("air bersih", "pipa")),
    Subject("tanggul sungai", "Lingkungan", "Badan Penanggulangan Bencana", ("banjir", "tanggul")),
    Subject("hutan bakau", "Lingkungan", "Dinas Lingkungan Hidup", ("mangrove", "pesisir")),
    Subject("bank sampah", "Lingkungan", "Dinas Lingkungan Hidup", ("bank sampah", "kebersihan")),
    Subject("kebun bibit warga", "Lingkungan", "Dinas Lingkungan Hidup", ("penghijauan", "bibit")),
    Subject("embung pertanian", "Ekonomi", "Dinas Tanaman Pangan", ("pertanian", "embung")),
    Subject("pasar pagi", "Ekonomi", "Dinas Perdagangan", ("harga pangan", "pasar")),
    Subject("koperasi nelayan", "Ekonomi", "Dinas Koperasi dan UKM", ("koperasi", "nelayan")),
    Subject("tambak udang", "Ekonomi", "Dinas Kelautan dan Perikanan", ("perikanan", "udang")),
    Subject("kebun lada", "Ekonomi", "Dinas Perkebunan", ("lada", "perkebunan")),
    Subject("sentra amplang", "Ekonomi", "Dinas Koperasi dan UKM", ("kuliner", "umkm")),
    Subject("pelatihan pelaku usaha kecil", "Ekonomi", "Dinas Koperasi dan UKM", ("pelatihan", "umkm")),
    Subject("puskesmas pembantu", "Kesehatan", "Dinas Kesehatan", ("layanan kesehatan", "puskesmas")),
    Subject("posyandu keliling", "Kesehatan", "Dinas Kesehatan", ("posyandu", "stunting")),
    Subject("imunisasi anak sekolah", "Kesehatan", "Dinas Kesehatan", ("imunisasi", "pelajar")),
    Subject("penanganan demam berdarah", "Kesehatan", "Dinas Kesehatan", ("demam berdarah", "kesehatan")),
    Subject("perpustakaan perahu", "Pendidikan", "Dinas Perpustakaan", ("literasi", "perpustakaan")),
    Subject("sekolah satu atap", "Pendidikan", "Dinas Pendidikan", ("guru", "sekolah")),
    Subject("beasiswa daerah", "Pendidikan", "Dinas Pendidikan", ("beasiswa", "mahasiswa")),
    Subject("kelas keterampilan las", "Pendidikan", "Dinas Tenaga Kerja", ("pelatihan", "tenaga kerja")),
    Subject("lomba perahu naga", "Olahraga", "Dinas Pemuda dan Olahraga", ("dayung", "lomba")),
    Subject("turnamen voli antarkampung", "Olahraga", "Dinas Pemuda dan Olahraga", ("turnamen", "voli")),
    Subject("pemusatan latihan silat", "Olahraga", "Dinas Pemuda dan Olahraga", ("atlet", "silat")),
    Subject("pesta panen", "Budaya", "Dinas Pariwisata", ("adat", "festival")),
    Subject("kampung tenun", "Budaya", "Dinas Pariwisata", ("tenun", "wisata")),
    Subject("pentas musik sampe", "Budaya", "Dinas Pariwisata", ("musik", "seni")),
    Subject("cagar rumah panjang", "Budaya", "Dinas Kebudayaan", ("adat", "cagar budaya")),
    Subject("raperda pajak daerah", "Pemerintahan", "Badan Pendapatan Daerah", ("dprd", "pajak")),
    Subject(
        "pemilihan kepala kampung", "Pemerintahan", "Dinas Pemberdayaan Masyarakat", ("kampung", "pilkades")
    ),
    Subject("layanan kependudukan malam", "Pemerintahan", "Dinas Kependudukan", ("ktp", "pelayanan publik")),
    Subject("bedah rumah", "Pemerintahan", "Dinas Perumahan", ("bantuan", "rumah layak huni")),
    Subject(
        "penyaluran dana kampung", "Pemerintahan", "Dinas Pemberdayaan Masyarakat", ("anggaran", "kampung")
    ),
    Subject(
        "pencurian kabel tembaga", "Hukum & Kriminal", "Satuan Reserse Kriminal", ("pencurian", "polisi")
    ),
    Subject("penipuan arisan daring", "Hukum & Kriminal", "Satuan Reserse Kriminal", ("penipuan", "polisi")),
    Subject("razia knalpot bising", "Hukum & Kriminal", "Satuan Lalu Lintas", ("lalu lintas", "razia")),
    Subject("sengketa lahan kebun", "Hukum & Kriminal", "Kantor Pertanahan", ("sawit", "sengketa lahan")),
)

ADVERTORIAL = "Advertorial"

CATEGORY_SLUGS = {ADVERTORIAL: "advertorial"} | {
    subject.category: subject.category.lower().replace(" & ", "-") for subject in SUBJECTS
}

TOWNS = (
    "Balikpapan",
    "Bontang",
    "Melak",
    "Penajam",
    "Samarinda",
    "Sangatta",
    "Sendawar",
    "Tanah Grogot",
    "Tanjung Redeb",
    "Tenggarong",
)

_VILLAGE_HEADS = (
    "Batu Kiham",
    "Gunung Lirik",
    "Kuala Sepiak",
    "Lebak Manau",
    "Loa Temiang",
    "Long Berenga",
    "Muara Tepuh",
    "Pulau Binuang",
    "Rantau Kelabat",
    "Sungai Palas",
    "Tanjung Serai",
    "Teluk Jangkat",
)
_VILLAGE_TAILS = ("Baru", "Dalam", "Hilir", "Hulu", "Ilir", "Lama", "Seberang", "Tengah", "Ulu")
VILLAGES = tuple(f"{head} {tail}" for head in _VILLAGE_HEADS for tail in _VILLAGE_TAILS)

FIRST_NAMES = (
    "Agustina",
    "Arbain",
    "Basran",
    "Dahlia",
    "Elok",
    "Fitri",
    "Gunarto",
    "Hairul",
    "Hendri",
    "Ipung",
    "Jamilah",
    "Kornelius",
    "Lisnawati",
    "Magdalena",
    "Marlina",
    "Nanang",
    "Norhayati",
    "Oktavianus",
    "Petrus",
    "Qomariah",
    "Rahmadani",
    "Ruslan",
    "Saparudin",
    "Sri Mulat",
    "Syahran",
    "Tarmiji",
    "Uray",
    "Veronika",
    "Wagimin",
    "Yohana",
    "Yulianti",
    "Zainal",
)
LAST_NAMES = (
    "Anyeq",
    "Barlian",
    "Bulan",
    "Daeng Patola",
    "Effendi",
    "Gamas",
    "Harjono",
    "Ibau",
    "Jalung",
    "Karim",
    "Lawing",
    "Mahmudi",
    "Ngau",
    "Pangkung",
    "Prasetio",
    "Rimbawan",
    "Sahrani",
    "Samudin",
    "Sembiring",
    "Supu",
    "Tingang",
    "Udau",
    "Wibisana",
    "Yusfik",
)

ROLES = (
    "Camat {place}",
    "Kepala Kampung {place}",
    "Ketua RT 07 {place}",
    "Ketua RT 12 {place}",
    "Ketua karang taruna {place}",
    "Sekretaris {office}",
    "Kepala {office}",
    "Kepala bidang di {office}",
    "Pendamping lapangan {office}",
    "Tokoh adat {place}",
    "Ketua kelompok perempuan {place}",
    "Anggota Komisi II DPRD {town}",
    "Anggota Komisi III DPRD {town}",
    "Peneliti kebijakan daerah di {town}",
)

SPEECH = ("kata", "ujar", "tutur", "ucap", "jelas", "terang", "papar", "sebut")

AUTHORS = (
    "Dewi Rantau",
    "Hasbi Tepian",
    "Imelda Sangkar",
    "Joko Lamandau",
    "Nursiah Bahari",
    "Redaksi",
    "Rizal Kelana",
    "Yosef Uring",
)

PHOTOGRAPHERS = ("Istimewa", "Hasbi Tepian", "Yosef Uring", "Dok. Diskominfo", "Imelda Sangkar")

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
