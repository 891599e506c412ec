// SPDX-License-Identifier: GPL-3.0-or-later
#include <privacy/recall.h>

#include <meaning/consents.h>
#include <meaning/merged_people.h>
#include <meaning/safety.h>
#include <privacy/disclosure_pass.h>

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

namespace dtp
{

namespace
{
struct Recall {
    Q_DECLARE_TR_FUNCTIONS(Recall)
};

// What a person takes back by now.
class TakenBack
{
public:
    static Result<TakenBack> read(const Store& store, Id<Person> id)
    {
        TakenBack taken;
        taken.m_today = store.environment().clock->today();
        DTP_TRY(person, store.get(id));
        taken.m_needsCare = needsCare(person);
        DTP_TRY(consents, store.find<Consent>(Where("person_id", id)));
        taken.m_consents = std::move(consents);
        return taken;
    }

    bool holdsFor(const Disclosure& entry) const
    {
        const auto audience = audienceFromCode(entry.audience);
        if (!audience || !traitsOf(*audience).isGated())
            return false;
        const AudienceTraits& traits = traitsOf(*audience);
        const bool hasPictures = entry.fields.split(QStringLiteral("; ")).contains(picturesTitle());
        return m_needsCare || isOver(QLatin1String(traits.namingConsent)) ||
               (traits.mayHaveContacts() && isOver(QLatin1String(traits.contactConsent))) ||
               (hasPictures && isOver(QStringLiteral("photo")));
    }

private:
    bool isOver(const QString& purpose) const
    {
        return newestConsent(m_consents, purpose) && !agreesTo(m_consents, purpose, m_today);
    }

    QDate m_today;
    bool m_needsCare = false;
    std::vector<Consent> m_consents;
};

// How a copy is written in the note of a task, so that it is found there again.
QString mark(const LeftCopy& copy)
{
    return Recall::tr("No. %1: ").arg(copy.entry.id.value);
}

QString titleOfTask(const Recipient& recipient, bool isErased)
{
    return isErased ? Recall::tr("Ask for copies of a person who was erased: %1").arg(recipient.inWords())
                    : Recall::tr("Recall copies: %1").arg(recipient.inWords());
}

Paragraph paragraph(const QString& text, Paragraph::Style style = Paragraph::Style::Body)
{
    Paragraph made;
    made.style = style;
    Run run;
    run.text = text;
    made.runs.push_back(std::move(run));
    return made;
}

void newestFirst(std::vector<LeftCopy>& copies)
{
    std::sort(copies.begin(), copies.end(), [](const LeftCopy& a, const LeftCopy& b) {
        return std::pair(a.entry.at, a.entry.id.value) > std::pair(b.entry.at, b.entry.id.value);
    });
}
} // namespace

QString LeftCopy::inWords() const
{
    QStringList words{entry.at.toString(QStringLiteral("yyyy-MM-dd HH:mm")), entry.what, recipientOf(entry).inWords(),
                      entry.file};
    words.removeAll(QString());
    return words.join(QStringLiteral(" · "));
}

QString Recipient::inWords() const
{
    return name.isEmpty() ? audienceName(audience)
                          : Recall::tr("%1: %2", "Partners: River Fund").arg(audienceName(audience), name);
}

bool Recipient::operator==(const Recipient& other) const
{
    return audience == other.audience && name.compare(other.name, Qt::CaseInsensitive) == 0;
}

Recipient recipientOf(const Disclosure& entry)
{
    return {audienceFromCode(entry.audience).value_or(Audience::Public), entry.recipient};
}

Result<QStringList> recipientsBefore(const Store& store, Audience audience)
{
    DTP_TRY(entries,
            store.find<Disclosure>(
                Where("audience", QVariant(audienceCode(audience))).compare("recipient", Where::Op::IsNotEmpty)));
    QStringList names;
    for (const Disclosure& entry : entries) {
        if (!names.contains(entry.recipient, Qt::CaseInsensitive))
            names.append(entry.recipient);
    }
    names.sort(Qt::CaseInsensitive);
    return names;
}

Result<std::vector<LeftCopy>> copiesWith(const Store& store, Id<Person> person)
{
    DTP_TRY(taken, TakenBack::read(store, person));
    DTP_TRY(keys, keysOf(store, person));
    QVariantList hers;
    for (const qint64 key : keys)
        hers.append(key);
    DTP_TRY(entries, store.find<DisclosedPerson>(Where().compare("person_key", Where::Op::In, hers)));
    QHash<qint64, bool> named;
    for (const DisclosedPerson& one : entries)
        named[one.disclosure.value] = named.value(one.disclosure.value) || one.named;
    DTP_TRY(rows, store.rows(Entity::Disclosure, std::vector<qint64>(named.keyBegin(), named.keyEnd())));
    std::vector<LeftCopy> copies;
    for (const RecordValues& row : rows) {
        LeftCopy copy{fromValues<Disclosure>(row), false, false};
        copy.isNamed = named.value(copy.entry.id.value);
        copy.isToRecall = copy.isNamed && taken.holdsFor(copy.entry);
        // What was chosen for ourselves may be by what is restricted, such as who has a case: of none of these is said
        // what it was.
        if (recipientOf(copy.entry).audience == Audience::Internal) {
            copy.entry.what = Recall::tr("A copy that stays inside");
            copy.entry.file.clear();
            copy.entry.recipient.clear();
        }
        copies.push_back(std::move(copy));
    }
    newestFirst(copies);
    return copies;
}

Result<std::vector<LeftCopy>> copiesToAskFor(const Store& store, std::span<const qint64> disclosures)
{
    DTP_TRY(rows, store.rows(Entity::Disclosure, std::vector<qint64>(disclosures.begin(), disclosures.end())));
    std::vector<LeftCopy> copies;
    for (const RecordValues& row : rows)
        copies.push_back({fromValues<Disclosure>(row), true, true});
    newestFirst(copies);
    return copies;
}

QString sentenceOf(const std::vector<LeftCopy>& copies)
{
    const auto toRecall = std::count_if(copies.begin(), copies.end(), [](const LeftCopy& c) { return c.isToRecall; });
    const QString left = copies.empty()       ? Recall::tr("Nothing left with this person.")
                         : copies.size() == 1 ? Recall::tr("1 copy left with this person")
                                              : Recall::tr("%1 copies left with this person").arg(copies.size());
    if (copies.empty())
        return left;
    return toRecall == 0 ? Recall::tr("%1; none is to be recalled.").arg(left)
                         : Recall::tr("%1; to be recalled: %2.").arg(left).arg(toRecall);
}

std::vector<Recipient> recipientsOf(const std::vector<LeftCopy>& copies)
{
    std::vector<Recipient> recipients;
    for (const LeftCopy& copy : copies) {
        Recipient recipient = recipientOf(copy.entry);
        if (copy.isToRecall && std::find(recipients.begin(), recipients.end(), recipient) == recipients.end())
            recipients.push_back(std::move(recipient));
    }
    std::sort(recipients.begin(), recipients.end(), [](const Recipient& a, const Recipient& b) {
        return a.audience != b.audience ? a.audience < b.audience : a.name.compare(b.name, Qt::CaseInsensitive) < 0;
    });
    return recipients;
}

Result<QSet<qint64>> followedCopies(const Store& store, const std::vector<LeftCopy>& copies, Id<Person> person)
{
    DTP_TRY(known, person ? store.find<Task>(Where("person_id", person))
                          : store.find<Task>(Where().compare("person_id", Where::Op::IsEmpty)));
    QSet<qint64> followed;
    for (const LeftCopy& copy : copies) {
        const QString title = titleOfTask(recipientOf(copy.entry), !person);
        if (std::any_of(known.begin(), known.end(), [&](const Task& task) {
                return task.title.compare(title, Qt::CaseInsensitive) == 0 && task.note.contains(mark(copy));
            }))
            followed.insert(copy.entry.id.value);
    }
    return followed;
}

namespace
{
Result<std::vector<Task>> tasksToMake(const Store& store, const std::vector<LeftCopy>& copies, Id<Person> person)
{
    DTP_TRY(followed, followedCopies(store, copies, person));
    std::vector<Task> tasks;
    for (const Recipient& recipient : recipientsOf(copies)) {
        const QString title = titleOfTask(recipient, !person);
        QStringList lines;
        for (const LeftCopy& copy : copies) {
            if (copy.isToRecall && recipientOf(copy.entry) == recipient && !followed.contains(copy.entry.id.value))
                lines.append(mark(copy) + copy.inWords());
        }
        if (lines.isEmpty())
            continue;
        Task task;
        task.title = title;
        task.person = person;
        task.due = store.environment().clock->today().addDays(daysToRecall);
        task.assignedTo = store.environment().author;
        task.note = lines.join(QLatin1Char('\n'));
        tasks.push_back(std::move(task));
    }
    return tasks;
}
} // namespace

Result<bool> hasToFollow(const Store& store, const std::vector<LeftCopy>& copies, Id<Person> person)
{
    DTP_TRY(tasks, tasksToMake(store, copies, person));
    return !tasks.empty();
}

Result<int> followRecall(Store& store, const std::vector<LeftCopy>& copies, Id<Person> person)
{
    DTP_TRY(tasks, tasksToMake(store, copies, person));
    if (tasks.empty())
        return 0;
    DTP_CHECK(store.change(Recall::tr("Follow the recall of copies"), [&](ChangeWriter& writer) -> Result<> {
        for (Task& task : tasks)
            DTP_CHECK(writer.insert(task));
        return {};
    }));
    return static_cast<int>(tasks.size());
}

namespace
{
// "People as CSV" of "People as CSV, those who match “…”": by what we chose is nobody else's business.
QString withoutQuoted(const QString& what)
{
    const qsizetype quoted = what.indexOf(QChar(0x201C));
    const qsizetype comma = what.left(std::max<qsizetype>(quoted, 0)).lastIndexOf(QLatin1Char(','));
    return comma < 0 ? what : what.left(comma); // what is quoted alone is a title
}
} // namespace

Document recallLetter(const Store& store, const std::vector<LeftCopy>& copies, const Recipient& recipient)
{
    const QDate today = store.environment().clock->today();
    const QLocale locale(QLocale::English, QLocale::UnitedKingdom);
    const auto inWords = [&](QDate day) { return locale.toString(day, QStringLiteral("d MMMM yyyy")); };
    Document letter;
    letter.title = Recall::tr("Copies that we ask you to destroy");
    letter.organisation = store.setting(QStringLiteral("organisation"), QStringLiteral("Diplomacy Training Program"));
    letter.date = today;
    RichText text;
    text.paragraphs.push_back(paragraph(Recall::tr("Dear colleagues,")));
    text.paragraphs.push_back(
        paragraph(Recall::tr("You have, or may have passed on, the following of ours, which may no longer be used:")));
    for (const LeftCopy& copy : copies) {
        if (!copy.isToRecall || !(recipientOf(copy.entry) == recipient))
            continue;
        QStringList words{inWords(copy.entry.at.date()), withoutQuoted(copy.entry.what), copy.entry.file};
        words.removeAll(QString());
        text.paragraphs.push_back(paragraph(words.join(QStringLiteral(", ")), Paragraph::Style::Bullet));
    }
    text.paragraphs.push_back(paragraph(
        Recall::tr("Please delete these copies and what was made of them, take them off any page, and ask those whom "
                   "you gave them to do the same. Please do not ask about whom this is.")));
    text.paragraphs.push_back(
        paragraph(Recall::tr("Tell us by %1 that this is done. Where you need it, we send a new version.")
                      .arg(inWords(today.addDays(daysToRecall)))));
    text.paragraphs.push_back(paragraph(Recall::tr("With thanks,")));
    text.paragraphs.push_back(paragraph(letter.organisation));
    letter.blocks.push_back(TextBlock{std::move(text)});
    return letter;
}

QString recallLetterName(const Store& store, const std::vector<Recipient>& recipients, size_t at)
{
    const Audience audience = recipients.at(at).audience;
    const auto end = recipients.begin() + static_cast<std::ptrdiff_t>(at);
    const auto before =
        std::count_if(recipients.begin(), end, [&](const Recipient& one) { return one.audience == audience; });
    const QString number = before == 0 ? QString() : QStringLiteral("-%1").arg(before + 1);
    return QStringLiteral("recall-%1%2-%3.odt")
        .arg(audienceCode(audience), number, store.environment().clock->today().toString(Qt::ISODate));
}

} // namespace dtp
