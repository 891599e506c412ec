// SPDX-License-Identifier: GPL-3.0-or-later
#include <meaning/codes.h>
#include <meaning/contacts.h>
#include <meaning/mail_recipients.h>
#include <meaning/safety.h>
#include <records/cases.h>
#include <records/contact_kinds.h>
#include <storage/store.h>

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>

namespace dtp
{

namespace
{
struct Mail {
    Q_DECLARE_TR_FUNCTIONS(Mail)
};

constexpr size_t readAtOnce = 500;
constexpr qsizetype mostNamed = 5; // for one reason
constexpr qsizetype longestAddress = 254;

QString named(const QStringList& names)
{
    const QString list = names.mid(0, mostNamed).join(QStringLiteral(", "));
    const qsizetype more = names.size() - mostNamed;
    return more > 0 ? Mail::tr("%1 and %2 more").arg(list).arg(more) : list;
}

Result<QSet<qint64>> peopleWithOpenCase(const Store& store)
{
    DTP_TRY(cases, store.find<RiskCase>(Where().compare("closed_on", Where::Op::IsEmpty)));
    QSet<qint64> people;
    for (const RiskCase& one : cases)
        people.insert(one.person.value);
    return people;
}

void sort(const Person& person, const QString& typed, bool hasCase, MailRecipients& all)
{
    const QString address = mailboxOf(typed);
    if (codeOf<PersonStatus>(person.status) == PersonStatus::Deceased)
        all.dead.append(fullName(person));
    else if (hasCase || isAtRisk(person) || !person.safeChannel.trimmed().isEmpty())
        ++all.byOtherWays;
    else if (typed.trimmed().isEmpty())
        all.without.append(fullName(person));
    else if (address.isEmpty())
        all.unreadable.append(fullName(person));
    else
        all.people.push_back({person, address});
}
} // namespace

QString mailboxOf(const QString& typed)
{
    // RFC 5322, 3.4.1: a dot-atom and a domain. Quoted local parts and such with letters beyond ASCII are left to who
    // writes by hand: not every server takes them.
    static const QRegularExpression shape(QStringLiteral(
        "^([A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*)@([^@\\s,;<>\"()]+)$"));
    static const QRegularExpression domainShape(
        QStringLiteral("^[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z0-9-]{2,}$"));
    const auto match = shape.match(typed.trimmed());
    if (!match.hasMatch())
        return {};
    const QString domain = QString::fromLatin1(QUrl::toAce(match.captured(2)));
    const QString address = match.captured(1) + QLatin1Char('@') + domain;
    return domainShape.match(domain).hasMatch() && address.size() <= longestAddress ? address : QString();
}

std::vector<qint64> MailRecipients::ids() const
{
    std::vector<qint64> all;
    for (const One& one : people)
        all.push_back(one.person.id.value);
    return all;
}

Result<> MailRecipients::checkAnybody() const
{
    if (!people.empty())
        return {};
    return fail(QString(Mail::tr("There is nobody to write to.") + QLatin1Char(' ') + leftOutText()).trimmed());
}

bool MailRecipients::isNobodyLeftOut() const
{
    return dead.isEmpty() && without.isEmpty() && unreadable.isEmpty() && byOtherWays == 0;
}

QString MailRecipients::leftOutText() const
{
    if (isNobodyLeftOut())
        return {};
    QStringList parts;
    if (!without.isEmpty())
        parts.append(Mail::tr("%1 (no address that may be used)").arg(named(without)));
    if (!unreadable.isEmpty())
        parts.append(Mail::tr("%1 (an address that is not one of one mailbox)").arg(named(unreadable)));
    if (!dead.isEmpty())
        parts.append(Mail::tr("%1 (deceased)").arg(named(dead)));
    if (byOtherWays == 1)
        parts.append(Mail::tr("one person who is at risk or is reached by a safe channel: reach them in that way"));
    else if (byOtherWays > 1)
        parts.append(Mail::tr("%1 people who are at risk or are reached by a safe channel: reach them in that way")
                         .arg(byOtherWays));
    return Mail::tr("No e-mail for: %1.").arg(parts.join(QStringLiteral("; ")));
}

Result<MailRecipients> mailRecipients(const Store& store, std::span<const qint64> people)
{
    MailRecipients all;
    DTP_TRY(cases, peopleWithOpenCase(store));
    for (size_t from = 0; from < people.size(); from += readAtOnce) {
        const auto some = people.subspan(from, std::min(readAtOnce, people.size() - from));
        DTP_TRY(rows, store.rows(Entity::Person, std::vector<qint64>(some.begin(), some.end())));
        DTP_TRY(addresses, reachableContacts(store, some, emailKinds()));
        for (const RecordValues& row : rows)
            sort(fromValues<Person>(row), addresses.value(row.id), cases.contains(row.id), all);
    }
    return all;
}

} // namespace dtp
