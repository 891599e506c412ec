// SPDX-License-Identifier: GPL-3.0-or-later
// Where a person works. Several affiliations can hold at once: all of them are told where there is room, those that
// began last first (without a date: longest ago; of one day the one entered last). When none holds on the day, the one
// that ended last stands alone. What has not begun yet is not shown, and "about" counts as exact.
#pragma once

#include <base/result.h>
#include <meaning/holding.h>
#include <records/people.h>

#include <QHash>
#include <span>
#include <vector>

namespace dtp
{

class Store;

// Those to show of the affiliations of one person, the one to show where only one fits first.
std::vector<const Affiliation*> affiliationsToShow(std::span<const Affiliation> affiliations, QDate day);

// SQL: the key of the first of them, or NULL, for the person of this column ("p.id").
SqlPiece affiliationToShow(const char* personColumn, QDate day);

struct ShownAffiliation {
    qint64 affiliation = 0;
    qint64 organisation = 0;
    QString name; // of the organisation
    QString kind; // of the organisation: vocabulary sectors
    QString role;
    QString sector; // of the affiliation itself
    bool holds = false;
};

// The same for many people, a portion at a time; organisations are read once.
class AffiliationReader
{
public:
    AffiliationReader(const Store& store, QDate day) : m_store(store), m_day(day) {}

    Result<> read(std::span<const qint64> people); // in place of what was read before
    const std::vector<ShownAffiliation>& of(qint64 person) const;
    QString organisation(qint64 person) const;                                                 // the first
    QString organisations(qint64 person, const QString& between = QStringLiteral("; ")) const; // each once

private:
    struct Known {
        QString name;
        QString kind;
    };
    Result<> readOrganisations();

    const Store& m_store;
    const QDate m_day;
    QHash<qint64, std::vector<ShownAffiliation>> m_shown;
    QHash<qint64, Known> m_organisations;
};

} // namespace dtp
