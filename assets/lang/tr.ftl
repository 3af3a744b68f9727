# Arayüzün Türkçe metinleri. Olgular ve adlar buradan değil, verilerden gelir.
#
# Anahtarlar ve sıraları en.ftl ile aynıdır.

## Listeler, birimler, tarihler

list-and = { $first } ve { $last }
unit-km = { $number }{"\u00A0"}km
unit-km2 = { $number }{"\u00A0"}km²
unit-mm = { $number }{"\u00A0"}mm
unit-usd-bn = { $number }{"\u00A0"}milyar ABD doları
graticule-north = { $degrees }°K
graticule-south = { $degrees }°G
graticule-east = { $degrees }°D
graticule-west = { $degrees }°B
unit-north = { $number }° K
unit-south = { $number }° G
unit-east = { $number }° D
unit-west = { $number }° B
unit-tonnes = ton
unit-teu = TEU (20 fitlik konteyner)
unit-thousand = bin { $unit }
unit-million = milyon { $unit }
unit-million-people = milyon kişi
unit-usd-bn-alone = milyar ABD doları
date-month-1 = Ocak
date-month-2 = Şubat
date-month-3 = Mart
date-month-4 = Nisan
date-month-5 = Mayıs
date-month-6 = Haziran
date-month-7 = Temmuz
date-month-8 = Ağustos
date-month-9 = Eylül
date-month-10 = Ekim
date-month-11 = Kasım
date-month-12 = Aralık
date-month-short-1 = Oca
date-month-short-2 = Şub
date-month-short-3 = Mar
date-month-short-4 = Nis
date-month-short-5 = May
date-month-short-6 = Haz
date-month-short-7 = Tem
date-month-short-8 = Ağu
date-month-short-9 = Eyl
date-month-short-10 = Eki
date-month-short-11 = Kas
date-month-short-12 = Ara

## Kinds of things

kind-state = Devlet
kind-institution = Kurum
kind-corridor = Koridor
kind-segment = Kesim
kind-node = Koridor noktası
kind-event = Olay
kind-measure = Gümrük uygulaması
kind-source = Kaynak
kinds-state = Devletler
kinds-institution = Kurumlar
kinds-corridor = Koridorlar
kinds-segment = Kesimler
kinds-node = Koridor noktaları
kinds-event = Olaylar
kinds-measure = Gümrük uygulamaları
kinds-source = Kaynaklar

## Standing in the OTS

status-founding = Kurucu üye
status-member = Üye
status-observer = Gözlemci devlet
status-observer-entity = Gözlemci (“entity” statüsünde)
status-observer-organisation = Gözlemci örgüt

## Roles in institutions

role-member = Üye
role-observer = Gözlemci
role-signatory = İmzacı
role-universities = Üniversiteleriyle katılıyor
role-draft = Taslağın tarafı
role-host = Ev sahibi
role-acceding = Katılımı duyuruldu
role-none = Kayıt bulunamadı

## Kinds of institutions

institution-organisation = Teşkilatın kendisi
institution-organ = TDT organı
institution-meeting = Düzenli toplantı
institution-related = İlişkili kuruluş
institution-affiliated = Bağlı kuruluş
institution-union = Birlik veya çatı kuruluş
institution-fund = Fon
institution-council = Konsey veya komite
institution-office = Ofis, merkez veya enstitü
institution-programme = Ağ veya program
institution-agreement = Anlaşma veya belge
institution-planned = Planlanan
institution-proposed = Önerilen
institution-not-found = Bulunamadı

## Modes, state of segments, bases of lengths, kinds of nodes

mode-rail = Demir yolu
mode-road = Kara yolu
mode-ferry = Feribot
mode-container-ship = Konteyner gemisi
mode-sea = Deniz geçişleri
segment-operational = İşletmede
segment-under-construction = Yapım aşamasında
segment-planned = Planlanıyor
segment-suspended = Askıda
segment-assumed = İşletmede sayılıyor
basis-official = Resmî
basis-published = Yayımlanmış
basis-derived = Türetilmiş
basis-computed = Hesaplanmış
basis-memory = Genel bilgi
node-seaport = Deniz limanı
node-ferry-terminal = Feribot terminali
node-border-station = Kuru liman veya sınır istasyonu
node-hub = Başkent veya merkez
node-junction = Demir yolu kavşağı

## Kinds of events

event-turkic-speaking-summit = Türk Dili Konuşan Ülkeler zirvesi
event-formal-summit = Zirve
event-informal-summit = Gayriresmî zirve
event-extraordinary-summit = Olağanüstü zirve
event-heads-of-government = Hükûmet başkanları
event-ministerial = Bakanlar toplantısı
event-institution = Kurumlar
event-membership = Üyelik
event-treaty = Antlaşma
event-related = TDT dışında

## Areas of cooperation

area-economy = Ekonomi
area-trade = Ticaret
area-investment = Yatırım
area-transport = Ulaştırma
area-digitalisation = Dijitalleşme
area-energy = Enerji
area-agriculture = Tarım
area-customs = Gümrük
area-science = Bilim, araştırma ve eğitim

## Evidence

confidence-high = yüksek
confidence-medium = orta
confidence-low = düşük
confidence-high-long = Yüksek güven: resmî kaynak veya iki bağımsız kaynak
confidence-medium-long = Orta güven: tek bir sağlam kaynak
confidence-low-long = Düşük güven: doğrulanmamış
source-official = Resmî
source-law = Kanun veya antlaşma
source-dataset = Veri seti
source-news = Basın
source-encyclopedia = Ansiklopedi
source-seed = Atlasın çıkış belgesi
source-memory = Kaynağa bakılmamış genel bilgi
source-memory-long = Editörlerin kaynağa bakılmamış genel bilgisi
source-other = Diğer
source-reliability = güvenilirlik { $word }
word-not-found = bulunamadı
word-date-not-found = tarih bulunamadı
word-unconfirmed = doğrulanmamış
word-planned = planlanıyor
word-estimate = tahmin
word-source = Kaynak
word-yes = evet
word-no = hayır
tone-caution = Dikkat
tone-uncertain = Belirsiz
tone-disagreement = Kaynaklar farklı

## Layers

layer-corridors = Koridor hatları
layer-seats = Başkentler ve merkezler
layer-cities = Şehirler
layer-nodes = Limanlar ve ray açıklığı geçişleri
layer-water = Göller ve nehirler
layer-labels = Adlar
layer-graticule = Enlem ve boylam ağı

## Themes

theme-light = Açık
theme-dark = Koyu
theme-print = Baskı
theme-greyscale = Gri tonlama

## İzdüşümler

projection-albers = Albers, eş alanlı
projection-lambert = Lambert, açı koruyan
projection-azimuthal = Azimutal, eş alanlı

## Pages about things (story)

# Time and dates
story-since = { $from } tarihinden beri
story-until = { $to } tarihine kadar
story-by = { $date } itibarıyla, başlangıcı bulunamadı
story-from-to = { $from } – { $to }
story-planned-date = planlanıyor, { $date }
story-dated = Tarihi: { $date }
story-dated-as = Tarihi: { $date }, { $what }
story-coarse-date = Kaynaklardaki tarih, seçilen güne göre kesin konuşmak için yeterince ayrıntılı değil
story-later-than-as-of = Seçilen tarihten sonra
story-not-yet = Seçilen tarihten sonra
story-planned-no-result = Planlanan tarihi geçti; gerçekleşip gerçekleşmediği bulunamadı
story-and-later = { $count }, seçilen tarihten sonra { $later }

# Notices and remarks
story-caution = Bu sayfayla birlikte okunmalı
story-uncertain = Kesin olarak bilinmeyenler
story-handling = Atlastaki uygulama: { $text }
story-remarks = Açıklamalar

# States
story-subject = { $name }
story-status = Statü
story-confirmed = Statü, { $date } tarihli bir kaynakla doğrulandı
story-no-status = Bu tarihte { $org } içinde statüsü yok
story-status-later = { $status }: { $date } tarihinden beri
story-capital = Başkent
story-currency = Para birimi
story-languages = Resmî diller
story-endonym = Adlar
story-population = Nüfus
story-area = Yüz ölçümü
story-gdp = GSYH, nominal
story-other-figures = Diğer seriler
story-members-together = Üyeler birlikte
story-all-together = Üyeler ve gözlemciler birlikte
story-other-figure = { $label }: { $value } ({ $series })
story-roles = Kurumlardaki rolü
story-member-in = { $total } kurumun { $count } tanesinde, { $members } tanesinde üye
story-hosts = ev sahibi
story-lines-on-soil = Topraklarındaki koridor hatları
story-border-segments = Sınır aşan kesimler burada tam uzunluklarıyla sayılır.
story-history = Adımlar
story-in-the-chair = TDT dönem başkanlığı
story-events-on-soil = Topraklarındaki olaylar
story-events-about = İlgili olaylar
story-groups = Diğer gruplar

# Institutions
story-founded = Kuruluş
story-founded-on = Kuruluş: { $date }
story-signed-on = İmza: { $date }
story-founding-not-found = Kuruluş tarihi bulunamadı
story-not-known-to-work = Çalışmaya başladığı bilinmiyor
story-in-seed = Atlasın çıkış belgesinde adı geçiyor
story-seed-identification = Çıkış belgesinde adı geçiyor, kesin olarak belirlenemedi
story-seat = Merkez
story-areas = İş birliği alanları
story-mandate = Görevi
story-instrument = Belgeler ve tarihler
story-participants = Katılanlar
story-members-observers = { $members } üye, { $observers } gözlemci{ $organisations ->
   [0] {""}
  *[other] {" "}ve { $organisations } gözlemci kuruluş
}
story-signatories = { $count } imzacı
story-in-office = Görevdekiler

# Corridors, segments, places
story-lines = Hatlar
story-segments = Kesimler
story-segments-in = Kesimler: { $country }
story-segments-across = Sınır aşan kesimler
story-sea-legs = Deniz geçişleri
story-segments-length = { $count } kesim, { $length }
story-of-which-sea = Bunun { $count } kesimi deniz geçişi, { $length }
story-sum-of-branches = Atlastaki bütün kolların toplamı; tek bir yolculuğun uzunluğu değil
story-no-segments = Atlasta kesimi yok
story-segment-detail = { $mode }, { $status }, uzunluk: { $basis }
story-at-least = ≥ { $length }
story-about = yaklaşık { $length }
story-length-published = Yayımlanmış
story-length-derived = Türetilmiş
story-length-estimated = Hesaplanmış veya genel bilgi
story-length-as-published = Yayımlanan uzunluk
story-transit = Yayımlanan geçiş süresi
story-takes-part = Katılanlar, kaynaktaki gibi
story-from = Başlangıç
story-to = Bitiş
story-length = Uzunluk
story-length-basis = Uzunluğun dayanağı
story-drawn-length = Çizilen hattın uzunluğu
story-length-is-computed = Uzunluk, çizilen hat boyunca hesaplanmıştır. Alt sınırdır: demir ve kara yolları daha uzundur.
story-length-is-recalled = Uzunluk, kaynağa bakılmamış genel bilgidir; doğrulanmamıştır.
story-evidence-of = Kanıt tarihi: { $date }
story-service-not-checked = Hizmette olup olmadığına bakılmadı
story-evidence-as-printed = Kanıt: { $words }
story-status-remark = { $segments }: { $words }
story-status-evidence = Yapım veya işletme durumu için güzergâh tablosundaki not: { $words }
story-length-check = Uzunluk ile çizilen hat farklıdır: { $text }
story-shorter = Uzunluk kuş uçuşu mesafeden kısadır: { $text }
story-building-of-edition = Yapım ve işletme durumu, seçilen tarihe değil { $date } tarihli baskıya aittir.
story-gauge = Ray açıklığı
story-both-gauges = 1520 ve 1435 mm
story-electrified = Elektrifikasyon
story-tracks = Hat sayısı
story-operator = İşletici
story-opened = Açılış
story-bottleneck = Darboğazlar ve notlar
story-crossing = Sınır geçişi
story-belongs-to = Ait olduğu koridorlar
story-neighbours = Birleştiği kesimler
story-gauge-break = Ray açıklığı değişimi: boji değiştirilir veya yük aktarılır
story-gauge-break-planned = Planlanan ray açıklığı değişimi: burada henüz hizmette olan hat yok
story-country = Ülke
story-position = Konum
story-position-from = Konumun kaynağı

# Figures and charts
story-chart-title = { $subject }, { $unit }
story-reading = { $year }: { $value } { $unit } ({ $basis })
story-basis = Raporlama esası: { $basis }.
story-basis-short = raporlama esası { $basis }
story-change-below = { $last }, { $before } yılının % { $percent } altında.
story-change-above = { $last }, { $before } yılının % { $percent } üstünde.
story-figures = Diğer veriler, her biri kendi esasıyla
story-figures-ahead = Hedefler ve öngörüler
story-no-figure = Veri bulunamadı, { $unit }

# Events, measures, sources
story-decision = Alınan kararlar
story-happened = Ne oldu
story-intended = Ne planlanıyor
story-place = Yer
story-number = Serideki sırası
story-chair = TDT dönem başkanı
story-took-part = Katılanlar
story-subjects = Konusu
story-before-and-after = Önceki ve sonraki
story-milestones = Tarihler ve aşamalar
story-under = Yürüten
story-publisher = Yayımlayan
story-published = Yayım tarihi
story-accessed = Arşiv kopyasına erişim
story-address = Adres
story-cited-by = Atlasın { $count } sayfası buna dayanıyor

# Details of institutions and states, by their label in the facts
detail-website = İnternet sitesi
detail-status = Durum
detail-head = Başkanı
detail-chair = Dönem başkanı
detail-kind-source = Türünün dayanağı
detail-renamed = Ad değişikliği
detail-latest = Son gelişme
detail-in-force = Yürürlük
detail-working-languages = Çalışma dilleri
detail-membership-rule = Üyelik koşulu
detail-chair-rule = Dönem başkanlığı kuralı
detail-rhythm = Sıklık
detail-term-rule = Görev süresi
detail-next = Sıradaki
detail-change-2025 = 2025’teki değişiklik
detail-capital = Sermaye
detail-leader = Lider
detail-ots-role = TDT’deki rolü
detail-members = Üyeler
detail-seat = Merkez

## The search

search-placeholder = Atlasta ara
search-nothing = “{ $query }” için sonuç bulunamadı
search-near = “{ $query }” için sonuç bulunamadı. Şunu mu demek istediniz:

## Panels (ui)

ui-symbol-member = Üye
ui-symbol-observer = Gözlemci
ui-symbol-entity = Kuzey Kıbrıs
ui-symbol-organisation = Örgüt
ui-symbol-participant = Başka biçimde katılıyor
ui-symbol-nothing = Bulunamadı
ui-symbol-institution = Kurum
ui-symbol-rail = Demir yolu
ui-symbol-road = Kara yolu
ui-symbol-sea = Deniz bölümü
ui-symbol-corridor = Koridor
ui-symbol-port = Liman
ui-symbol-node = Koridor üzerindeki yer
ui-symbol-gauge-break = Ray açıklığı değişimi
ui-symbol-event = Olay
ui-symbol-measure = Gümrük uygulaması
ui-symbol-source = Kaynak
ui-close = Kapat
ui-menu = Menü
ui-all = Bütün TDT
ui-as-of = { $date } itibarıyla
ui-as-of-info = Üyelikler ve olaylar bu güne göre gösterilir. Her bilgi ayrıca kanıtının tarihini taşır.
ui-to-dark = Koyu tema
ui-to-light = Açık tema
ui-export = Dışa aktar
ui-language = Dil: { $name }
ui-rail = İçindekiler
ui-members-and-observers = Üyeler ve gözlemciler
ui-states-count = { $members } üye, { $observers } gözlemci
ui-more = { $count } tane daha
ui-some-of = { $some } / { $all }
ui-fewer = Daha az göster
ui-layers-on = { $all } katmandan { $on } açık
ui-area = Alan
ui-area-all = Bütün alanlar
ui-area-none = Bu iş birliği alanında kayıt yok.
ui-note = not
ui-organisation-row = { $name }, gözlemci kuruluş
ui-entity-row = Kuzey Kıbrıs (KKTC)
ui-search-keys = ↑ ↓ seçer, Enter açar, Esc kapatır
ui-search-start = Herhangi bir dildeki adını yazın: devlet, kurum, koridor, yer, olay.
ui-palette-hint = Ne yapmak istediğinizi yazın
ui-palette-none = Bu adda komut yok.
ui-export-title = Resmi dışa aktar
ui-export-size = Boyut
ui-export-window = Pencere
ui-export-custom = Özel
ui-export-path = Dosya
ui-export-path-hint = Resimler klasöründe yeni bir ad
ui-export-same = Resim, boyutuna göre yeniden düzenlenir; başlık, gösterim, kaynaklar ve notlar üzerindedir.
ui-cancel = Vazgeç
ui-help-title = Tuşlar ve yardım
ui-help-mouse = Fare
ui-help-wheel = İmlecin yerinde yakınlaştır
ui-help-wheel-key = Tekerlek
ui-help-drag = Haritayı taşı
ui-help-drag-key = Sürükle
ui-help-double = Yakınlaştır
ui-help-double-key = Çift tıkla
ui-help-click = Hakkında bilgi ver
ui-help-click-key = Tıkla
ui-help-keyboard = Gez ve aç
ui-help-tab = Sonraki öge
ui-help-enter = Aç
ui-about = Hakkında
ui-about-version = OTS Atlas { $version }
ui-about-edition = Bilgilerin basımı: { $date }
ui-about-digest = Bilgilerin ve şekillerin özeti: { $digest }
ui-about-network = Bu programda ağ kodu yoktur. Bir adresi yalnızca siz tıkladığınızda ve yalnızca tarayıcınızda açar.
ui-about-licences = Kıyılar, alanlar ve göller: Natural Earth, kamu malı. Harfler: Inter, SIL Open Font License 1.1. Program: MIT ya da Apache 2.0.
ui-error = Hata
ui-dismiss = Kaldır
ui-job = { $label }, yüzde { $percent }
ui-inspector-close = Sayfayı kapat

## Canvas and inspector (ui-map, ui-page)

ui-map-zoom-in = Yakınlaştır
ui-map-zoom-out = Uzaklaştır
ui-map-home = TDT’nin tamamı
ui-map-gauge-break = Ray açıklığı değişimi
ui-map-gauge-break-planned = Planlanan ray açıklığı değişimi
ui-seat-unconfirmed = Doğrulanmamış: { $name }
ui-map-no-status = Bu tarihte { $org } içinde statüsü yok
ui-map-no-length = Uzunluk bulunamadı
ui-map-since = { $status }, { $date } tarihinden beri
ui-map-segment = { $mode }, { $status }
ui-map-length = { $km }, { $basis }
ui-map-seats = { $count ->
    [one] { $count } kuruluşun merkezi
   *[other] { $count } kuruluşun merkezi
}
ui-map-likely-seats = Doğrulanmamış veya planlanan merkez
ui-page-close = Sayfayı kapat
ui-page-reveal = Haritada göster
ui-page-unknown = Bu görünüm, atlasın bilmediği bir şeyi adlandırıyor.
ui-page-sources = Kaynaklar
ui-page-source = Kaynak { $number }: { $label }
ui-page-source-number = Kaynak { $number }
ui-page-browse = { $number } numaralı kaynağı tarayıcıda aç
ui-page-copy-address = Adresi kopyala
ui-page-more = { $count } tane daha
ui-page-fewer = Daha az göster
ui-page-show = göster

## Map and page (map)

## Commands: labels of menus, buttons and the palette (command)

command-menu-file = Dosya
command-menu-edit = Düzen
command-menu-go = Git
command-menu-help = Yardım
command-menu-map = Harita
command-menu-window = Yazı ve pencere
command-menu-layers = Katmanlar
command-menu-projection = İzdüşüm
command-menu-theme = Tema
command-menu-language = Dil
command-export = Resmi dışa aktar
command-open = Görünüm aç
command-copy-picture = Resmi kopyala
command-copy-caption = Altyazıyı ve kaynakları kopyala
command-quit = Çık
command-undo = Geri al
command-redo = Yinele
command-search = Atlasta ara
command-palette = Komut bul
command-back = Önceki sayfa
command-forward = Sonraki sayfa
command-escape = Kapat ya da temizle
command-help = Tuşlar ve yardım
command-zoom-in = Yakınlaştır
command-zoom-out = Uzaklaştır
command-home = Bütün TDT
command-fit-selection = Seçimi sığdır
command-pan-left = Sola git
command-pan-right = Sağa git
command-pan-up = Yukarı git
command-pan-down = Aşağı git
command-text-larger = Daha büyük yazı
command-text-smaller = Daha küçük yazı
command-text-normal = Olağan yazı
command-day-before = Önceki olaya dön
command-day-after = Sonraki olaya geç
command-day-edition = Sürümün tarihi itibarıyla
command-map-only = Yalnız harita
command-full-screen = Tam ekran

## Command line (cli)

## Sayfa: başlık, lejant, notlar

map-as-of = { $date } itibarıyla
map-number-word = { $n ->
    [0] hiç
    [1] bir
    [2] iki
    [3] üç
    [4] dört
    [5] beş
    [6] altı
    [7] yedi
    [8] sekiz
    [9] dokuz
   *[other] { $n }
}
map-title-counts = { $members-word } üye{ $organisations ->
    [0] {" "}ve
   *[other] ,
} { $observers-word } gözlemci{ $organisations ->
    [0] {""}
    [one] {" "}ve bir gözlemci kuruluş ({ $names })
   *[other] {" "}ve { $organisations } gözlemci kuruluş ({ $names })
}
map-title-members-only = Türk devletleri iş birliğinin { $members-word } üyesi
map-title-before = Türk devletleri iş birliğinin henüz üyesi yok
map-title-founding = { $name }, { $org } kurucu üyesi
map-title-member = { $name }, { $org } üyesi
map-title-observer = { $name }, { $org } gözlemcisi
map-title-entity = { $name }, TDT’de gözlemci (“entity” statüsünde)*
map-title-organisation = { $name }, TDT’de gözlemci kuruluş
map-title-no-standing = { $name }: bu tarihte { $org } içinde bir statüsü yok
map-subtitle-status = { $org }, statü { $asof }
map-subtitle-confirmed = Statünün son teyidi { $date }
map-subtitle-last = son teyit { $date }
map-subtitle-since = { $since } tarihinden beri, statü { $asof }{ $confirmed ->
    [none] {""}
   *[other] , son teyit { $confirmed }
}
map-subtitle-segments = { $n ->
   *[other] Topraklarında { $n } koridor kesimi
}
map-subtitle-roles = { $members ->
   *[other] { $members } üye
}, { $observers ->
    [0] gözlemci yok
   *[other] { $observers } gözlemci
}{ $organisations ->
    [0] {""}
   *[other] {" "}ve { $organisations } gözlemci kuruluş
}
map-subtitle-no-members = Katılımcılar: bulunamadı
map-subtitle-proposed = { $date } tarihli öneri, faaliyete geçtiği bilinmiyor
map-subtitle-proposed-undated = Öneri, faaliyete geçtiği bilinmiyor
map-subtitle-planned-body = Planlanıyor, tarihi { $date }, faaliyete geçtiği bilinmiyor
map-subtitle-planned-body-undated = Planlanıyor, faaliyete geçtiği bilinmiyor
map-subtitle-lines = { $n ->
   *[other] { $n } kesim
}: { $statuses }
map-subtitle-operational = { $n } hizmette
map-subtitle-assumed = { $n } hizmette sayılan
map-subtitle-building = { $n } yapım aşamasında
map-subtitle-planned = { $n } planlanan
map-subtitle-suspended = { $n } askıda
map-subtitle-newest = En yeni kanıt { $date }{ $undated ->
    [0] {""}
   *[other] , { $undated } kesimde tarihli kanıt yok
}
map-subtitle-event = { $where }. Harita { $asof }
map-source-note = Kuzey Kıbrıs notu: { $names }
map-source-lines = Güzergâh tablosu: { $documents } belgeden { $segments } kesim{ $newest ->
    [none] {""}
   *[other] , en yeni kanıt { $newest }
}
map-legend-member = Üye
map-legend-observer = Gözlemci
map-legend-entity = Kuzey Kıbrıs, nota bakınız
map-legend-takes-part = Katılıyor
map-legend-signed = İmzaladı
map-legend-observes = Gözlemci veya başka bir rolde
map-legend-aside = TDT, katılımı bulunamadı
map-legend-disputed = Sınırlandırılmamış veya ihtilaflı
map-legend-ceasefire = Ateşkes hattı
map-legend-operational = Hizmette
map-legend-operational-or-assumed = Hizmette veya öyle sayılan
map-legend-assumed = Hizmette sayılan
map-legend-construction = Yapım aşamasında
map-legend-planned = Planlanan
map-legend-suspended = Askıda
map-legend-unconfirmed = Doğrulanmamış
map-legend-sea = Deniz kesimi
map-legend-road = Kara yolu
map-legend-other = Diğer koridorlar
map-legend-port = Liman
map-legend-gauge = Ray açıklığı değişimi
map-legend-node = İstasyon veya sınır kapısı
map-legend-capital = Başkent
map-legend-seats = Merkezler (sayı)
map-legend-likely-seats = Doğrulanmamış merkezler
map-legend-event = Etkinliğin yeri
map-foot-sources = Kaynaklar
map-foot-boundaries = Sınırlar ve adlar
map-foot-picture = Bu resimde
map-foot-as-of = Adlar ve statüler { $asof }.
map-foot-parts = Katılanlar: { $text }.
map-foot-differ = Kaynaklar farklı: { $questions }
map-foot-differ-count = Kaynaklar { $count } noktada farklı; ilgili sayfa bunları anlatır.
map-foot-edition = OTS Atlas, sürüm { $edition }
map-foot-edition-code = OTS Atlas, sürüm { $edition }, görünüm { $code }
map-northern-cyprus-label = Kuzey Kıbrıs (KKTC)*
map-northern-cyprus-short = K. Kıbrıs (KKTC)*
map-inset-caucasus = Kafkasya
map-inset-cyprus = Kıbrıs

## Resimler: boyutlar, altyazılar, yeniden açma
ui-export-pixels = { $width } × { $height } piksel, yaklaşık { $megabytes } MB bellek
ui-export-typed = Piksel veya milimetre
ui-export-format = Biçim
ui-export-marked = Görünümü taşı ve kodunu bas; resim böylece yeniden açılabilir
ui-size-slide = Slayt 16:9
ui-size-slide-4k = Slayt 4K
ui-size-slide-4x3 = Slayt 4:3
ui-size-square = Kare
ui-size-a4 = A4
ui-size-a4-portrait = A4 dikey
ui-size-a3 = A3
ui-size-a3-portrait = A3 dikey
ui-open = Aç
ui-open-title = Görünüm aç
ui-open-what = Atlasın yaptığı bir PNG, SVG veya PDF ya da üzerinde basılı görünüm kodu. Ya da farkları görmek için bilgilerin başka bir sürümünün klasörü. Dosya ve klasörler pencereye de bırakılabilir.
ui-open-field = Resim, görünüm kodu veya klasör
ui-open-hint = kz.png veya 0400-7WZ0-…
app-copied = Resim kopyalandı.
app-copying = Pano için çiziliyor
app-copy-failed = Resim kopyalanamadı: { $why }. Bunun yerine Ctrl+Shift+E ile dosyaya aktarın.
app-caption-copied = Altyazı, betimleme ve kaynaklar kopyalandı.
app-open-failed = Hiçbir şey açılmadı: { $why }
app-opened-differs = { $edition } sürümüyle yapılmış: { $count } sayfa o zamandan beri değişti.
app-opened-partly = Bu görünümde burada bilinmeyen bir şey vardı ve atlandı.
caption-members = { $org } üyeleri: { $names }.
caption-observers = { $org } gözlemcileri: { $names }.
caption-organisations = Gözlemci örgüt: { $names }.
caption-selected = Seçilen: { $name }.
caption-alternative = Betimleme
caption-notes = Notlar
caption-sources = Kaynaklar

## Programın bildirdikleri
app-browse-failed = Tarayıcı açılamadı; adres panoya kopyalandı.
app-closing = Resim yazılır yazılmaz pencere kapanır.
app-export-busy = Başka bir resim hâlâ hazırlanıyor.
app-export-failed = Resim yazılamadı: { $why }
app-saved = Kaydedildi: { $path }
app-selection-gone = { $id } bu sürümde yok; hiçbir şey seçili değil.
app-session-afresh = Hatırlananlar okunamadı. { $path } adıyla yanında duruyor; atlas baştan başlıyor.
app-session-earlier = Son hatırlananlar okunamadı ve { $path } adıyla yanında duruyor; yerine daha eski bir durum geldi.
app-session-failed = Baktığınız görünüm hatırlanamadı: { $why }
app-session-homeless = Hatırlamak için bir klasör yok; bu oturum saklanmayacak.
app-session-unwritable = Hatırlananların klasörüne yazılamıyor: { $why }
app-writing = Yazılıyor: { $name }

## Briefings and the press check
briefing-edition = OTS Atlas, { $date } sürümü
press-dropped = { $count } ad yer bulamadı: { $names }
press-small = “{ $text }” { $size } { $unit } yüksekliğinde; en az { $least } { $unit } gerekir.
press-contrast = “{ $text }” yalnızca { $contrast } : 1 karşıtlıkla seçiliyor.
press-cut = { $count } kaynağın adı kesilmiş: { $text }
press-unconfirmed-nodes = Görünen { $count } istasyon, liman veya sınır noktası doğrulanmamış, örneğin { $name }.
press-unconfirmed-seats = Görünen { $count } merkez doğrulanmamış, örneğin: { $name }
press-unconfirmed-standings = Görünen { $count } statü doğrulanmamış, örneğin: { $name }
press-unconfirmed-roles = Kuruluştaki { $count } rol doğrulanmamış, örneğin: { $name }
press-unconfirmed-subject = Resmin konusu doğrulanmamış: { $name }
press-unconfirmed-figures = { $name } ile ilgili { $count } sayı doğrulanmamış.
press-unconfirmed-measures = { $count } uygulama doğrulanmamış, örneğin { $name }.
press-old-nodes = Görünen { $count } istasyon, liman veya sınır noktasının dayanağı { $months } aydan eski, örneğin { $name }.
press-old-seats = Görünen { $count } merkezin dayanağı { $months } aydan eski, örneğin: { $name }
press-old-roles = Kuruluştaki { $count } rolün dayanağı { $months } aydan eski, örneğin: { $name }
press-old-subject = Resmin konusunun dayanağı { $months } aydan eski: { $name }
press-old-figures = { $name } ile ilgili { $count } sayı { $months } aydan eski.
press-old-measures = { $count } uygulamanın dayanağı { $months } aydan eski, örneğin { $name }.
briefing-continued = { $name }, devamı
press-unconfirmed = Görünen { $count } hat doğrulanmamış.
press-old = Görünen { $count } hattın dayanağı { $months } aydan eski.
press-old-standing = { $name } için durum en son { $months } aydan önce teyit edildi.
press-note = { $name } notu olmadan görünüyor.
press-boundaries = Sınırlara ilişkin not resimde yok.
press-source = Hiçbir kaynak anılmamış.
press-scale = Ölçek, bir çubuk için fazla değişiyor.
command-pack = Brifing paketi hazırla
command-press = Basın denetimi
command-bookmark = Bu görünümü sakla
command-bookmarks = Yer imleri
command-copy-csv = Bilgileri CSV olarak kopyala
command-copy-markdown = Bilgileri Markdown olarak kopyala
command-copy-json = Bilgileri JSON olarak kopyala
ui-press-what = Pencerenin gösterdiği resimde bir basın bürosunun itiraz edeceği noktalar. Tıklayınca yerine götürür.
ui-press-nothing = İtiraz edilecek bir şey yok.
ui-press-count = { $count } bulgu
ui-obstacle = Oraya yazılamaz: { $why }
ui-survey-looking = { $all } resim ve sayfanın { $done } tanesine bakıldı; şimdilik { $count } bulgu
ui-survey-found = { $all } resim ve sayfada { $count } bulgu
ui-survey-all = Tümünü göster
ui-survey-fold = Kapat
ui-survey-times = { $count } resimde
flaw-dropped-label = yer bulamayan ad
flaw-small-text = küçük yazı
flaw-low-contrast = soluk yazı
flaw-old-fact = eski dayanak
flaw-unconfirmed = doğrulanmamış
flaw-missing-note = eksik not
flaw-missing-source = eksik kaynak
flaw-cut-source = kesilmiş kaynak adı
flaw-no-scale-bar = ölçek çubuğu yok
ui-leave-title = Bir paket hazırlanıyor
ui-leave-what = Pencere şimdi kapatılırsa paket durdurulur ve hiçbir şey yazılmaz.
ui-leave-stay = Devam et
ui-leave-stop = Durdur ve kapat
ui-export-captioned = Yanına resim yazısı, betimleme ve kaynakları yaz
ui-bookmarks-none = Henüz yer imi yok. Haritanın gösterdiği görünümü Ctrl+B ile saklayın.
ui-bookmarks-back = “{ $name }” geri konsun
ui-bookmarks-pack = Brifing paketi hazırla
ui-bookmarks-open = Aç: { $name }
ui-bookmarks-rename = Yeniden adlandır
ui-bookmarks-up = Yukarı taşı
ui-bookmarks-down = Aşağı taşı
ui-bookmarks-remove = Kaldır
ui-bookmarks-file = İnsanların okuyabildiği ve paket de olan bir dosya; başka klasör yazılmazsa resimler klasöründe.
ui-bookmarks-save = Dosyaya yaz
ui-bookmarks-read = Dosyadan oku
ui-pack-from = Kaynak
ui-pack-view = Bu görünüm
ui-pack-briefing = TDT brifingi
ui-pack-briefing-what = Teşkilatın tamamı, üye ve gözlemcilerin her biri, Trans-Hazar güzergâhı ve yatırım fonu: İngilizce ve Türkçe slaytlar, resim yazıları, bilgiler ve her dil için bir belge.
ui-pack-file = Bir dosya
ui-pack-file-what = Görünümleri, boyutları, biçimleri ve dilleri sayan bir metin dosyası; yer imleri böyle bir dosyaya yazılabilir.
ui-pack-formats = Biçimler ve diller
ui-pack-document = Tüm görünümler ve bilgileriyle bir belge (PDF, A4)
ui-pack-captions = Betimleme ve kaynaklarla resim yazıları
ui-pack-facts = Seçilenle ilgili bilgiler (CSV, Markdown)
ui-pack-count = { $count ->
    [0] Resim yok
   *[other] { $count } resim
}
ui-pack-folder = Klasör
ui-pack-folder-hint = resimler klasöründe ots-briefing
ui-pack-make = Paketi hazırla
app-pack-failed = Paket hazırlanmadı: { $why }
app-pack-done = { $path } içinde { $files } dosya; { $findings ->
    [0] basın denetimi bir şey bulmadı.
   *[other] basın denetimi { $findings } şey buldu, bkz. manifest.json.
}
app-facts-copied = Bilgiler kopyalandı.
app-read-mistake = programdaki bir hata yüzünden dosya okunamadı
app-dropped-many = Birkaç dosya bırakıldı; ilki açılıyor.
app-caption-failed = Resim yazıldı, altyazısı yazılamadı: { $why }
app-text-failed = Metin panoda olmayabilir: { $why }. Metin, resmin yanına dosya olarak da yazılır.
app-bookmarks-left-out = { $count } görünüm alınmadı: en çok 200 yer imi olabilir.
app-bookmarks-afresh = Yer imleri okunamadı. { $path } adıyla yanında duruyor; liste baştan başlıyor.
app-bookmarks-earlier = Yer imleri okunamadı ve { $path } adıyla yanında duruyor; yerine daha eski bir liste geldi.
app-bookmarked = “{ $name }” adıyla saklandı.
app-bookmarks-full = Çok fazla yer imi var; önce birini kaldırın.
app-bookmarks-failed = Yer imleri yazılamadı veya okunamadı: { $why }
app-bookmarks-read = { $count ->
    [0] Yer imi eklenmedi.
   *[other] { $count } yer imi eklendi.
}
briefing-left-out = Bir sayfa için fazla uzun: { $name }
briefing-more = ve { $count } tane daha
caption-own-members = Üyeleri: { $names }.
caption-own-observers = Gözlemcileri: { $names }.
caption-own-signatories = İmzacıları: { $names }.
app-pack-stopped = Durduruldu; paketten hiçbir şey yazılmadı.

## Routes between two places

route-title = { $from } – { $to }
route-reach-today = İşletmede olan veya öyle sayılan hatlar
route-reach-construction = Yapım aşamasındaki hatlar da
route-reach-planned = Yapım aşamasındaki ve planlanan hatlar da
route-suspended = askıdaki seferler de
route-no-sea = deniz geçişi olmadan
route-with-sea = Deniz geçişleriyle
route-aim-shortest = en kısa
route-aim-gauge = en az ray açıklığı değişimi
route-aim-borders = en az sınır
route-by-way-of = { $places } üzerinden
route-avoiding = { $places } dışında
route-of-which = Bunun dökümü: { $shares }
route-share-official = { $length } resmî
route-share-published = { $length } yayımlanmış
route-share-derived = { $length } bunlardan türetilmiş
route-share-computed = { $length } hesaplanmış (alt sınır)
route-share-memory = { $length } genel bilgi (kaynağa bakılmamış)
route-countries = { $count ->
  *[other] { $count } ülke
}
route-borders-count = { $count ->
   [0] sınır yok
  *[other] { $count } sınır
}
route-gauge-count = { $count ->
   [0] ray açıklığı değişimi yok
  *[other] { $count } ray açıklığı değişimi
}
route-by-sea = denizden { $length }
route-mode = Ulaşım türüne göre
route-status = Yapım durumuna göre
route-confidence = Güvenilirliğe göre
route-shares = Paylar
route-by-country = Ülkelere göre
route-split = Bunun { $length } kadarı, çizilen hattın böldüğü sınır aşan kesimlerde
route-at-km = { $number }. km
route-gauge = Ray açıklığı değişimleri
route-gauge-from-to = Öncesinde { $before }, sonrasında { $after }
route-gauge-across-sea = Öncesinde { $before }, sonrasında { $after }; arada deniz geçişi var
route-gauge-passed = Bu yolun gerektirmediği bir ray açıklığı değişim yeri
route-gauge-unknown = ray açıklığı bilinmiyor
route-borders = Sınırlar
route-border-at = Yeri: { $place }
route-border-on = Çizilen hattın geçtiği yerde: { $place }
route-border-sea = Denizden: { $place }
route-measures = Sınırlarındaki ve limanlarındaki gümrük uygulamaları
route-measure-at = { $places }:
route-legs = Kesim kesim
route-leg-basis = uzunluk: { $basis }
route-leg-km = { $from }–{ $to }. km
route-alternatives = Seçenekler
route-departs = { $from } ile { $to } arasında başka yol, { $length }
route-also = ayrıca geçtiği: { $places }
route-not = geçmediği: { $places }
route-longer = { $length } daha uzun
route-shorter = { $length } daha kısa
route-note-computed = { $length } çizilen hat boyunca hesaplanmıştır. Demir ve kara yolları daha uzun olduğundan bu bir alt sınırdır; toplam da alt sınırdır.
route-note-memory = { $length } kaynağa bakılmamış genel bilgidir.
route-note-split = { $length } sınır aşan kesimlerdedir. Bunları ülkeler arasında şematik hat böler; her ülkenin kilometresi bu yüzden yaklaşıktır.
route-note-loading = { $length } karayolu veya gemi iledir: bunlarla demir yolu arasındaki aktarma ray açıklığı değişimi değildir ve sayılmaz.
route-note-gauge = Demir yolunun { $length } kadarında ray açıklığı bilinmiyor; oradaki değişimler sayılmamıştır.
route-note-undated = { $length } için yapım veya işletme durumunun gösterildiği gibi olduğunu söyleyen tarihli kaynak yoktur.
route-no-way = Bu atlasta bu seçimlerle yol yok
route-same-place = Başlangıç ve bitiş aynı yerdir veya biri ötekinin içindedir.
route-unknown-place = Ağda şu yerde düğüm yok: { $place }.
route-avoided-place = Şu yerden hem kaçınılması hem geçilmesi isteniyor: { $place }.
route-one-closes = Aşağıdaki seçimlerden birinden vazgeçmek bir yol açar.
route-several-close = Yolu tek bir seçim değil, birkaçı birlikte kapatıyor.
route-nothing-helps = Hiçbir seçim yol açmaz: atlasın kesimleri bu ikisini birleştirmiyor.
route-openings = Yol açacak olanlar
route-over = { $places } üzerinden
route-without-avoiding = Şundan kaçınmadan: { $place }
route-without-via = Şuradan geçmeden: { $place }
route-without-choices = Seçimlerin hiçbiri olmadan

## The chainage strip
strip-title = { $from } – { $to }, { $km }
strip-segments = { $n } kesim
strip-breaks = { $n } ray açıklığı değişimi
strip-by-sea = { $n ->
    [one] { $km } deniz yolu
   *[other] toplam { $km } uzunluğunda { $n } deniz yolu
}
strip-published-share = Uzunluğun % { $percent } kadarı yayımlanmış veya türetilmiş
strip-band = { $name }, { $km }
strip-row-line = Hat
strip-row-state = Devlet
strip-row-gauge = Ray açıklığı
strip-row-tracks = Yollar
strip-row-length = Uzunluk
strip-row-km = km
strip-not-found = bulunamadı
strip-note-segment = { $from }–{ $to }: { $text }.
strip-note-measure = { $name }: { $status }.
strip-legend-breaks = Ray açıklığı değişimi: { $places }
strip-legend-published = resmî, yayımlanmış veya türetilmiş uzunluk
strip-legend-computed = hesaplanmış veya bellekten
strip-legend-one-track = tek yol
strip-legend-two-tracks = çift yol
strip-legend-wire = elektrikli
strip-foot = Bir kesim sınırı geçiyorsa uzunluğu, çizilen şematik hattın sınırı geçtiği yerde bölünür. Hesaplanan uzunluklar alt sınırdır.
briefing-sources = Bu bilgilerin kaynakları

# Penceredeki yollar
kind-route = Yol
kinds-route = Yollar
command-route = İki yer arasındaki yol
command-strip = Kilometre şeridi
ui-route-title = İki yer arasındaki yol
ui-route-from = Nereden
ui-route-to = Nereye
ui-route-via = Üzerinden
ui-route-avoid = Dışında
ui-route-hint = Ülke, istasyon, liman veya sınır kapısı
ui-route-swap = Ters yönde
ui-route-today = Bugün işletmede
ui-route-construction = Yapımdakiler de
ui-route-planned = Planlananlar da
ui-route-shortest = En kısa
ui-route-gauge = En az ray açıklığı değişimi
ui-route-borders = En az sınır
ui-route-suspended = Askıdaki seferler de
ui-route-show = Yolu göster
ui-route-here = Buradan yol
ui-route-change = Yolu değiştir
ui-route-tip = Ya da Shift tuşuna basarak haritada başka bir yere tıklayın
ui-strip-beside = Karşılaştır
ui-strip-alone = Yalnız bu
route-side-by-side = Yollar yan yana
route-this = Bu
route-number = { $number }. yol
route-countries-short = Ülkeler
route-sure = Yayımlanmış veya türetilmiş uzunluk
map-route-lower = en az { $length }
unit-percent = % { $number }
story-figures-year = Yıl
route-length-km = Uzunluk, km
route-sea-km = Denizden, km
layer-customs = Sınırlarda gümrük uygulamaları
map-legend-customs = İki tarafın gümrük uygulamaları (sayı)
story-measures-shared = İki tarafın da katıldığı gümrük uygulamaları
route-transit = Koridorların tamamı için yayımlanan geçiş süreleri
command-timeline = Zaman çizelgesi
ui-time-open-list = Birini seçmek için tıklayın
ui-time-day = Bakılan gün
ui-time-field = Gün, ay veya yıl
ui-time-play = Zamanı akıt
ui-time-stop = Durdur
command-series = Zaman içinde resimler

## Günler: adlar, görevler
word-or = veya
story-secretary-general = Genel Sekreter
story-of-edition = Bu sürümdeki hâliyle
story-name = Ad
story-translated = “{ $name }” adının atlas tarafından çevirisi
story-former-names = Önceki adlar

## İki gün arasındaki değişiklikler
kind-changes = Değişiklikler
kinds-changes = Değişiklikler
changes-title = { $from } ile { $to } arasında neler değişti
changes-ends = Her iki günün sonu karşılaştırılmıştır
changes-counted = { $gained ->
    [0] Statü kazanan yok
   *[other] { $gained } statü kazanıldı
}, { $lost ->
    [0] yitiren yok
   *[other] { $lost } statü yitirildi
}
changes-count-roles = { $count ->
    [0] değişen rol yok
   *[other] { $count } rol değişti
}
changes-count-founded = { $count ->
    [0] kurulan kurum yok
   *[other] { $count } kurum kuruldu
}
changes-count-events = { $count ->
    [0] olay yok
   *[other] { $count } olay
}
changes-gained = Kazanılan statüler
changes-lost = Yitirilen statüler
changes-none-gained = Verilere göre bu sürede statü kazanan devlet veya oluşum yok.
changes-none-lost = Verilere göre bu sürede statüsünü yitiren devlet veya oluşum yok.
changes-became-founding = { $name }, { $org } kurucu üyesi oldu
changes-became-member = { $name }, { $org } üyesi oldu
changes-became-observer = { $name }, { $org } gözlemcisi oldu
changes-became-entity = { $name }, { $org } gözlemcisi oldu (“entity” statüsünde)
changes-became-organisation = { $name }, { $org } gözlemci kuruluşu oldu
changes-left = { $name } için artık { $org } içinde bir statü yok
changes-before = Önceki: { $what }
changes-maybe = Tarih, iki gün arasında olup olmadığını söyleyecek kadar ayrıntılı bilinmiyor
changes-roles-gained = Kurumlarda kazanılan roller
changes-roles-lost = Kurumlarda yitirilen roller
changes-role-member = { $name } üye oldu: { $bodies }
changes-role-observer = { $name } gözlemci oldu: { $bodies }
changes-role-signatory = { $name } imzaladı: { $bodies }
changes-role-universities = { $name } üniversiteleriyle katılıyor: { $bodies }
changes-role-draft = { $name } taslağa taraf oldu: { $bodies }
changes-role-host = { $name } ev sahibi oldu: { $bodies }
changes-role-acceding = { $name } için katılım duyuruldu: { $bodies }
changes-role-ended = { $name } artık yer almıyor: { $bodies }
changes-founded = Kurulan, imzalanan, başlayan
changes-proposed = Kararlaştırılan, duyurulan veya önerilen, çalıştığı bilinmeyen
changes-was-founded = Kuruldu: { $name }
changes-was-signed = İmzalandı: { $name }
changes-began = Başladı: { $name }
changes-was-agreed = Kararlaştırıldı, taslağı hazırlandı veya duyuruldu: { $name }
changes-was-proposed = Önerildi: { $name }
changes-names = Adlar
changes-renamed = { $before } adının yerini { $after } aldı
changes-offices = Dönem başkanlığı ve görev
changes-chair = { $name }, { $org } dönem başkanlığını üstlendi
changes-office = { $name } Genel Sekreter oldu
changes-steps = Devletlerin attığı adımlar
changes-step = { $name }: { $what }
changes-events = Aradaki olaylar
changes-undated = { $count } rolün başlangıcı tarihli değil; bu sürede veya daha önce başlamış olabilir: { $bodies }.
changes-lines = Hatların yapım ve hizmet durumu yalnızca { $date } sürümü için bilinir ve karşılaştırılmaz. Veriler hiçbir kurumun sona erişini tarihlemez.
command-changes = Son zirveden beri neler değişti
map-legend-became-member = Üye oldu
map-legend-became-observer = Gözlemci oldu
map-legend-lost = Statüsünü yitirdi
map-legend-unchanged = Statüsü aynı
map-subtitle-changes = { $counted }. Harita: { $date }
kind-compare = Karşılaştırma
kinds-compare = Karşılaştırmalar
compare-subtitle = Yan yana, { $date } itibarıyla
compare-standing = TDT içindeki konum
compare-since = Başlangıç
compare-through-time = Zaman içinde konum
compare-step = { $date } tarihinden beri { $status }
compare-figures = Yıllarıyla göstergeler
compare-corridors = Birden fazlasından geçen koridorlar
compare-segments = Aralarındaki kesimler
compare-role-maybe = { $role } (tarih kesin olmak için fazla kaba)
ui-strip-no-room = Burada şeridin tamamına yer yok. Daha büyük bir pencerede, zaman çizelgesi kapalıyken veya bir resimde yer olur.

## Kim nerede yer alıyor
matrix-title = Hangi Türk kuruluşunda kim yer alıyor
matrix-no-room = { $n } kuruluş buraya sığmadı
matrix-subtitle = { $bodies } kuruluş ve { $states } devlet, oluşum veya örgüt, { $date } itibarıyla
matrix-area = İş birliği alanı: { $area }
matrix-body = Kuruluş ve merkez
matrix-evidence = Dayanak
matrix-members = { $org } üyeleri
matrix-observers = { $org } gözlemcileri
matrix-others = Statüsü yok
matrix-entity-code = KKTC*
matrix-entity = K. Kıbrıs*
matrix-told = { $state }, { $body }: { $role }
matrix-legend-uncertain = bu tarihte kesin değil
matrix-legend-none = bulunamadı
matrix-more = Her rolün tarihi, güveni ve kaynakları: --format markdown, csv veya json.
matrix-foot-names = Adlar
matrix-source = Roller tablosu: { $documents } belgeden { $roles } rol
matrix-undated = Yıl, rol kuruluştan başka bir yılda başladıysa yazılır; yazılmadığında kuruluşla birlikte başlamıştır veya başlangıcı bulunamamıştır.
matrix-left-out = { $count } kuruluş bu sayfaya sığmadı.
matrix-states = Devletler
matrix-sort = Sırala: { $order }
matrix-sorted = Sıralama: { $orders }
matrix-bodies-facts = kuruluşlar baştaki sırasıyla
matrix-bodies-name = kuruluşlar ada göre
matrix-bodies-founded = kuruluşlar kuruluş tarihine göre
matrix-bodies-parts = kuruluşlar katılımcı sayısına göre
matrix-bodies-role = kuruluşlar şu devletin rolüne göre: { $name }
matrix-bodies-since = kuruluşlar şu devletin rolünün başlangıcına göre: { $name }
matrix-states-facts = devletler baştaki sırasıyla
matrix-states-name = devletler ada göre
matrix-states-founded = devletler statülerinin başlangıcına göre
matrix-states-parts = devletler katıldıkları kuruluş sayısına göre
matrix-states-role = devletler şu kuruluştaki rollerine göre: { $name }
matrix-states-since = devletler şu kuruluştaki rollerinin başlangıcına göre: { $name }
kinds-edition = Bilgi sürümleri
edition-of = { $date } tarihli bilgiler
revision-title = { $date } tarihli bilgilere göre farklar
revision-title-same-day = { $date } tarihli başka bilgilere göre farklar
revision-subtitle = Atlasın bilgileri, başka bir sürümle tek tek karşılaştırılmıştır
revision-counted = { $all ->
    [0] Fark yok
   *[other] { $new } yeni, { $gone } çıkarılmış, { $altered } değişmiş
}
revision-facts = Her iki sürümde de bulunan konularda { $count } bilgi farklı.
revision-new = Yeni
revision-gone = Çıkarılmış
revision-fact-new = yeni
revision-fact-gone = çıkarılmış
revision-fact-altered = değişmiş
revision-before = Önce: { $text }
revision-after = Şimdi: { $text }
revision-name = Ad
revision-below = Adın altında
revision-card = Özet
revision-wordings = Notlar ve terimler
revision-note = Not
revision-term = Terim
map-legend-more = Statü veya rol kazandı
map-legend-more-observer = Statü veya rol kazanan gözlemci
map-legend-less = Statü veya rol yitirdi
map-legend-altered = Başka bir bilgisi değişti
map-legend-altered-observer = Başka bir bilgisi değişen gözlemci
map-legend-same = İki sürümde de aynı
app-edition-missing = Bu görünüm, bilgilerin { $date } tarihli başka bir sürümüyle karşılaştırma içeriyor. Görmek için o sürümün klasörünü açın.
app-edition-failed = Klasör karşılaştırılamıyor: { $why }
app-edition-missing-code = Bu görünüm, bilgilerin başka bir sürümüyle karşılaştırma içeriyor. Önce o sürümün klasörünü açın.
app-edition-no-folder = { $name } adlı bir klasör yok
app-edition-broken = { $more ->
    [0] { $name } klasöründe bilgilerin eksiksiz bir sürümü yok: { $first }
   *[other] { $name } klasöründe bilgilerin eksiksiz bir sürümü yok: { $first } Bundan başka { $more } sorun daha var; `ots-atlas check` komutu bunları sayar.
}
app-bookmarks-edition = { $count } görünüm alınmadı: bilgilerin açık olmayan başka bir sürümüyle karşılaştırma içeriyor.
app-edition-same = Bu klasördeki bilgilerle atlasınkiler arasında fark yok.
kinds-role = Roller
role-pages = Sayfalar
role-through-time = Zaman içinde
matrix-confidence = Dayanak: { $word }
matrix-row = { $body }, kuruluş { $date }
command-matrix = Kim nerede yer alıyor tablosu
view-map = Harita
view-matrix = Tablo
map-route-about = yaklaşık { $length }
ui-chart-confidence = Güvenilirlik
