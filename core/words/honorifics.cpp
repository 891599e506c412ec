// SPDX-License-Identifier: GPL-3.0-or-later
#include <words/honorifics.h>

#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace dtp
{

namespace
{
QSet<QString> setOf(const char* words)
{
    const QStringList all = QString::fromUtf8(words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return QSet<QString>(all.begin(), all.end());
}

// The longest first.
QStringList byLength(const char* words)
{
    QStringList all = QString::fromUtf8(words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::stable_sort(all.begin(), all.end(), [](const QString& a, const QString& b) { return a.size() > b.size(); });
    return all;
}
} // namespace

bool isHonorificBefore(const QString& folded)
{
    static const QSet<QString> words = setOf(
        // Indonesian, Malay, Javanese, Sundanese, Batak, Balinese
        "tante om oom omm paman bibi bik paklik bulik pakde bude pakcik makcik pakngah makngah kakak adik dik dek "
        "bang abang akang kang teteh teh neng uda uni cak cik gus ning nyai nyi eyang mbah opa oma nenek kakek datuk "
        "tok "
        "atok wak uwak tulang namboru amang inang bli mbok gek nyonya nona tuan puan raden rara seri guru cikgu haji "
        "hajjah hj kh ki "
        "tgk teungku ustadzah ustaz ustazah habib syekh engku tengku tunku ir drs dra romo suster bruder bunda ayah "
        "mama papa mami papi saudara saudari yth almarhum almarhumah alm "
        // Filipino
        "tita tito lola lolo nanay tatay manong manang aling mang ka ading ninong ninang attorney engr "
        // Burmese, Karen, Kachin, Shan
        "saw naw sai nan mahn salai mai slg saya sayar sayama hsaya ashin sayadawgyi bogyoke thakin "
        // Khmer, Lao, Thai
        "srey bong ming pou yeay lokta lokkru neakkru preah ta om thao than euay nong noy lung pa phi pee khru kru "
        "ajahn "
        "acharn luang mae pho por yai "
        // Vietnamese, Chinese, Korean, Japanese
        "anh chi bac ong ba co chu thay "
        // South Asia
        "didi dada bhai bhaiya bhabhi behen ben baji apa appa amma akka thambi thangachi aiya chacha chachi khala "
        "khalu mamu mami nani dadi phupho saheb sahib sahiba janab begum bibi babu swami "
        "baba pir maulana maulvi moulvi hafiz qari rinpoche geshe ani pala amala acho "
        // Persian, Arabic
        "jan joon jaan agha khanom sayed sayyid sayeda umm hajja ustadh ustadha ustaz "
        // Pacific, Timor
        "tama tia tio tiu maun mana avo amu bubu ratu bulou tamai susuga tofa fofoga "
        // European languages
        "tia tio hermana hermano irma irmao padre madre compa companera companero maitre oncle soeur frere tata "
        "onkel frere maman papa pere mere grandma grandpa granny nana auntie aunty teacher coach boss dear little");
    return words.contains(folded);
}

bool isHonorificBehind(const QString& folded)
{
    static const QSet<QString> words =
        setOf("san sama kun chan sensei senpai ssi nim seonsaengnim xiansheng taitai nushi xiaojie laoshi ji jee bhai "
              "bhaiya ben behen bai babu didi dada apa saheb sahib sahiba begum khanum khatun bibi jan joon jaan agha "
              "khanom aunty auntie uncle teacher lama rinpoche sayadaw gyi");
    return words.contains(folded);
}

QStringList stemsOf(const QString& word)
{
    constexpr qsizetype shortest = 3;
    constexpr int most = 3; // endings on one word
    static const QStringList endings =
        byLength("ku mu nya lah kah pun tah kan ji jee bhai bai ben behen babu didi jan "
                 "joon jaan san sama kun chan sensei sahib saheb जी भाई दीदी बहन ভাই আপা");
    QStringList stems;
    QString rest = word;
    for (int i = 0; i < most; ++i) {
        const auto ending = std::find_if(endings.begin(), endings.end(), [&](const QString& one) {
            return rest.size() >= one.size() + shortest && rest.endsWith(one, Qt::CaseInsensitive);
        });
        if (ending == endings.end())
            break;
        rest.chop(ending->size());
        stems.append(rest);
    }
    return stems;
}

std::vector<std::pair<qsizetype, qsizetype>> partsOf(const QString& word)
{
    std::vector<std::pair<qsizetype, qsizetype>> parts;
    bool isOpen = false;
    for (qsizetype i = 0; i < word.size(); ++i) {
        const QChar c = word.at(i);
        const bool begins = i > 0 && c.isUpper() && word.at(i - 1).isLower();
        if (c.isDigit()) {
            isOpen = false;
            continue;
        }
        if (!isOpen || begins)
            parts.emplace_back(i, 0);
        isOpen = true;
        ++parts.back().second;
    }
    return parts;
}

qsizetype honorificBehind(const QString& text, qsizetype at)
{
    static const QStringList words =
        byLength("先生 女士 小姐 太太 夫人 老师 老師 教授 博士 医生 醫生 大夫 律师 律師 同志 主任 经理 經理 记者 記者 "
                 "牧师 牧師 "
                 "师傅 師傅 阿姨 叔叔 姐姐 哥哥 大哥 大姐 妈妈 爸爸 奶奶 爷爷 姐 哥 叔 姨 嫂 氏 老板 校长 法师 "
                 "さん さま くん ちゃん 様 氏 선생님 선생 씨 님 교수 박사 변호사 목사 신부 기자 대표 여사");
    for (const QString& word : words) {
        if (QStringView(text).mid(at).startsWith(word))
            return word.size();
    }
    return 0;
}

bool endsWithHonorific(QStringView words)
{
    static const QStringList all =
        byLength("คุณ นาย นาง นางสาว น้อง พี่ ครู อาจารย์ ลุง ป้า น้า ตา ยาย แม่ พ่อ พระ หลวงพ่อ หลวงพี่ ดร. ท่าน เด็กหญิง เด็กชาย "
                 "ທ້າວ ນາງ ທ່ານ ນາຍ ອ້າຍ ເອື້ອຍ ນ້ອງ ລຸງ ປ້າ ອາຈານ ແມ່ ພໍ່ "
                 "លោក លោកស្រី អ្នកស្រី អ្នកនាង កញ្ញា បង ពូ មីង អ៊ំ យាយ លោកគ្រូ អ្នកគ្រូ ឧកញ៉ា "
                 "ဦး ဒေါ် ကို မောင် ဆရာ ဆရာမ စော နော် နန်း စိုင်း ဦးလေး အန်တီ အဘ");
    return std::any_of(all.begin(), all.end(), [&](const QString& one) { return words.endsWith(one); });
}

std::vector<std::pair<qsizetype, qsizetype>> degreesIn(const QString& text)
{
    // Written so for nothing else; and what may be initials or a word, and is a degree behind a comma alone.
    static const QString certain = QStringLiteral(
        "Ph\\.? ?D|DPhil|MPhil|[BMD]Sc|[BM]Ed|EdD|[BM]Com|[BM]Eng|[BM]Tech|LL\\.?[BMD]|DrPH|PGDip|M\\.?B\\.?A|PharmD|"
        "[SM]\\.(?:Sos|Pd|Ag|Psi|Kom|Si|Hum|Th|Sn|Kep|Farm|Ked|Kes|Ikom)|S\\.I\\.(?:Kom|P|Kep)|Esq|Jr|Sr|Hons");
    static const QString behindComma = QStringLiteral(
        "[DM]\\.? ?Phil|[BMD]\\.? ?Sc|[BM]\\.? ?Ed|Ed\\.? ?D|[BM]\\.? ?Com|[BM]\\.? ?Eng|[BM]\\.? ?Tech|LL\\.? ?[BMD]|"
        "[BM]\\.? ?A|M\\.? ?D|J\\.? ?D|M\\.? ?P\\.? ?[AHP]|[BM]\\.? ?S\\.? ?W|[SM]\\.? "
        "?(?:H|E|T|M|IP|P|KM|Sos|Pd|Ag|Si|Hum|"
        "Kom|Psi)|Drs|Dra|Lc|S\\.?J|O\\.?P|O\\.?F\\.?M|A\\.?[MO]|O\\.?A\\.?M|[OMC]\\.?B\\.?E|[QKS]\\.?C|I{2,3}");
    static const QRegularExpression form(
        QStringLiteral("(?<=[\\p{L}\\p{M}.)])(?:,? +|, *)((?:%1)\\.?)(?![\\p{L}\\p{M}\\d])|"
                       "(?<=[\\p{L}\\p{M}.)]), *((?:%2)\\.?)(?![\\p{L}\\p{M}\\d])(?! +\\p{Lu}\\p{Ll})")
            .arg(certain, behindComma));
    std::vector<std::pair<qsizetype, qsizetype>> found;
    for (auto matches = form.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const int group = match.capturedStart(1) >= 0 ? 1 : 2;
        found.emplace_back(match.capturedStart(group), match.capturedEnd(group));
    }
    return found;
}

bool isDegree(const QString& written)
{
    static const QSet<QString> words =
        setOf("PhD DPhil MPhil BSc MSc DSc BEd MEd EdD BCom MCom BEng MEng BTech MTech LLB LLM LLD DrPH PGDip MBA "
              "PharmD Esq Jr Sr Hons MA BA MD JD MPA MPH MPP MSW BSW SH MH SE ST MT MM SKM SIP Lc");
    return words.contains(written);
}

} // namespace dtp
