/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-demo-names.h"

#define N_NAMES 12

/* Common names of a language, family names in the form for women where it has one. Cities are
 * made up or left out. */
typedef struct
{
  const char *language;
  const char *country;
  const char *city;
  const char *street;
  guint       weight;
  const char *families[N_NAMES];
  const char *women_families[N_NAMES];      /* NULL first: the same for everybody */
  const char *women[N_NAMES];
  const char *men[N_NAMES];
} People;

/* *INDENT-OFF* */
static const People peoples[] = {
  { "de", "Austria", "Neudorf", "Musterstraße", 30,
    { "Müller", "Gruber", "Huber", "Bauer", "Wagner", "Pichler", "Steiner", "Moser", "Mayer", "Hofer", "Leitner", "Weiß" },
    { NULL },
    { "Anna", "Maria", "Elisabeth", "Sophie", "Johanna", "Katharina", "Lena", "Julia", "Käthe", "Hannah", "Brigitte", "Ursula" },
    { "Johann", "Josef", "Michael", "Lukas", "Jürgen", "Thomas", "Stefan", "Andreas", "Günther", "Paul", "Jakob", "Björn" } },
  { "en", "Ireland", "Newtown", "Sample Street", 14,
    { "Smith", "O’Brien", "Jones", "Murphy", "Taylor", "Walsh", "Brown", "O’Connor", "Evans", "MacDonald", "Wilson", "Byrne" },
    { NULL },
    { "Mary", "Emily", "Siobhán", "Grace", "Olivia", "Róisín", "Sarah", "Aoife", "Ellen", "Margaret", "Zoë", "Chloe" },
    { "James", "Seán", "William", "Oliver", "Patrick", "Jack", "Conor", "George", "Ciarán", "Henry", "Daniel", "Noah" } },
  { "fr", "France", "Villeneuve", "rue de l’Exemple", 10,
    { "Martin", "Bernard", "Dubois", "Lefèvre", "Moreau", "Garnier", "François", "Béranger", "Petit", "Roux", "d’Aubigné", "Leroy" },
    { NULL },
    { "Camille", "Léa", "Chloé", "Élise", "Anaïs", "Marie-Claire", "Hélène", "Zoé", "Inès", "Aurélie", "Geneviève", "Manon" },
    { "Louis", "Jean-Pierre", "Théo", "Rémi", "François", "Étienne", "Hugo", "Jérôme", "Mathis", "Benoît", "Léo", "Guillaume" } },
  { "es", "Spain", "Villanueva", "calle Ejemplo", 10,
    { "García López", "Fernández", "Muñoz", "Ibáñez", "Rodríguez", "Núñez", "Sánchez Ruiz", "Martínez", "Jiménez", "Peña", "Gómez", "Álvarez" },
    { NULL },
    { "María José", "Lucía", "Begoña", "Carmen", "Sofía", "Inés", "Ana Belén", "Concepción", "Paula", "Íngrid", "Rocío", "Elena" },
    { "José", "Íñigo", "Antonio", "Ángel", "Juan Carlos", "Andrés", "Pablo", "Raúl", "Óscar", "Martín", "Jesús", "Hugo" } },
  { "it", "Italy", "Borgonuovo", "via Esempio", 8,
    { "Rossi", "Ferrari", "Esposito", "Bianchi", "D’Angelo", "Colombo", "De Luca", "Ricci", "Marino", "Conti", "Nicolò", "Lo Presti" },
    { NULL },
    { "Giulia", "Chiara", "Francesca", "Martina", "Alessia", "Elena", "Noemì", "Sara", "Beatrice", "Lucia", "Ginevra", "Aurora" },
    { "Marco", "Luca", "Niccolò", "Matteo", "Giuseppe", "Andrea", "Francesco", "Alessandro", "Davide", "Lorenzo", "Simone", "Pietro" } },
  { "pt", "Portugal", "Vila Nova", "rua do Exemplo", 5,
    { "da Silva", "Gonçalves", "dos Santos", "Conceição", "Araújo", "Guimarães", "Simões", "Magalhães", "Pereira", "Brandão", "Luís", "Falcão" },
    { NULL },
    { "Inês", "Beatriz", "Conceição", "Júlia", "Graça", "Mariana", "Flávia", "Luísa", "Matilde", "Antónia", "Catarina", "Rita" },
    { "João", "Luís", "Gonçalo", "Tomás", "Sebastião", "Rui", "António", "Diogo", "Simão", "Pedro", "Estêvão", "Miguel" } },
  { "nl", "Netherlands", "Nieuwstad", "Voorbeeldlaan", 5,
    { "van den Berg", "de Vries", "Jansen", "van Dijk", "Bakker", "’t Hart", "Smit", "de Boer", "IJzerman", "van der Meer", "Mulder", "Visser" },
    { NULL },
    { "Sanne", "Lotte", "Femke", "Noor", "Anouk", "Zoë", "Maaike", "Eva", "Lieke", "Fleur", "Marijke", "Roos" },
    { "Daan", "Sem", "Jeroen", "Bram", "Thijs", "Joost", "Ruben", "Sander", "Koen", "Wouter", "Gijs", "Maarten" } },
  { "pl", "Poland", "Nowe Miasto", "ulica Przykładowa", 6,
    { "Kowalski", "Wiśniewski", "Wójcik", "Zieliński", "Szymański", "Woźniak", "Dąbrowski", "Kozłowski", "Jabłoński", "Król", "Łukaszewski", "Żak" },
    { "Kowalska", "Wiśniewska", "Wójcik", "Zielińska", "Szymańska", "Woźniak", "Dąbrowska", "Kozłowska", "Jabłońska", "Król", "Łukaszewska", "Żak" },
    { "Agnieszka", "Małgorzata", "Katarzyna", "Zofia", "Łucja", "Grażyna", "Ewa", "Żaneta", "Bożena", "Hanna", "Wanda", "Stanisława" },
    { "Paweł", "Łukasz", "Michał", "Stanisław", "Bartłomiej", "Grzegorz", "Jędrzej", "Wojciech", "Piotr", "Tomasz", "Kacper", "Mikołaj" } },
  { "cs", "Czechia", "Nová Ves", "Vzorová", 4,
    { "Novák", "Svoboda", "Dvořák", "Černý", "Procházka", "Kučera", "Veselý", "Horák", "Němec", "Pokorný", "Růžička", "Šťastný" },
    { "Nováková", "Svobodová", "Dvořáková", "Černá", "Procházková", "Kučerová", "Veselá", "Horáková", "Němcová", "Pokorná", "Růžičková", "Šťastná" },
    { "Tereza", "Eliška", "Kateřina", "Jana", "Lenka", "Zuzana", "Markéta", "Věra", "Hana", "Alžběta", "Šárka", "Lucie" },
    { "Jiří", "Tomáš", "Ondřej", "Jakub", "Matěj", "Vojtěch", "Lukáš", "Petr", "Řehoř", "Štěpán", "Václav", "Zdeněk" } },
  { "hu", "Hungary", "Újfalu", "Minta utca", 4,
    { "Nagy", "Kovács", "Tóth", "Szabó", "Horváth", "Kiss", "Németh", "Őri", "Balázs", "Lukács", "Gyűrűs", "Ács" },
    { NULL },
    { "Zsófia", "Ágnes", "Katalin", "Réka", "Gyöngyi", "Erzsébet", "Dóra", "Ildikó", "Éva", "Tünde", "Noémi", "Júlia" },
    { "Gábor", "László", "Zoltán", "István", "Ákos", "György", "Bálint", "Lőrinc", "Tamás", "Péter", "Szabolcs", "Ödön" } },
  { "tr", "Türkiye", "Yeniköy", "Örnek Sokak", 9,
    { "Yılmaz", "Şahin", "Öztürk", "Çelik", "Aydın", "Yıldız", "Doğan", "Kılıç", "Güneş", "Işık", "Koç", "Erdoğdu" },
    { NULL },
    { "Ayşe", "Zeynep", "Elif", "Işıl", "Gülşen", "Özlem", "Şule", "Fatma", "İpek", "Çiğdem", "Büşra", "Nur" },
    { "Mehmet", "İbrahim", "Emre", "Çağlar", "Özgür", "Şükrü", "Mustafa", "Kağan", "Oğuz", "Yiğit", "Uğur", "Ali" } },
  { "hr", "Croatia", "Novo Selo", "Primjerna ulica", 5,
    { "Horvat", "Kovačević", "Babić", "Marić", "Đurić", "Žagar", "Šimić", "Perić", "Matošec", "Vuković", "Čavlek", "Jurišić" },
    { NULL },
    { "Ivana", "Željka", "Đurđica", "Lucija", "Nives", "Tihana", "Mirjana", "Vesna", "Šima", "Ana", "Jasna", "Petra" },
    { "Luka", "Željko", "Krešimir", "Domagoj", "Ante", "Tomislav", "Đuro", "Zvonimir", "Hrvoje", "Mato", "Šimun", "Marko" } },
  { "ro", "Romania", "Satu Nou", "strada Exemplu", 4,
    { "Popescu", "Ionescu", "Rădulescu", "Stănescu", "Țurcanu", "Mureșan", "Dumitrașcu", "Lupu", "Crăciun", "Șerban", "Bălan", "Câmpeanu" },
    { NULL },
    { "Ioana", "Andreea", "Mădălina", "Ștefania", "Ilinca", "Raluca", "Anișoara", "Măriuca", "Elena", "Cătălina", "Daria", "Corina" },
    { "Andrei", "Ștefan", "Ionuț", "Mihai", "Cătălin", "Bogdan", "Răzvan", "Florin", "Sorin", "Dragoș", "Vlad", "Nicușor" } },
  { "sv", "Sweden", "Nystad", "Exempelgatan", 4,
    { "Andersson", "Johansson", "Nyström", "Åkesson", "Söderberg", "Lindqvist", "Björk", "Ek", "Hägg", "Öberg", "Lundström", "Ås" },
    { NULL },
    { "Åsa", "Linnéa", "Maja", "Elsa", "Kerstin", "Märta", "Ingrid", "Alva", "Ebba", "Saga", "Freja", "Britt" },
    { "Åke", "Björn", "Göran", "Lars", "Måns", "Erik", "Nils", "Östen", "Axel", "Håkan", "Oskar", "Sören" } },
  { "da", "Denmark", "Nyby", "Eksempelvej", 2,
    { "Nielsen", "Sørensen", "Jørgensen", "Møller", "Østergaard", "Kjær", "Holm", "Bæk", "Lund", "Aagaard", "Skov", "Brøndum" },
    { NULL },
    { "Søs", "Mette", "Karen", "Freja", "Signe", "Astrid", "Maja", "Ida", "Bodil", "Kirsten", "Ragnhild", "Åse" },
    { "Søren", "Jørgen", "Niels", "Mads", "Rasmus", "Asger", "Bjørn", "Villads", "Kåre", "Anders", "Øjvind", "Troels" } },
  { "el", "Greece", "Νέα Πόλη", "οδός Παραδείγματος", 4,
    { "Παπαδόπουλος", "Οικονόμου", "Γεωργίου", "Νικολάου", "Δημητρίου", "Ιωάννου", "Βασιλείου", "Αθανασίου", "Κωνσταντίνου", "Χρήστου", "Μακρής", "Αγγέλου" },
    { "Παπαδοπούλου", "Οικονόμου", "Γεωργίου", "Νικολάου", "Δημητρίου", "Ιωάννου", "Βασιλείου", "Αθανασίου", "Κωνσταντίνου", "Χρήστου", "Μακρή", "Αγγέλου" },
    { "Μαρία", "Ελένη", "Κατερίνα", "Σοφία", "Άννα", "Ευαγγελία", "Δήμητρα", "Ειρήνη", "Χρυσούλα", "Ζωή", "Βασιλική", "Ιωάννα" },
    { "Γιώργος", "Νίκος", "Κώστας", "Δημήτρης", "Γιάννης", "Χρήστος", "Ανδρέας", "Θανάσης", "Σπύρος", "Ηλίας", "Στέλιος", "Μάριος" } },
  { "uk", "Ukraine", "Нове Село", "вулиця Зразкова", 5,
    { "Шевченко", "Коваленко", "Бондаренко", "Ткачук", "Кравець", "Мельник", "Гнатюк", "Поліщук", "Лисенко", "Марчук", "Яценко", "Їжак" },
    { NULL },
    { "Оксана", "Наталія", "Олена", "Ірина", "Соломія", "Ганна", "Людмила", "Юлія", "Зоряна", "Марія", "Євгенія", "Дарина" },
    { "Олександр", "Андрій", "Тарас", "Микола", "Богдан", "Ігор", "Сергій", "Юрій", "Остап", "Володимир", "Іван", "Григорій" } },
  { "bg", "Bulgaria", "Ново Село", "улица Примерна", 2,
    { "Иванов", "Петров", "Димитров", "Георгиев", "Николов", "Стоянов", "Тодоров", "Христов", "Ангелов", "Колев", "Маринов", "Йорданов" },
    { "Иванова", "Петрова", "Димитрова", "Георгиева", "Николова", "Стоянова", "Тодорова", "Христова", "Ангелова", "Колева", "Маринова", "Йорданова" },
    { "Мария", "Елена", "Десислава", "Виолета", "Йорданка", "Цветелина", "Ралица", "Снежана", "Невена", "Гергана", "Божидара", "Яна" },
    { "Георги", "Иван", "Димитър", "Стоян", "Христо", "Николай", "Петър", "Огнян", "Красимир", "Йордан", "Васил", "Пламен" } },
  { "ar", "Jordan", "المدينة الجديدة", "شارع المثال", 4,
    { "الحداد", "العلي", "خليل", "النجار", "حسين", "منصور", "الخطيب", "عيسى", "سالم", "درويش", "الأحمد", "ياسين" },
    { NULL },
    { "فاطمة", "مريم", "عائشة", "ليلى", "زينب", "نور", "هالة", "سلمى", "رانيا", "أمينة", "دعاء", "سارة" },
    { "محمد", "أحمد", "خالد", "يوسف", "عمر", "إبراهيم", "حسن", "طارق", "سامي", "كريم", "زياد", "وليد" } },
  { "he", "Israel", "עיר חדשה", "רחוב הדוגמה", 2,
    { "כהן", "לוי", "מזרחי", "פרץ", "ביטון", "דהן", "אברהם", "פרידמן", "אזולאי", "כץ", "שפירא", "ברק" },
    { NULL },
    { "נועה", "תמר", "שירה", "מיכל", "יעל", "רחל", "אסתר", "דנה", "רות", "הילה", "לאה", "מאיה" },
    { "דוד", "משה", "יוסף", "איתי", "נועם", "אורי", "דניאל", "עומר", "יונתן", "אבי", "גיא", "רון" } },
  { "fa", "Iran", "شهر نو", "خیابان نمونه", 3,
    { "محمدی", "حسینی", "احمدی", "رضایی", "کریمی", "موسوی", "جعفری", "صادقی", "رحیمی", "ابراهیمی", "قاسمی", "نوری" },
    { NULL },
    { "زهرا", "مریم", "نرگس", "شیرین", "پریسا", "نسرین", "لیلا", "گلناز", "مهسا", "ژاله", "سمیرا", "آزاده" },
    { "علی", "رضا", "حسین", "مهدی", "کاوه", "پرویز", "بهرام", "امیر", "آرش", "سیاوش", "داریوش", "فرهاد" } },
  { "hi", "India", "नया नगर", "उदाहरण मार्ग", 3,
    { "शर्मा", "वर्मा", "सिंह", "गुप्ता", "पटेल", "यादव", "मिश्रा", "जोशी", "चौहान", "अग्रवाल", "मेहता", "राव" },
    { NULL },
    { "प्रिया", "अनीता", "सुनीता", "कविता", "नेहा", "पूजा", "अंजलि", "दीपा", "मीरा", "रेखा", "सीमा", "लक्ष्मी" },
    { "राहुल", "अमित", "विजय", "सुरेश", "राजेश", "अनिल", "मोहन", "संजय", "रवि", "कृष्ण", "अर्जुन", "दीपक" } },
  { "zh", "China", "新城", "示例路", 4,
    { "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "欧阳" },
    { NULL },
    { "芳", "秀英", "娜", "敏", "静", "丽", "雪梅", "婷婷", "小红", "玉兰", "佳怡", "欣" },
    { "伟", "强", "磊", "军", "勇", "杰", "涛", "明", "建国", "志强", "浩然", "子轩" } },
  { "ja", "Japan", "新町", "見本通り", 3,
    { "佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺", "山本", "中村", "小林", "加藤", "吉田", "山田" },
    { NULL },
    { "陽子", "美咲", "さくら", "花子", "恵子", "由美", "愛", "ひかり", "千尋", "直美", "真由美", "カレン" },
    { "太郎", "健", "翔太", "一郎", "大輔", "誠", "拓也", "隆", "浩二", "蓮", "悠斗", "ケン" } },
  { "ko", "Korea", "신도시", "보기로", 3,
    { "김", "이", "박", "최", "정", "강", "조", "윤", "장", "임", "한", "오" },
    { NULL },
    { "서연", "지민", "민서", "수진", "은주", "영희", "하은", "지우", "미경", "혜진", "소영", "예린" },
    { "민준", "서준", "지훈", "현우", "영수", "동현", "성민", "준호", "철수", "태현", "상우", "진수" } },
  { "vi", "Viet Nam", "Phố Mới", "đường Ví Dụ", 3,
    { "Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương" },
    { NULL },
    { "Thị Hoa", "Thu Hà", "Ngọc Ánh", "Thảo", "Mai Phương", "Hồng Nhung", "Lan", "Quỳnh", "Bích Thủy", "Tuyết", "Yến", "Diệu" },
    { "Văn Hùng", "Minh Đức", "Quang", "Tuấn", "Hoàng", "Đình Phúc", "Thành", "Dũng", "Hải", "Khánh", "Bảo", "Sơn" } },
  { "th", "Thailand", "เมืองใหม่", "ถนนตัวอย่าง", 2,
    { "แสงทอง", "ศรีสุข", "บุญมี", "ทองดี", "สุขใจ", "รุ่งเรือง", "แก้วใส", "พงษ์ไพร", "ใจดี", "วงศ์งาม", "จันทร์เพ็ญ", "มั่นคง" },
    { NULL },
    { "สมหญิง", "มาลี", "พิมพ์", "อรทัย", "วิภา", "นภา", "สุดา", "กานดา", "รัตนา", "ปิยะนุช", "จิราพร", "ดวงใจ" },
    { "สมชาย", "วิชัย", "ประเสริฐ", "ธนา", "อนันต์", "ชัยวัฒน์", "กิตติ", "ณัฐพล", "สุรชัย", "พิชิต", "มานะ", "อดิศักดิ์" } },
  { "ka", "Georgia", "ახალი ქალაქი", "ნიმუშის ქუჩა", 1,
    { "ბერიძე", "კაპანაძე", "გელაშვილი", "მაისურაძე", "ლომიძე", "წიკლაური", "ხუციშვილი", "ჯაფარიძე", "ნოზაძე", "კობახიძე", "აბაშიძე", "ღონღაძე" },
    { NULL },
    { "ნინო", "მარიამი", "თამარი", "ანა", "ეკატერინე", "ნათია", "ქეთევანი", "სოფიო", "ლელა", "მაია", "თეონა", "ელენე" },
    { "გიორგი", "დავითი", "ლევანი", "ზურაბი", "ნიკა", "ირაკლი", "თორნიკე", "ბექა", "ვახტანგი", "ლუკა", "შოთა", "ოთარი" } },
  { "hy", "Armenia", "Նոր Քաղաք", "Օրինակ փողոց", 1,
    { "Հարությունյան", "Սարգսյան", "Գրիգորյան", "Հակոբյան", "Խաչատրյան", "Պետրոսյան", "Վարդանյան", "Ղազարյան", "Կարապետյան", "Մկրտչյան", "Ավետիսյան", "Օհանյան" },
    { NULL },
    { "Անի", "Մարիամ", "Նարե", "Լուսինե", "Գայանե", "Աստղիկ", "Հասմիկ", "Սոնա", "Շուշան", "Արփի", "Նազելի", "Մանե" },
    { "Արմեն", "Տիգրան", "Դավիթ", "Հայկ", "Գևորգ", "Նարեկ", "Սամվել", "Վահե", "Արամ", "Կարեն", "Ռուբեն", "Աշոտ" } },
};
/* *INDENT-ON* */

static const People *
draw_people (ClinicRandom *random)
{
  guint total = 0;
  guint ticket;
  guint i = 0;

  for (guint n = 0; n < G_N_ELEMENTS (peoples); n++)
    total += peoples[n].weight;

  ticket = clinic_random_below (random, total);

  while (ticket >= peoples[i].weight)
    ticket -= peoples[i++].weight;

  return &peoples[i];
}

static const char *
draw (const char *const *names,
      ClinicRandom      *random)
{
  return names[clinic_random_below (random, N_NAMES)];
}

void
clinic_demo_name_draw (ClinicDemoName *self,
                       ClinicRandom   *random)
{
  const People *people = draw_people (random);
  guint sort = clinic_random_below (random, 100);
  gboolean woman = sort < 58;
  const char *const *families = woman &&
                                people->women_families[0] != NULL ? people->women_families : people->families;

  self->sex = woman ? "F" : sort < 98 ? "M" : "X";
  self->family = draw (families, random);
  self->given = draw (woman ? people->women : people->men, random);
  self->birth_family = woman &&
                       clinic_random_below (random, 100) < 15 ? draw (families, random) : NULL;
  self->language = people->language;
  self->country = people->country;
  self->city = people->city;
  self->street = people->street;
}
