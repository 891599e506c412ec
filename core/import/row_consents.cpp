// SPDX-License-Identifier: GPL-3.0-or-later
// What a row says of its person's consent, and what its person does not wish. Nobody agrees by accident.
#include <import/import_text.h>
#include <import/row_work.h>

#include <cells/cell_values.h>
#include <cells/consent_words.h>
#include <cells/row_words.h>
#include <cells/word_sets.h>
#include <import/heading_words.h>
#include <meaning/codes.h>

#include <base/text.h>
#include <records/contact_kinds.h>
#include <records/typed_values.h>

namespace dtp
{

using L1 = QLatin1String;

void RowWork::readConsent(const MappedColumn& column, const QString& text)
{
    const auto add = [&](const QString& answer) {
        addConsent(column, {column.kind, answer, {}, column.mapping.column, {}, {}}, {});
    };
    const CellDateHints hints{column.mapping.dateOrder, m_out.person.country, m_words.thisYear(), false,
                              column.mapping.isBuddhist};
    if (const auto reply = consentReply(text, column.kind, hints)) {
        addConsent(column,
                   {column.kind, reply->answer, reply->isPlain ? QString() : text.simplified(), column.mapping.column,
                    reply->method, reply->date},
                   text);
        tellAgreement(column, text, *reply);
    } else if (const auto code = m_words.codeFor(QStringLiteral("consent_answers"), text);
               code && !(isDoubted(text) && *code == codeText(ConsentAnswer::Agreed))) {
        add(*code);
    } else if (const auto offered = offeredAnswer(foldedHeading(column.mapping.heading), text)) {
        add(*offered);
    } else if (!meansNothing(text) || isDoubtOfConsent(text)) {
        keepUnclearConsent(column, text);
    }
}

// How and when somebody agreed is taken out of their words: whoever looks at the plan sees what was made of them.
void RowWork::tellAgreement(const MappedColumn& column, const QString& text, const ConsentReply& reply)
{
    QStringList details;
    if (!reply.method.isEmpty())
        details.append(reply.method);
    if (!reply.date.isEmpty())
        details.append(reply.date.day() > 0
                           ? reply.date.toText(QLocale::c())
                           : Import::tr("%1, of which the first day was taken").arg(reply.date.toText(QLocale::c())));
    if (!reply.guess.isEmpty())
        details.append(reply.guess);
    if (!details.isEmpty())
        m_out.warnings.append(Import::tr("“%1” in “%2” counts as agreed (%3).")
                                  .arg(text.simplified().left(80), column.mapping.heading, details.join(L1("; "))));
}

// words: what was said. What forbids publicity and speaks of photos forbids these too.
void RowWork::addConsent(const MappedColumn& column, const ImportedConsent& said, const QString& words)
{
    m_out.consents.push_back(said);
    if (column.kind == L1("publicity") && said.answer != codeText(ConsentAnswer::Agreed) && mentionsPhotos(words)) {
        m_out.consents.push_back(said);
        m_out.consents.back().purpose = QStringLiteral("photo");
    }
}

// What somebody answered and we do not understand is no agreement, whatever was agreed before.
void RowWork::keepUnclearConsent(const MappedColumn& column, const QString& text)
{
    keepUnknown(column, text);
    addConsent(column, {column.kind, {}, text.simplified(), column.mapping.column, {}, {}},
               column.mapping.heading + QLatin1Char(' ') + text);
}

// "I do not agree …: yes" is a refusal. "No" is none, and no agreement either.
void RowWork::readRefusal(const MappedColumn& column, const QString& text)
{
    const auto isRefused = isNoMark(text) ? std::nullopt : yesOrNo(text); // × may be what one ticks with
    const auto reply = isRefused ? std::nullopt : consentReply(text, column.kind);
    if (isRefused == std::optional(true) || (reply && reply->answer != codeText(ConsentAnswer::Agreed))) {
        addConsent(
            column,
            {column.kind, codeText(ConsentAnswer::Refused), column.mapping.heading, column.mapping.column, {}, {}},
            column.mapping.heading);
        return;
    }
    if (meansNothing(text) && !isDoubtOfConsent(text))
        return;
    if (!isRefused || isDoubted(text)) { // "no?" may be yes
        keepUnclearConsent(column, text);
        return;
    }
    keep(column.mapping.heading, text);
    m_out.warnings.append(Import::tr("“%1” in “%2” is no refusal, but no agreement either; it was kept in the notes.")
                              .arg(text.left(80), column.mapping.heading));
}

// A column for the notes may forbid all the same: who is not to be named agrees to nothing beside it.
void RowWork::readWish(const MappedColumn& column, const QString& text)
{
    readNotes(column, text);
    const HeadingWish& wish = column.wish;
    const CellDateHints hints{column.mapping.dateOrder, m_out.person.country, m_words.thisYear(), false};
    const WishAnswer said = answerTo(wish, text, hints);
    if (said == WishAnswer::NoRefusal)
        return;
    const bool isRefused = said == WishAnswer::Refusal;
    QStringList labels;
    for (const QString& purpose : wish.purposes) {
        m_out.consents.push_back({purpose,
                                  isRefused ? codeText(ConsentAnswer::Refused) : QString(),
                                  QString(column.mapping.heading + L1(": ") + text.simplified().left(200)),
                                  column.mapping.column,
                                  {},
                                  {}});
        if (const ImportTarget* target = importTarget(L1("refusal.") + purpose))
            labels.append(target->label());
    }
    m_out.warnings.append((isRefused ? Import::tr("“%1” in “%2” was read as a refusal: %3.")
                                     : Import::tr("“%1” in “%2” may be a refusal, and counts as no agreement: %3."))
                              .arg(text.simplified().left(80), column.mapping.heading, labels.join(L1("; "))));
}

// A column “Photos” may hold anything. A no in it is a refusal; a yes agrees to nothing that we could name.
void RowWork::readPhotos(const MappedColumn& column, const QString& text)
{
    readNotes(column, text);
    const QString photo = QStringLiteral("photo");
    const auto reply = consentReply(text, photo);
    const bool isDoubt = !reply && !yesOrNo(text) && mayRefuse(text);
    if (!reply && !isDoubt && !yesOrNo(text))
        return;
    if (!isDoubt && (!reply || reply->answer == codeText(ConsentAnswer::Agreed))) {
        m_out.warnings.append(Import::tr("“%1” in “%2” does not say what was agreed to: it is no agreement.")
                                  .arg(text.left(80), column.mapping.heading));
        return;
    }
    m_out.consents.push_back({photo,
                              isDoubt ? QString() : reply->answer,
                              QString(column.mapping.heading + L1(": ") + text.simplified()),
                              column.mapping.column,
                              {},
                              {}});
    m_out.warnings.append((isDoubt ? Import::tr("“%1” in “%2” may refuse photos, and counts as no agreement to them.")
                                   : Import::tr("“%1” in “%2” was read as a refusal to be shown in photos."))
                              .arg(text.left(80), column.mapping.heading));
}

// A day says that it was so from then on. What is not understood of a wish counts as one: not being written to harms
// nobody.
void RowWork::readFlag(const MappedColumn& column, const QString& text)
{
    static const WordSet unset =
        wordSet("allow|allowed|subscribed|opted in|opt in|active|may be contacted", QLatin1Char('|'));
    static const WordSet set = wordSet("do not allow|not allowed|opted out|opt out|unsubscribed|removed|do not email|"
                                       "do not contact|do not call|do not mail|dead|died|deceased|passed away",
                                       QLatin1Char('|'));
    const QString folded = foldText(text);
    const bool isWish = column.kind != L1("deceased");
    // Whatever somebody ticks with.
    auto isSet = isWish && isMark(text) ? std::optional(true) : yesOrNo(text);
    if (!isSet && (set.contains(folded) || unset.contains(folded)))
        isSet = set.contains(folded);
    const bool isDoubt = isDoubted(text);
    // "Alive: no"
    if (!isWish && isSet &&
        hasAny(foldedHeading(column.mapping.heading).split(QLatin1Char(' ')), wordSet("alive living")))
        isSet = !*isSet;
    const bool isDate = !isSet && !isDoubt && dateOf(column, text);
    const bool isUnclear = isDoubt || (!isSet && !isDate && !meansNothing(text));
    if (isDate)
        keep(column.mapping.heading, text);
    if (isUnclear) {
        keepUnknown(column, text);
        if (isWish)
            m_out.warnings.append(
                Import::tr("What is not understood in “%1” counts as yes.").arg(column.mapping.heading));
    }
    if (isDate || (isUnclear ? isWish : isSet == std::optional(true)))
        setFlag(column, column.kind);
}

void RowWork::setFlag(const MappedColumn& column, const QString& kind)
{
    m_flags.push_back({kind, column.mapping.heading, column.mapping.column});
}

// Whoever wishes no mail is marked, with every way to reach them that is known, and gets no newsletter; where the row
// has nothing to mark that is told.
void RowWork::settleFlag(const Flag& flag)
{
    const QStringList& kinds = unwantedBy(flag.kind);
    const bool isOfSome = flag.kind != L1("contact");
    bool isMarked = false;
    for (ContactPoint& contact : m_out.contacts) {
        if (isOfSome && !kinds.contains(contact.kind))
            continue;
        contact.doNotUse = true;
        isMarked = true;
    }
    for (const QString& kind : kinds) {
        if (!m_out.unwanted.contains(kind))
            m_out.unwanted.append(kind);
    }
    const bool isOfNews = flag.kind != L1("phone") && flag.kind != L1("post");
    if (isOfNews)
        m_out.consents.push_back(
            {QStringLiteral("newsletter"), codeText(ConsentAnswer::Refused), flag.heading, flag.column, {}, {}});
    if (isMarked && isOfSome)
        return;
    keep(flag.heading, Import::tr("yes"));
    if (!isMarked)
        m_out.warnings.append(
            (isOfNews
                 ? Import::tr("“%1” is set, and this row has nothing to mark by it: it counts as a refusal of the "
                              "newsletter, and was kept in the notes.")
                 : Import::tr("“%1” is set, and this row has nothing to mark by it: it was kept in the notes."))
                .arg(flag.heading));
}

void RowWork::settleFlags()
{
    for (const Flag& flag : m_flags) {
        if (flag.kind == L1("deceased"))
            setField(recordType<Person>().indexOf(QStringLiteral("status")), codeText(PersonStatus::Deceased));
        else
            settleFlag(flag);
    }
}

} // namespace dtp
