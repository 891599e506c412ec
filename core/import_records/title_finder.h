// SPDX-License-Identifier: GPL-3.0-or-later
// Which record a row means that names an organisation, a program, a network or a workshop: by record key, by title or
// short name, folded, and by the year where several have one title.
#pragma once

#include <import_records/import_rules.h>
#include <storage/store.h>

#include <QHash>
#include <QStringList>

namespace dtp
{

// Where a name leads.
struct Found {
    enum class How {
        Known,
        Unknown, // there is none: it may be made
        Unclear  // there are several, or what is there contradicts
    } how = How::Unknown;
    qint64 key = 0;       // negative: made by this import
    QString sentence;     // why it is not known
    QStringList warnings; // what to look at although it is
};

class TitleFinder
{
public:
    explicit TitleFinder(Entity entity);
    Result<> read(const Store& store);

    // year: 0 when not said. preferred: of several of that title this one, where it is among them.
    Found find(const QString& text, int year = 0, qint64 preferred = 0) const;
    // All whose title or short name it is.
    std::vector<qint64> called(const QString& text, int year = 0) const;
    QString titleOf(qint64 key) const;

    // A new record of this title, and that later rows may mean it.
    RecordValues make(const QString& text, int year) const;
    void add(const RecordValues& made);

private:
    struct Entry {
        qint64 key;
        int year;
    };
    std::vector<Entry> gather(const QString& text, bool& isExact) const;

    const RecordType& m_type;
    const ImportRule& m_rule;
    QHash<QString, std::vector<Entry>> m_byTitle;
    QHash<QString, std::vector<Entry>> m_byOtherName;
    QHash<qint64, QString> m_titles;
    // Of editions: the series, by its names.
    QHash<QString, qint64> m_series;
    QHash<qint64, QString> m_seriesNames;
    QHash<qint64, std::vector<Entry>> m_bySeries;
};

} // namespace dtp
