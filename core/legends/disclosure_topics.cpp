// SPDX-License-Identifier: GPL-3.0-or-later
#include <legends/disclosure_topics.h>

#include <cells/consent_vocabulary.h>

#include <QHash>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

struct Words {
    Topic topic;
    const char* words;
};
constexpr Words topics[] = {
    {Topic::Naming, "name names named naming surname surnames nameless unnamed initials identity identities identify "
                    "identified identifying identifiable identification unidentified recognise recognised recognize "
                    "recognized mention mentions mentioned mentioning credit credited crediting attribution attribute "
                    "attributed cite cited"},
    {Topic::Picture, "face faces photo photos photograph photographs photographed photographing photography picture "
                     "pictures pics pic image images portrait portraits video videos film filmed filming camera "
                     "cameras recording recordings recorded footage selfie selfies likeness headshot headshots ups"},
    {Topic::Public, "publicity publish published publishing publication publications public publicly website websites "
                    "web online internet facebook instagram twitter tiktok youtube linkedin media press newspaper "
                    "newspapers tv radio post posted posts tag tagged tagging brochure leaflet poster story stories "
                    "testimony profile bio biography interview interviews interviewed quote quotes quoted quoting "
                    "quotable publicise publicize publicising publicised broadcast livestream blog article articles "
                    "podcast materials print printed printing"},
    {Topic::Report, "report reports"},
    {Topic::List, "list lists listed listing directory roster database register records record"},
    {Topic::Sharing, "share shared sharing disclose disclosed disclosing disclosure reveal revealed circulate "
                     "circulated circulation distribute distributed distribution forward forwarded expose exposed "
                     "release released"},
    {Topic::Details, "details contact contacts data information"},
    {Topic::Receiver, "funder funders donor donors partners newsletter newsletters mailing mailings"},
    {Topic::Secret, "anonymous anonymously anonymity confidential confidentially confidentiality private privately "
                    "secret undisclosed unlisted incognito pseudonym alias unattributed"},
    {Topic::Consent, "consent consents consented consenting permission authorisation authorization agreement"}};

// What makes the word before it something else: "media freedom", "name tag", "photo ID", "public transport".
bool isOfSomethingElse(const QString& next)
{
    static const WordSet words = wordSet(
        "freedom law laws lawyer policy trainer training officer rights reform industry school schools studies "
        "research "
        "id card cards badge tag tags spelling certificate experience skills skill background equipment editing work "
        "job course transport health sector servant service services defender speaker speaking relations library "
        "university administration authority center centre house company agency editor presenter journalist student "
        "account accounts page shy protection secretary practice tutor donor hotline clinic person persons entry "
        "centre "
        "release monitoring team manager department unit lecture figure interest hospital hearing hearings order");
    return words.contains(next);
}

// "Share a room", "room list", "passport photo", "bank details", "interview panel".
bool isOfDailyLife(const QStringList& words, qsizetype at, Topic topic)
{
    static const WordSet rooms = wordSet("room rooms taxi office bed meal car table twin accommodation flat house cab "
                                         "experience experiences ideas lunch dinner ride apartment");
    static const WordSet lists = wordSet("room waiting wait reserve reading price dinner lunch bus seating packing "
                                         "shopping reserves");
    static const WordSet kinds = wordSet("passport visa bank flight hotel travel arrival account id emergency billing "
                                         "payment booking credit");
    static const WordSet owners = wordSet("her his their the a from previous current my last senior this");
    const QString before = words.value(at - 1);
    if (words.at(at) == L1("post") && owners.contains(before)) // a job
        return true;
    const QStringList near = words.mid(std::max<qsizetype>(0, at - 3), 7);
    return (topic == Topic::Sharing && hasAny(near, rooms)) || (topic == Topic::List && lists.contains(before)) ||
           kinds.contains(before);
}

const QStringList& namesUsed()
{
    static const QStringList all{QStringLiteral("directory"), QStringLiteral("partners"), QStringLiteral("funders"),
                                 QStringLiteral("publicity"), QStringLiteral("photo")};
    return all;
}

QStringList usesOf(Topic topic)
{
    static const QStringList photo{QStringLiteral("photo")};
    static const QStringList shown{QStringLiteral("publicity"), QStringLiteral("photo")};
    static const QStringList reports{QStringLiteral("funders"), QStringLiteral("partners"),
                                     QStringLiteral("publicity"), QStringLiteral("photo")};
    switch (topic) {
    case Topic::Naming:
        return namesUsed();
    case Topic::Picture:
        return photo;
    case Topic::Public:
        return shown;
    case Topic::Report:
        return reports;
    case Topic::List:
        return allPurposes();
    default:
        return everyUse();
    }
}

struct Said {
    const char* english;
    const char* words;
};
constexpr Said said[] = {
    {"remove", "hapus hapuskan hilangkan keluarkan retirer enlever supprimer effacer quitar eliminar borrar retirar "
               "remover apagar tirar streichen entfernen loschen tanggalin alisin burahin hasai xoa"},
    {"removed", "dihapus dihilangkan dikeluarkan retiree retire enleve enlevee supprime supprimee efface effacee "
                "quitada quitado eliminada eliminado borrada retirada retirado removida removido apagada gestrichen "
                "entfernt geloscht"},
    {"hidden", "disamarkan disembunyikan masque masquee cache cachee oculta oculto escondida escondido"},
    {"photos", "foto fotos fotonya fotografia fotografias bilder bild imagen imagens imagem"},
    {"blur", "flouter floutez difuminar desfocar burem buramkan kaburkan"},
    {"list", "daftar liste lista listahan listahang danh"},
    {"report", "laporan rapport informe relatorio bericht ulat relatoriu"},
    {"reports", "rapports informes relatorios berichte"},
    {"face", "wajah muka visage rostro cara rosto gesicht mukha"},
    {"faces", "visages rostros rostos gesichter"},
    {"asks", "minta meminta demande pide pidio pede pediu bittet bat humihingi xin husu"},
    {"from", "dari von sa"},
    {"in", "dans en no na im di"},
    {"mention", "mencionar mencione mencionen mentionner erwahnen banggitin"},
    {"details", "dadus dados datos daten coordonnees"},
    {"without", "sans sin sem ohne tanpa"},
    {"never", "nunca jamais nie"},
    {"not", "pas nicht nao tidak tak"},
    {"prefers", "prefere prefiere"},
    {"anonymity", "anonimato anonymat anonimitas"},
    {"cited", "citee citees citado citada zitiert"},
    {"photographed", "photographiee fotografiada fotografada"},
    {"identified", "identifiee identificada identificado"},
    {"no", "kein keine keinen keiner"},
    {"please", "bitte tolong mohon svp favor"}};

// Written together.
QString withTogether(QString text)
{
    static const std::pair<QString, QString> together[] = {
        {QStringLiteral("删除"), QStringLiteral(" remove ")},
        {QStringLiteral("刪除"), QStringLiteral(" remove ")},
        {QStringLiteral("名单"), QStringLiteral(" list ")},
        {QStringLiteral("名單"), QStringLiteral(" list ")},
        {QStringLiteral("报告"), QStringLiteral(" report ")},
        {QStringLiteral("報告"), QStringLiteral(" report ")},
        {QStringLiteral("出さない"), QStringLiteral(" not publish ")},
        {QStringLiteral("xin dung"), QStringLiteral(" do not ")},
        {QStringLiteral("dang ten"), QStringLiteral(" publish name ")}};
    for (const auto& [word, english] : together)
        text.replace(word, english);
    return text;
}
} // namespace

std::optional<Topic> topicAt(const QStringList& words, qsizetype at)
{
    static const QHash<QString, Topic> all = [] {
        QHash<QString, Topic> hash;
        for (const Words& some : topics) {
            for (const QString& word : wordSet(some.words))
                hash.insert(word, some.topic);
        }
        return hash;
    }();
    const auto found = all.constFind(words.value(at));
    if (found == all.cend() || isOfSomethingElse(words.value(at + 1)) || isOfDailyLife(words, at, *found))
        return std::nullopt;
    return *found;
}

QStringList usesTouched(const QStringList& words)
{
    QStringList uses;
    QStringList named;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const auto topic = topicAt(words, i);
        if (!topic || *topic == Topic::Consent)
            continue;
        const bool isOfMail = words.value(i - 1) == L1("mailing");
        const QStringList one = *topic == Topic::Receiver || isOfMail ? purposesNamed(words) : usesOf(*topic);
        for (const QString& use : one) {
            if (!uses.contains(use))
                uses.append(use);
        }
    }
    if (uses.isEmpty())
        uses = purposesNamed(words);
    return uses.isEmpty() ? everyUse() : uses;
}

RemarkWords remarkWords(const QString& folded)
{
    static const QHash<QString, QString> all = [] {
        QHash<QString, QString> hash;
        for (const Said& one : said) {
            for (const QString& word : wordSet(one.words))
                hash.insert(word, QString::fromLatin1(one.english));
        }
        return hash;
    }();
    const QString text = withTogether(folded);
    const QStringList own = folded.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QStringList words = inEnglish(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    // "No" is "in" of Portuguese, and "sin" a word of English: only where another word of the text is none.
    static const WordSet both = wordSet("no en sin sa di cara im na von bat muka retire xin danh cache");
    // "Data" is English as well.
    QStringList told = own;
    std::replace(told.begin(), told.end(), QStringLiteral("data"), QStringLiteral("information"));
    const bool isForeign = words != told || std::any_of(words.begin(), words.end(), [](const QString& word) {
                               return all.contains(word) && !both.contains(word);
                           });
    if (!isForeign)
        return {words, false};
    for (QString& word : words) {
        if (word != L1("no"))
            word = all.value(word, word);
    }
    return {words, true};
}

} // namespace dtp
