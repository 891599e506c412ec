// SPDX-License-Identifier: GPL-3.0-or-later
// Of other languages what a heading or an answer forbids something with, in English.
#include <cells/consent_vocabulary.h>

#include <base/text.h>

#include <QHash>
#include <algorithm>
#include <utility>
#include <vector>

namespace dtp
{

namespace
{
// English, and the words that say it. Where several of one line are in one text the longest counts.
struct Said {
    const char* english;
    const char* words;
};

// In letters that are written with spaces; folded, so that "não" is "nao".
constexpr Said spaced[] = {
    {"do not", "jangan|janganlah|huwag|wag|labele"},
    {"not", "khong|lakohi|lakoi|lae|ayaw|niet|ikke|nunca|jamais|нет|не|لا|نه|नहीं|छैन|होइन|না|نہیں|үгүй|இல்லை"},
    {"no", "nein|nee|nej|nei|aucun|aucune|ninguna|ningun|nenhuma|nenhum|ទេ|否|いいえ|아니오|아니요|خیر|نخیر|မဟုတ်"},
    {"disagree", "discorda|discordo|असहमत|অসম্মত"},
    {"not agree", "n accepte pas|n est pas d accord|no acepta|no acepto|nao aceita|nao aceito"},
    {"not allowed", "n autorise pas|tidak boleh|nao pode|no puede|ne peut pas"},
    {"refuse", "refus|refuser|refusee|refusez|refusent|refusa|recusa|recuso|recusar|recusou|recusado|rechaza|rechazo|"
               "rechazar|rechazado|"
               "menolak|ditolak|enggan|tu "
               "choi|verweigert|abgelehnt|ablehnen|ablehnung|weigerung|penolakan|rejet|negativa|nego|niego|rejeita|"
               "rejeitado|tolak|"
               "отказ|отказываюсь|ارفض|رفض|अस्वीकार|अस्वीकृत"},
    {"withdraw", "take back|takes back|taking back|retract|retracts|mencabut|cabut|menarik kembali|tarik kembali|"
                 "je retire|retire mon|retiro o meu|retiro a minha|retiro mi|retiro el|revogo|revoga|revogar|revoco|"
                 "revoca|revocar|revoque|revoquer|widerrufe|widerruf|rut lai|dada hikas"},
    {"withdrawn",
     "taken back|took back|retracted|dicabut|ditarik kembali|retirado|retirada|revogado|revogada|revocado|"
     "revocada|widerrufen|zuruckgezogen|da rut"},
    {"not want", "la hakarak|la mau|ayoko|ayaw ko"},
    {"not agree", "la konkorda|la simu"},
    {"objection", "keberatan|widerspruch|oposicao|oposicion|objecao|objecion"},
    {"object", "oponho|opongo|oppose a|s oppose|m oppose|phan doi"},
    {"denied", "negado|negada|denegado|denegada"},
    {"forbidden", "interdit|interdite|interdits|interdites|proibido|proibida|proibidos|proibidas|prohibido|prohibida|"
                  "prohibidos|prohibidas|dilarang|verboten|terlarang|запрещено|ممنوع|निषेध"},
    {"agree",
     "dong y|accepte|acceptes|acceptez|accepter|aceito|aceita|aceitar|acepta|aceptar|consens|sepakat|menyetujui|d "
     "accord|de acordo|de acuerdo|bersedia|chap nhan|konkorda|согласен|согласна|اوافق|सहमत|সম্মত"},
    {"allow", "boleh|diperbolehkan|diizinkan|memperbolehkan|podemos|peuvent|pouvez|izinkan|mengizinkan|cho "
              "phep|permite|permito|permitir|permettre|permets|permet|autorise|autorisez|autoriser|erlaube"},
    {"shared",
     "bagikan|membagikan|dibagikan|sebarkan|menyebarkan|disebarkan|kongsi|fahe|partilhar|partilha|"
     "partilhe|partilhado|compartilhar|compartilhado|compartir|comparta|compartido|partager|partage|partagee|"
     "partagez|divulgar|divulgue|divulguer|teilen|weitergeben|weitergegeben|ibahagi|chia se|tiet lo|"
     "transmettre|communiquer"},
    {"publish",
     "publikasikan|mempublikasikan|dipublikasikan|publicacao|publicacion|publiquem|publique|publiquen|divulgacao|"
     "divulgacion|terbitkan|diterbitkan|penerbitan|dimuat|publicar|publicado|publicada|publier|publie|publiez|publiee|"
     "ilathala|ilimbag|"
     "publiees|"
     "publies|diffuser|diffusion|veroffentlichen|veroffentlicht|veroffentlichung|cong bo|dang "
     "tai|публиковать|публикация|نشر|प्रकाशित|প্রকাশ"},
    {"public", "cong khai|oeffentlich|offentlich|publik|publiquement|publicamente"},
    {"publicity", "publicite|publicidade|publicidad|publikasi|publisitas|werbung|quang ba"},
    {"photo", "photographier|filmer|larawan|litrato|hinh anh|chup anh|chup "
              "hinh|difoto|gambar|retrato|retratos|фото|صورة|صور|عکس|फोटो|ছবি"},
    {"photo permission", "fotoerlaubnis|fotoeinwilligung"},
    {"directory", "annuaire|annuaires|direktori|diretorio|directorio|verzeichnis|danh ba"},
    {"newsletter", "lettre d information|lettre d infos|buletin|ban tin"},
    {"donors", "bailleurs|donateurs|doadores|financiadores|donantes|donatur|penyandang dana|nha tai tro|geldgeber"},
    {"partners", "partenaires|parceiros|socios|aliados|mitra|doi tac"},
    {"contact details", "coordonnees|contacto|contactos|contato|contatos|kontak|kontaktu|kontaktdaten|lien he"},
    {"contacted", "contactar|contactado|contatar|contacter|contactee|dihubungi|hubungi|kontaktieren|kontaktiert"},
    {"named", "nommer|nomme|nommes|nommee|nomear|nomeado|nomeada|mencionar|mencionado|mencionada|nombrar|nombrado|"
              "nombrada|disebut|ditulis|temi|banggitin|pangalanan|"
              "disebutkan|dicantumkan|sebut|sebutkan|menyebut|menyebutkan|tulis|menulis|cantumkan|mencantumkan|"
              "genannt|nennen|mentionner|mentionne|identificado|identifie|neu ten"},
    {"name", "ang pangalan|pangalan|nama|namanya|namaku|nome|nom|nombre|naran|имя|اسم|नाम|নাম"},
    {"her name", "son nom|leur nom|su nombre|seu nome|nama beliau|nama dia"},
    {"her photo", "sa photo|ses photos|son image|su foto|sus fotos|su imagen|sua foto|suas fotos|sua imagem"},
    {"appear in", "aparecer no|figurar no|constar no"},
    {"included in", "incluido no|incluida no|listado no|listada no"},
    {"published in", "publicado no|publicada no"},
    {"my", "saya|cua toi|hau nia|ha u|मेरो|मेरा|আমার"},
    {"information", "data|dados|datos|donnees|thong tin|informacao|informacion|informations|informasi|dadus"},
    {"appear", "figurer|figurar|aparecer|apparaitre|paraitre|tampil|muncul|constar|erscheinen"},
    {"receive", "recevoir|receber|recibir|menerima|erhalten"},
    {"only", "seulement|uniquement|apenas|somente|solamente|hanya|saja|nur"},
    {"hide", "masquer|cacher|ocultar|esconder|sembunyikan|verbergen"},
    {"until", "valido ate|valida ate|valido hasta|valida hasta|valable jusqu au|valable jusqu a|berlaku "
              "sampai|berlaku hingga|gultig bis|jusqu au|hasta"},
    {"confidential", "rahasia|dirahasiakan|confidentiel|confidentielle|confidencial|confidenciais|vertraulich|bi mat|"
                     "sulit|lihim|конфиденциально|गोपनीय|গোপনীয়|سري|محرمانه"},
    {"anonymous", "anonyme|anonimo|anonima|anonim|an danh|анонимно|गुमनाम"},
    {"consent", "consentimiento|consentimento|consentement|einwilligung|persetujuan|su dong y"},
    {"be", "ser|etre|werden|duoc"},
    {"want", "mau|ingin|muon|quero|quiero|quer|quiere|deseja|desejo|desea|deseo|souhaite|souhaitez|voulez|veux|veut|"
             "mochte|hakarak"},
};

// Written together, or with marks that are part of the word.
constexpr Said together[] = {
    {"not agree", "不同意|不赞成|不贊成|ไม่ยินยอม|ไม่เห็นด้วย|ไม่ตกลง|មិនយល់ព្រម|မသဘောတူ|သဘောမတူ|ບໍ່ເຫັນດີ|ບໍ່ຍິນຍອມ|同意しない|"
                  "同意しません|동의하지않음|동의안함|동의하지|비동의|미동의"},
    {"not allow", "ไม่อนุญาต|មិនអនុញ្ញាត|ບໍ່ອະນຸຍາດ|ခွင့်မပြု|不允许|不允許|不许|不許|不可|不得"},
    {"not want", "ไม่ต้องการ|ไม่ประสงค์|មិនចង់|不愿意|不願意|不愿|不願|不想|希望しない|希望しません|원하지않음|원치않음"},
    {"not publish", "不公开|不公開|不公布|公開しない|掲載しない|비공개|မထုတ်ပြန်"},
    {"not shared", "不分享|共有しない|မမျှဝေ"},
    {"do not", "不要|请勿|請勿|勿|ห้าม|អย่า|อย่า|កុំ|ហាម|ຫ້າມ|ຢ່າ|하지마"},
    {"refuse", "拒绝|拒絕|拒否|ปฏิเสธ|បដិសេធ|ປະຕິເສດ|ငြင်းပယ်|ငြင်း|거부|거절"},
    {"object", "反对|反對|คัดค้าน|ប្រឆាំង|반대"},
    {"forbidden", "禁止|금지"},
    {"confidential", "保密|机密|機密|ความลับ|ปกปิด|សម្ងាត់|ຄວາມລັບ|လျှို့ဝှက်|비밀|機密|秘密"},
    {"anonymous", "匿名|ไม่ระบุชื่อ|익명"},
    {"not", "ไม่|មិន|ບໍ່|않음|않습니다|안함|不是|不"},
    {"agree", "同意|赞成|贊成|ยินยอม|เห็นด้วย|យល់ព្រម|ເຫັນດີ|ຍິນຍອມ|သဘောတူ|동의"},
    {"allow", "允许|允許|授权|授權|อนุญาต|អនុញ្ញាត|ອະນຸຍາດ|許可"},
    {"publish", "发布|發佈|發布|刊登|เผยแพร่|ផ្សព្វផ្សាយ|ເຜີຍແຜ່|ထုတ်ပြန်|掲載"},
    {"public", "公开|公開|公布|공개|សាធារណៈ|สาธารณะ"},
    {"publicity", "宣传|宣傳|广报|広報|홍보|ประชาสัมพันธ์"},
    {"photo", "照片|相片|拍照|影像|肖像|รูปถ่าย|รูปภาพ|ภาพถ่าย|ถ่ายภาพ|ถ่ายรูป|รูป|រូបថត|រូបភាព|ຮູບພາບ|ຮູບ|ဓာတ်ပုံ|写真|사진"},
    {"shared", "分享|共享|透露|แบ่งปัน|แชร์|เปิดเผย|ចែករំលែក|ແບ່ງປັນ|မျှဝေ|共有|공유"},
    {"directory", "名录|名錄|通讯录|通訊錄|ทำเนียบ|名簿|명부"},
    {"newsletter", "通讯|通訊|电子报|電子報|จดหมายข่าว|뉴스레터|ニュースレター"},
    {"donors", "捐助者|资助方|資助方|捐款人|ผู้บริจาค|ម្ចាស់ជំនួយ|기부자|寄付者"},
    {"partners", "合作伙伴|合作夥伴|พันธมิตร|ដៃគូ|파트너"},
    {"contact details", "联系方式|聯絡方式|联系信息|聯絡資料|ข้อมูลติดต่อ|連絡先|연락처"},
    {"contacted", "联系|聯絡|ติดต่อ|ទាក់ទង"},
    {"name", "姓名|名字|氏名|名前|ชื่อ|ឈ្មោះ|ຊື່|အမည်|이름|성명|名"},
    {"information", "ข้อมูล|信息|資料|资料|ព័ត៌មាន|정보|情報"},
    {"my", "我的|本人|我|ของฉัน|ของข้าพเจ้า|ข้าพเจ้า|ฉัน|ខ្ញុំ|私の|나의"},
    {"to", "ให้|使用|ใช้|用于|用於|用|的|被|在|于|於|を|の|に|は|을|를|의"},
};

template <size_t N>
std::vector<std::pair<QString, QString>> longestFirst(const Said (&all)[N])
{
    std::vector<std::pair<QString, QString>> pairs;
    for (const Said& said : all) {
        for (const QString& word : QString::fromUtf8(said.words).split(QLatin1Char('|')))
            pairs.emplace_back(wordsOf(foldText(word)).join(QLatin1Char(' ')), QString::fromLatin1(said.english));
    }
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
    return pairs;
}

bool isPlain(QChar letter)
{
    return letter.unicode() < 0x0370;
}

// Each piece of a text of other letters that says something known; what is left is a word that is not known.
QString takenApart(QString text)
{
    static const auto all = longestFirst(together);
    for (const auto& [word, english] : all)
        text.replace(word, QLatin1Char(' ') + english + QLatin1Char(' '));
    return text.simplified();
}

QString wordForWord(const QString& text)
{
    struct Known {
        QHash<QString, QString> words;
        std::vector<std::pair<QString, QString>> phrases;
    };
    static const Known known = [] {
        Known all;
        for (const auto& [word, english] : longestFirst(spaced)) {
            if (word.contains(QLatin1Char(' ')))
                all.phrases.emplace_back(word, english);
            else
                all.words.insert(word, english);
        }
        return all;
    }();
    QString padded = QLatin1Char(' ') + text + QLatin1Char(' ');
    for (const auto& [phrase, english] : known.phrases)
        padded.replace(QLatin1Char(' ') + phrase + QLatin1Char(' '), QLatin1Char(' ') + english + QLatin1Char(' '));
    QStringList words = padded.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (QString& word : words)
        word = known.words.value(word, word);
    return words.join(QLatin1Char(' '));
}
} // namespace

QString inEnglish(const QString& folded)
{
    const QString text = wordsOf(folded).join(QLatin1Char(' '));
    return wordForWord(std::all_of(text.begin(), text.end(), &isPlain) ? text : takenApart(text));
}

} // namespace dtp
