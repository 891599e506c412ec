// SPDX-License-Identifier: GPL-3.0-or-later
#include <columns/column_catalogue.h>
#include <lists/people_export.h>

#include <meaning/affiliations.h>
#include <records/contact_kinds.h>
#include <records/kinds.h>
#include <records/programs.h>
#include <records/record_type.h>
#include <sheets/list_cell.h>
#include <standards/countries.h>
#include <storage/bulk_reader.h>

#include <QCoreApplication>
#include <QHash>

namespace dtp
{

namespace
{
constexpr size_t portion = 500; // people read at a time

QString say(const char* text)
{
    return QCoreApplication::translate("Exchange", text);
}

bool isColumn(const Field& field)
{
    return !field.isHidden && traitsOf(field).isShown() && !traitsOf(field).isReference();
}

// Labels of one vocabulary; a lookup for each cell would go through the store's own cache by name.
class Labels
{
public:
    Labels(const Store& store, const char* vocabulary)
    {
        for (const VocabularyTerm& term : store.vocabulary(QLatin1String(vocabulary)).terms())
            m_labels.insert(term.code, term.label);
    }
    QString of(const QString& code) const { return m_labels.value(code, code); }

private:
    QHash<QString, QString> m_labels;
};

class PeopleRows final : public RowSource
{
public:
    PeopleRows(const Store& store, std::vector<qint64> people, const QStringList& keys)
        : m_store(store), m_people(std::move(people)), m_issues(store, "issues"), m_skills(store, "skills"),
          m_languages(store, "languages"), m_sectors(store, "sectors"),
          m_affiliations(store, store.environment().clock->today())
    {
        const std::vector<TableColumn> known = peopleColumns(store);
        for (const QString& key : keys) {
            const auto column =
                std::find_if(known.begin(), known.end(), [&](const TableColumn& one) { return one.key == key; });
            if (column != known.end() && !m_indexOf.contains(key))
                addColumn(*column);
        }
        for (const TableColumn& column : known) {
            if (keys.isEmpty())
                addColumn(column);
        }
        for (const Field& field : recordType(Entity::Person).fields) {
            if (!isColumn(field) || !has(field.name))
                continue;
            const ChosenFrom chosenFrom = traitsOf(field).chosenFrom;
            const bool isCoded = chosenFrom == ChosenFrom::Vocabulary;
            m_fields.push_back({&field, at(field.name), chosenFrom == ChosenFrom::Countries,
                                isCoded ? std::optional(Labels(store, field.vocabulary)) : std::nullopt});
        }
    }

    const std::vector<TableColumn>& columns() const override { return m_columns; }

    Result<bool> next(TableRow& row) override
    {
        while (m_at == m_rows.size()) {
            if (m_done == m_people.size())
                return false;
            DTP_CHECK(readPortion());
        }
        std::swap(row, m_rows[m_at++]);
        return true;
    }

private:
    struct PersonField {
        const Field* field;
        size_t column;
        bool isCountry;
        std::optional<Labels> labels; // of a vocabulary
    };

    void addColumn(const TableColumn& column)
    {
        m_indexOf.insert(column.key, m_columns.size());
        m_columns.push_back(column);
        m_blank.push_back({QString(), column.kind});
    }

    bool has(const char* key) const { return m_indexOf.contains(QLatin1String(key)); }
    size_t at(const char* key) const { return m_indexOf.value(QLatin1String(key)); }
    bool hasContacts() const
    {
        return std::any_of(m_indexOf.keyBegin(), m_indexOf.keyEnd(),
                           [](const QString& key) { return key.startsWith(QLatin1String("contact.")); });
    }

    void append(qint64 person, size_t column, const QString& text)
    {
        const auto row = m_rowOf.constFind(person);
        if (row == m_rowOf.constEnd() || text.isEmpty())
            return;
        QString& cell = m_rows[*row].cells[column].text;
        if (!cell.isEmpty())
            cell += QLatin1String("; ");
        cell += text;
    }

    Result<> readPortion()
    {
        m_at = 0;
        const size_t count = std::min(portion, m_people.size() - m_done);
        m_keys = std::span(m_people).subspan(m_done, count);
        m_done += count;
        m_rows.resize(count);
        m_rowOf.clear();
        for (size_t i = 0; i < count; ++i) {
            m_rows[i].subjects.clear();
            m_rows[i].cells = m_blank;
            m_rowOf.insert(m_keys[i], i);
        }
        DTP_CHECK(readPeople());
        if (has("other_names"))
            DTP_CHECK(readOtherNames());
        if (hasContacts())
            DTP_CHECK(readContacts());
        if (has("organisation") || has("role") || has("sector"))
            DTP_CHECK(readAffiliations());
        if (has("issues"))
            DTP_CHECK(readCodes(Entity::PersonIssue, "issue", at("issues"), m_issues));
        if (has("skills"))
            DTP_CHECK(readCodes(Entity::PersonSkill, "skill", at("skills"), m_skills));
        if (has("languages"))
            DTP_CHECK(readCodes(Entity::PersonLanguage, "language", at("languages"), m_languages));
        if (has("programs"))
            DTP_CHECK(readLinks(Entity::Participation, "edition_id", Entity::ProgramEdition, "title", at("programs"),
                                m_editions));
        if (has("networks"))
            DTP_CHECK(
                readLinks(Entity::Membership, "network_id", Entity::Network, "name", at("networks"), m_networks));
        // Who was removed since the keys were read has no row.
        std::erase_if(m_rows, [](const TableRow& row) { return row.subjects.isEmpty(); });
        return {};
    }

    BulkQuery queryOf(Entity entity, std::vector<const char*> fields) const
    {
        BulkQuery query{.entity = entity, .fields = std::move(fields)};
        query.keyField = entity == Entity::Person ? "id" : "person_id";
        query.keys = m_keys;
        query.byKey = entity != Entity::Person;
        return query;
    }

    Result<> readPeople()
    {
        std::vector<const char*> names{"id"};
        for (const PersonField& field : m_fields)
            names.push_back(field.field->name);
        return readBulk(m_store, queryOf(Entity::Person, std::move(names)), [this](const BulkRow& record) {
            TableRow& row = m_rows[m_rowOf.value(record.integer(0))];
            row.subjects.add({record.integer(0)});
            if (has("record"))
                row.cells[at("record")].text = recordKeyText(record.integer(0));
            for (size_t i = 0; i < m_fields.size(); ++i) {
                QString text = record.text(static_cast<int>(i) + 1);
                if (text.isEmpty())
                    continue;
                const PersonField& field = m_fields[i];
                if (field.labels)
                    text = field.labels->of(text);
                else if (field.isCountry)
                    text = nameOfCountry(text);
                row.cells[field.column].text = std::move(text);
            }
        });
    }

    const QString& nameOfCountry(const QString& code)
    {
        auto known = m_countries.constFind(code);
        if (known == m_countries.constEnd())
            known = m_countries.insert(code, countryName(code));
        return *known;
    }

    Result<> readOtherNames()
    {
        const size_t column = at("other_names");
        return readBulk(m_store, queryOf(Entity::AlternateName, {"person_id", "name"}),
                        [&](const BulkRow& record) { append(record.integer(0), column, listItem(record.text(1))); });
    }

    Result<> readContacts()
    {
        // The preferred one comes first in its cell.
        for (const bool preferred : {true, false}) {
            BulkQuery query = queryOf(Entity::ContactPoint, {"person_id", "kind", "value", "note"});
            query.conditions = {
                {"do_not_use", BulkQuery::Compare::Equals, QStringLiteral("0")},
                {"preferred", BulkQuery::Compare::Equals, preferred ? QStringLiteral("1") : QStringLiteral("0")}};
            DTP_CHECK(readBulk(m_store, query, [&](const BulkRow& record) {
                const auto column = m_indexOf.constFind(QString(QStringLiteral("contact.") + record.text(1)));
                if (column == m_indexOf.constEnd())
                    return;
                // Nobody is to dial a fax; import reads the word beside the number again.
                const bool isFax = isPhoneKind(record.text(1)) && isFaxOnly(record.text(3));
                append(record.integer(0), *column,
                       listItem(isFax ? QString(record.text(2) + QLatin1String(" (Fax)")) : record.text(2)));
            }));
        }
        return {};
    }

    // Organisation, role and sector stand at the same places of their lists.
    Result<> readAffiliations()
    {
        DTP_CHECK(m_affiliations.read(m_keys));
        for (const qint64 person : m_keys) {
            const std::vector<ShownAffiliation>& shown = m_affiliations.of(person);
            const auto put = [&](const char* key, const auto& textOf) {
                if (!has(key) || shown.empty())
                    return;
                QStringList places;
                for (const ShownAffiliation& one : shown)
                    places.append(textOf(one));
                append(person, at(key), placesText(places));
            };
            put("organisation", [](const ShownAffiliation& one) { return listItem(one.name); });
            put("role", [&](const ShownAffiliation& one) { return shown.size() > 1 ? listItem(one.role) : one.role; });
            put("sector", [this](const ShownAffiliation& one) { return m_sectors.of(one.sector); });
        }
        return {};
    }

    Result<> readCodes(Entity entity, const char* field, size_t column, const Labels& labels)
    {
        return readBulk(m_store, queryOf(entity, {"person_id", field}), [&](const BulkRow& record) {
            append(record.integer(0), column, listItem(labels.of(record.text(1))));
        });
    }

    Result<> readLinks(Entity link, const char* field, Entity target, const char* nameField, size_t column,
                       QHash<qint64, QString>& names)
    {
        std::vector<std::pair<qint64, qint64>> links;
        QSet<std::pair<qint64, qint64>> seen; // a member and coordinator of one network is in it once
        QSet<qint64> unknown;
        DTP_CHECK(readBulk(m_store, queryOf(link, {"person_id", field}), [&](const BulkRow& record) {
            const std::pair pair(record.integer(0), record.integer(1));
            if (seen.contains(pair))
                return;
            seen.insert(pair);
            links.push_back(pair);
            if (!names.contains(record.integer(1)))
                unknown.insert(record.integer(1));
        }));
        DTP_CHECK(readNames(target, nameField, unknown, names));
        for (const auto& [person, key] : links)
            append(person, column, listItem(names.value(key), link == Entity::Membership));
        return {};
    }

    Result<> readNames(Entity entity, const char* field, const QSet<qint64>& keys, QHash<qint64, QString>& names)
    {
        if (keys.isEmpty())
            return {};
        const std::vector<qint64> list(keys.begin(), keys.end());
        BulkQuery query{.entity = entity, .fields = {"id", field}};
        query.keyField = "id";
        query.keys = list;
        return readBulk(m_store, query,
                        [&](const BulkRow& record) { names.insert(record.integer(0), record.text(1)); });
    }

    const Store& m_store;
    const std::vector<qint64> m_people;
    size_t m_done = 0;
    std::span<const qint64> m_keys; // of this portion
    std::vector<TableColumn> m_columns;
    std::vector<Cell> m_blank;        // a row of which nothing is known
    QHash<QString, size_t> m_indexOf; // column of a key
    std::vector<PersonField> m_fields;
    Labels m_issues, m_skills, m_languages, m_sectors;
    QHash<QString, QString> m_countries;
    AffiliationReader m_affiliations;
    QHash<qint64, QString> m_editions, m_networks;
    std::vector<TableRow> m_rows; // of this portion
    QHash<qint64, size_t> m_rowOf;
    size_t m_at = 0;
};
} // namespace

std::vector<TableColumn> peopleColumns(const Store& store)
{
    std::vector<TableColumn> columns;
    for (const CatalogueColumn& one : columnCatalogue(store, Entity::Person)) {
        if (one.isBeside || one.isOnlyShown)
            continue;
        const Field* field =
            one.field < 0 ? nullptr : &recordType(Entity::Person).fields[static_cast<size_t>(one.field)];
        columns.push_back(field && traitsOf(*field).hasLines ? keptWithin(one.column) : one.column);
    }
    columns.push_back(recordKeyColumn());
    return columns;
}

std::unique_ptr<RowSource> peopleRows(const Store& store, std::vector<qint64> people, const QStringList& keys)
{
    return std::make_unique<PeopleRows>(store, std::move(people), keys);
}

QStringList directoryColumns()
{
    return {QStringLiteral("family_name"), QStringLiteral("given_name"),    QStringLiteral("own_script_name"),
            QStringLiteral("country"),     QStringLiteral("place"),         QStringLiteral("organisation"),
            QStringLiteral("role"),        QStringLiteral("contact.email"), QStringLiteral("contact.phone")};
}

TableColumn recordKeyColumn()
{
    // A key says when the record was made, and is of use to us alone.
    return keptWithin(columnOfTable("record", say(QT_TRANSLATE_NOOP("Exchange", "Record"))));
}

TableColumn keptWithin(TableColumn column)
{
    column.sensitivity = Sensitivity::Restricted;
    return column;
}

QString recordKeyText(qint64 key, Entity entity)
{
    return QLatin1Char(entity == Entity::Person ? 'P' : 'R') + QString::number(key);
}

std::optional<qint64> recordKeyFromText(const QString& text)
{
    bool isNumber = false;
    const qint64 key = text.startsWith(u'P') || text.startsWith(u'R') ? text.mid(1).toLongLong(&isNumber) : 0;
    return isNumber && key > 0 ? std::optional(key) : std::nullopt;
}

} // namespace dtp
