// SPDX-License-Identifier: GPL-3.0-or-later
// What a list of related records shows of each.
#include <ui/lists/related_columns.h>

#include <base/partial_date.h>
#include <erasure/erase_records.h>
#include <meaning/merged_people.h>
#include <records/kinds.h>
#include <records/programs.h>
#include <records/reports.h>

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <optional>

namespace dtp
{

namespace
{
struct Related {
    Q_DECLARE_TR_FUNCTIONS(RelatedList)
};

// What stands first in a row: the other side, or the field that says most: a required one before the others.
int leadingField(Entity child, const QByteArray& linkField, int other)
{
    if (other >= 0)
        return other;
    const auto& fields = recordType(child).fields;
    const auto rank = [&](size_t i) { return traitsOf(fields[i]).leads + (fields[i].isRequired ? 0 : 100); };
    std::optional<size_t> best;
    for (size_t i = 0; i < fields.size(); ++i) {
        const bool canLead = traitsOf(fields[i]).leads > 0 && fields[i].isListed && linkField != fields[i].name;
        if (canLead && (!best || rank(i) < rank(*best)))
            best = i;
    }
    return static_cast<int>(best.value_or(0));
}

// "30 Jun 2025", "about Jun 2025": two of them stand beside a name.
QString shortDay(const QString& stored)
{
    const PartialDate date = PartialDate::fromStorage(stored).value_or(PartialDate());
    if (date.isEmpty())
        return {};
    const QString text = QLocale().toString(date.earliest(), date.day() != 0     ? QStringLiteral("d MMM yyyy")
                                                             : date.month() != 0 ? QStringLiteral("MMM yyyy")
                                                                                 : QStringLiteral("yyyy"));
    return date.isAbout() ? QCoreApplication::translate("PartialDate", "about %1").arg(text) : text;
}

// "Jun 2019 – 2023", "since 2019", "until 2023"
QString termText(const QString& from, const QString& until)
{
    const QString begin = shortDay(from);
    const QString end = shortDay(until);
    if (begin.isEmpty())
        return end.isEmpty() ? QString() : Related::tr("until %1").arg(end);
    return end.isEmpty() ? Related::tr("since %1").arg(begin) : Related::tr("%1 – %2").arg(begin, end);
}

// Whether what left were cases: whoever was in it has one. The ledger keeps it in words only; in doubt it were cases.
bool saysRestricted(const QString& what)
{
    for (const RecordType& type : allRecordTypes()) {
        const QStringList words{QLatin1String(type.singular), QLatin1String(type.plural), type.singularText(),
                                type.pluralText()};
        const auto isSaid = [&](const QString& word) { return what.contains(word, Qt::CaseInsensitive); };
        if (type.isRestricted() && std::any_of(words.begin(), words.end(), isSaid))
            return true;
    }
    return false;
}

// "Agreed · until 4 Oct 2029", "Refused · 19 May 2026": which day it is, the answer says.
QString answerText(const Store& store, const RecordValues& values)
{
    const auto day = [&](const char* name) {
        return QLocale().toString(QDate::fromString(values.text(name), Qt::ISODate), QStringLiteral("d MMM yyyy"));
    };
    const QString answer = store.vocabulary(QStringLiteral("consent_answers")).labelOf(values.text("answer"));
    const QString end = day("expires_on");
    QStringList parts{answer, end.isEmpty() ? day("answered_on") : Related::tr("until %1").arg(end)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

// The sector of somebody's work says nothing where it is the type of the organisation, which stands above the list or
// which its name tells.
bool isTypeOfOrganisation(const Store& store, const RecordValues& values, const Field& field)
{
    if (values.entity != Entity::Affiliation || qstrcmp(field.name, "sector") != 0)
        return false;
    const auto organisation = store.get(Id<Organisation>{values.value("organisation_id").toLongLong()});
    return organisation && organisation->kind == values.text("sector");
}

// The ledger keeps keys only: it outlives those whom it is about.
QString nameInLedger(const Store& store, const RecordValues& values)
{
    const qint64 person = personInLedger(store, values);
    if (const auto isThere = store.contains(Entity::Person, person); !isThere || *isThere) {
        const auto disclosure = store.get(Id<Disclosure>{values.value("disclosure_id").toLongLong()});
        return disclosure && !saysRestricted(disclosure->what) ? store.titleOf(Entity::Person, person)
                                                               : QStringLiteral("•••");
    }
    const QDate erased = erasedOn(store, person);
    return erased.isValid()
               ? Related::tr("A person erased on %1").arg(QLocale().toString(erased, QStringLiteral("d MMMM yyyy")))
               : Related::tr("Somebody who is not in the file any more");
}
} // namespace

qint64 personInLedger(const Store& store, const RecordValues& values)
{
    const qint64 key = values.value("person_key").toLongLong();
    const auto merged = mergedInto(store, key);
    return merged && *merged != 0 ? *merged : key;
}

std::vector<ListColumn> relatedColumns(Entity child, const QByteArray& linkField, int otherField)
{
    const auto& fields = recordType(child).fields;
    const int leading = leadingField(child, linkField, otherField);
    ListColumn first;
    first.key = QStringLiteral("leading");
    first.fields = {leading};
    first.text = [child, leading](const Store& store, const RecordValues& values) {
        if (child == Entity::DisclosedPerson)
            return nameInLedger(store, values);
        const QString text =
            store.displayText(recordType(child).fields[static_cast<size_t>(leading)], values.fields.at(leading));
        return text.isEmpty() ? titleOf(values) : text;
    };
    ListColumn rest;
    rest.key = QStringLiteral("rest");
    for (size_t i = 0; i < fields.size(); ++i) {
        // The ledger's key of a person says nothing to people: the name stands first.
        const bool isBareKey = child == Entity::DisclosedPerson && qstrcmp(fields[i].name, "person_key") == 0;
        if (fields[i].isListed && static_cast<int>(i) != leading && linkField != fields[i].name && !isBareKey)
            rest.fields.push_back(static_cast<int>(i));
    }
    rest.text = [child, shown = rest.fields](const Store& store, const RecordValues& values) {
        if (child == Entity::Consent)
            return answerText(store, values);
        QStringList parts;
        const int from = recordType(child).indexOf("from_date");
        const int until = recordType(child).indexOf("to_date");
        for (const int i : shown) {
            if (i == from && until >= 0) {
                parts.append(termText(values.fields.at(from).toString(), values.fields.at(until).toString()));
                continue;
            }
            if (i == until && from >= 0)
                continue;
            const Field& field = recordType(child).fields[static_cast<size_t>(i)];
            if (isTypeOfOrganisation(store, values, field))
                continue;
            const QVariant& value = values.fields.at(i);
            parts.append(traitsOf(field).brief(field, value, store, QLocale()));
        }
        parts.removeAll(QString());
        return parts.join(QStringLiteral(" · "));
    };
    // What "rest" does not show is read as well where titleOf needs it.
    for (size_t i = 0; i < fields.size(); ++i) {
        if (traitsOf(fields[i]).isShown() && (otherField < 0 || child == Entity::Affiliation))
            first.fields.push_back(static_cast<int>(i));
    }
    return {first, rest};
}

} // namespace dtp
