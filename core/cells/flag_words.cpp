// SPDX-License-Identifier: GPL-3.0-or-later
// Headings that say by which way somebody does not wish to be reached.
#include <cells/consent_words.h>

#include <cells/word_sets.h>
#include <records/contact_kinds.h>

#include <QHash>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

struct Way {
    const char* target;
    const char* words;
};
constexpr Way ways[] = {{"flag.email", "email emails emailed"},
                        {"flag.phone", "phone phoned call calls called telephone text texts sms whatsapp"},
                        {"flag.post", "post letter letters"},
                        {"flag.mail", "mail mails mailed mailing mailings"}};

// "No. phone" and "No WhatsApp" are numbers; nobody writes "no phone calls" or "no e-mail" of one.
bool isForbidding(const QStringList& words)
{
    static const WordSet several = wordSet("calls email emails mails mailings sms texts letters messages");
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString& word = words.at(i);
        const QString next = words.value(i + 1);
        if (word == L1("not") || word == L1("dont") || word == L1("never") || (word == L1("don") && next == L1("t")) ||
            ((word == L1("opt") || word == L1("opted")) && next == L1("out")))
            return true;
    }
    return !words.isEmpty() && words.front() == L1("no") && hasAny(words, several);
}

// The one that marks all of these ways, and no more where there is one.
QString ofSeveral(const WordSet& targets)
{
    const QString phone = QStringLiteral("flag.phone");
    const QString email = QStringLiteral("flag.email");
    if (targets.size() < 2)
        return targets.isEmpty() ? QString() : *targets.begin();
    if (!targets.contains(phone))
        return QStringLiteral("flag.mail");
    return targets == WordSet{phone, email} ? QStringLiteral("flag.phone_email") : QStringLiteral("flag.contact");
}
} // namespace

QString flagTarget(const QString& key)
{
    QStringList words = key.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (qsizetype i = 0; i + 1 < words.size(); ++i) {
        if (words.at(i) == L1("e") && (words.at(i + 1) == L1("mail") || words.at(i + 1) == L1("mails"))) {
            words[i] += words.at(i + 1);
            words.removeAt(i + 1);
        }
    }
    static const WordSet around = wordSet(
        "please do does not don t dont no never me us i we any more further bulk mass has have is opted opt out "
        "of from by via the to be send sent receive wish wishes want wants contact contacted messages message or and "
        "nor neither either");
    if (!isForbidding(words))
        return {};
    WordSet targets;
    for (const QString& word : words) {
        const char* named = nullptr;
        for (const Way& way : ways) {
            if (wordSet(way.words).contains(word))
                named = way.target;
        }
        if (named)
            targets.insert(QLatin1String(named));
        else if (!around.contains(word))
            return {};
    }
    const bool isOfContact = words.contains(L1("contact")) || words.contains(L1("contacted"));
    return targets.isEmpty() && isOfContact ? QStringLiteral("flag.contact") : ofSeveral(targets);
}

const QStringList& unwantedBy(const QString& flag)
{
    static const QStringList mail = emailKinds() + QStringList{QStringLiteral("post")};
    static const QStringList post{QStringLiteral("post")};
    static const QStringList phoneAndEmail = phoneKinds() + emailKinds();
    static const QStringList all =
        emailKinds() + phoneKinds() +
        QStringList{QStringLiteral("telegram"), QStringLiteral("social"), QStringLiteral("website"), post.front()};
    static const QHash<QString, const QStringList*> kinds{{QStringLiteral("email"), &emailKinds()},
                                                          {QStringLiteral("phone"), &phoneKinds()},
                                                          {QStringLiteral("post"), &post},
                                                          {QStringLiteral("mail"), &mail},
                                                          {QStringLiteral("opt_out"), &mail},
                                                          {QStringLiteral("contact"), &all},
                                                          {QStringLiteral("phone_email"), &phoneAndEmail}};
    static const QStringList none;
    return *kinds.value(flag, &none);
}

} // namespace dtp
