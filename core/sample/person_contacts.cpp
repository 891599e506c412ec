// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/text.h>
#include <sample/person_bundle.h>

namespace dtp
{

namespace
{
// Only of domains that are reserved for examples (RFC 2606).
QString emailOf(const Person& person, qint64 index, Random& random)
{
    static const QStringList domains = {QStringLiteral("example.org"), QStringLiteral("example.net"),
                                        QStringLiteral("example.com"), QStringLiteral("mail.example.org"),
                                        QStringLiteral("post.example.net")};
    QString name = wordsOf(foldToLatin(person.givenName)).join(QString());
    const QString family = wordsOf(foldToLatin(person.familyName)).join(QString());
    if (!family.isEmpty())
        name += QLatin1Char('.') + family;
    QString email = name + QString::number(index, 36);
    return email + QLatin1Char('@') + random.pick(domains);
}

// A number as people write it: with plus, with zeros or as dialled at home.
ContactPoint phoneOf(const SampleCountry& country, const QString& kind, Random& random)
{
    QString national = country.mobile;
    for (QChar& c : national) {
        if (c == QLatin1Char('#'))
            c = QChar(u'0' + random.below(10));
    }
    ContactPoint contact;
    contact.kind = kind;
    contact.e164 = QLatin1Char('+') + country.callingCode + national;
    const int style = random.below(100);
    if (style < 60)
        contact.value = QLatin1Char('+') + country.callingCode + QLatin1Char(' ') + national.left(2) +
                        QLatin1Char(' ') + national.mid(2);
    else if (style < 72)
        contact.value = QStringLiteral("00") + country.callingCode + QLatin1Char(' ') + national;
    else if (!country.trunk.isEmpty())
        contact.value = country.trunk + national.left(2) + QLatin1Char('-') + national.mid(2);
    else
        contact.value = contact.e164;
    return contact;
}
} // namespace

void addContacts(const SampleWorld& world, PersonBundle& bundle, qint64 index, Random& random)
{
    const SampleCountry& country = world.lists.countries[bundle.made.country];
    if (random.chance(86)) {
        ContactPoint email;
        email.kind = QStringLiteral("email");
        email.value = emailOf(bundle.person, index, random);
        email.preferred = random.chance(60);
        email.doNotUse = random.chance(3);
        bundle.contacts.push_back(std::move(email));
    }
    if (random.chance(52) || bundle.contacts.empty())
        bundle.contacts.push_back(phoneOf(country, QStringLiteral("phone"), random));
    if (random.chance(28)) {
        static const QStringList kinds = {QStringLiteral("whatsapp"), QStringLiteral("whatsapp"),
                                          QStringLiteral("signal"), QStringLiteral("telegram")};
        bundle.contacts.push_back(phoneOf(country, random.pick(kinds), random));
    }
    if (bundle.contacts.size() < 3 && random.chance(5)) {
        ContactPoint post;
        post.kind = QStringLiteral("post");
        post.value = QStringLiteral("P.O. Box %1, %2")
                         .arg(QString::number(random.between(10, 9999)), random.pick(country.places));
        bundle.contacts.push_back(std::move(post));
    }
}

namespace
{
struct Purpose {
    const char* code;
    int agreed, refused, withdrawn; // in 1000
};

// What one person answered about one purpose on the day on which she was asked.
void addAnswer(PersonBundle& bundle, const Purpose& purpose, QDate asked, const QString& method, Random& random)
{
    int answer = random.below(1000);
    if (bundle.person.safetyLevel == QLatin1String("at_risk")) // few of them let themselves be named
        answer = std::min(999, answer + 300);
    Consent consent;
    consent.purpose = QLatin1String(purpose.code);
    consent.answeredOn = asked;
    consent.askedBy = QStringLiteral("Program manager");
    consent.method = method;
    if (answer < purpose.agreed) {
        consent.answer = QStringLiteral("agreed");
        if (random.chance(25)) // most of them still hold
            consent.expiresOn = random.chance(22) ? sampleToday().addDays(-random.between(1, 400))
                                                  : sampleToday().addDays(random.between(200, 1800));
        if (consent.expiresOn.isValid() && consent.expiresOn <= asked)
            consent.answeredOn = consent.expiresOn.addYears(-2);
        bundle.consents.push_back(consent);
    } else if (answer < purpose.agreed + purpose.refused) {
        consent.answer = QStringLiteral("refused");
        bundle.consents.push_back(consent);
    } else if (answer < purpose.agreed + purpose.refused + purpose.withdrawn) {
        consent.answer = QStringLiteral("agreed");
        bundle.consents.push_back(consent);
        consent.answer = QStringLiteral("withdrawn");
        consent.answeredOn = asked.addDays(random.between(1, 60));
        consent.note = QStringLiteral("By e-mail; copies recalled.");
        bundle.consents.push_back(consent);
    }
}
} // namespace

void addConsents(PersonBundle& bundle, Random& random)
{
    static constexpr std::array<Purpose, 5> purposes = {{{"directory", 635, 60, 20},
                                                         {"contact_details", 310, 90, 15},
                                                         {"partners", 290, 60, 10},
                                                         {"funders", 372, 70, 20},
                                                         {"publicity", 150, 110, 10}}};
    static constexpr std::array<Purpose, 2> later = {{{"photo", 280, 130, 25}, {"newsletter", 430, 70, 30}}};
    static const QStringList methods = {QStringLiteral("signed form"), QStringLiteral("e-mail"),
                                        QStringLiteral("by word")};
    const QDate asked = QDate(2019, 3, 1).addDays(random.below(2500));
    const QString method = random.pick(methods);
    for (const Purpose& purpose : purposes)
        addAnswer(bundle, purpose, asked, method, random);
    // By a stream of its own: everything else about people stays what it was before these were asked about.
    Random ahead = random;
    Random own(ahead.next(), 0);
    for (const Purpose& purpose : later)
        addAnswer(bundle, purpose, asked, method, own);
}

void addContactNotes(const SampleWorld& world, PersonBundle& bundle, Random& random)
{
    if (!random.chance(bundle.made.isActive ? 22 : 5))
        return;
    static const QStringList kinds = {QStringLiteral("email"), QStringLiteral("message"), QStringLiteral("call"),
                                      QStringLiteral("meeting")};
    for (int count = random.chance(25) ? 2 : 1; count > 0; --count) {
        ContactNote note;
        note.date = sampleToday().addDays(-random.between(3, random.chance(60) ? 500 : 3000));
        note.kind = random.pick(kinds);
        note.text = random.pick(world.lists.words[QStringLiteral("talk")]);
        note.by = random.chance(50) ? QStringLiteral("Program manager") : QStringLiteral("Information officer");
        if (random.chance(35)) {
            note.nextAction = random.pick(world.lists.words[QStringLiteral("action")]);
            note.nextActionOn = std::max(note.date, sampleToday().addDays(-60)).addDays(random.between(7, 150));
        }
        bundle.notes.push_back(std::move(note));
    }
}

} // namespace dtp
