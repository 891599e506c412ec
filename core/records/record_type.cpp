// SPDX-License-Identifier: GPL-3.0-or-later
#include <records/all_records.h>
#include <records/field_tables.h>
#include <records/kinds.h>

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

namespace dtp
{

namespace
{
QString translated(const char* text)
{
    return QCoreApplication::translate("Fields", text);
}

} // namespace

QString Field::labelText() const
{
    return translated(label);
}

QString Field::hintText() const
{
    return *hint ? translated(hint) : QString();
}

int RecordType::indexOf(const char* fieldName) const
{
    for (size_t i = 0; i < fields.size(); ++i) {
        if (std::strcmp(fields[i].name, fieldName) == 0)
            return static_cast<int>(i);
    }
    return -1;
}

int RecordType::indexOf(const QString& fieldName) const
{
    return indexOf(fieldName.toUtf8().constData());
}

const Field* RecordType::fieldNamed(const QString& fieldName) const
{
    const int index = indexOf(fieldName);
    return index < 0 ? nullptr : &fields[static_cast<size_t>(index)];
}

QString RecordType::singularText() const
{
    return translated(singular);
}

QString RecordType::pluralText() const
{
    return translated(plural);
}

bool RecordType::isRestricted() const
{
    return std::all_of(fields.begin(), fields.end(),
                       [](const Field& field) { return field.sensitivity == Sensitivity::Restricted; });
}

const std::vector<RecordType>& allRecordTypes()
{
    static const std::vector<RecordType> types = [] {
        std::vector<RecordType> all;
        FieldTables::addPeople(all);
        FieldTables::addProgram(all);
        FieldTables::addWorkshop(all);
        FieldTables::addReport(all);
        FieldTables::addCases(all);
        std::sort(all.begin(), all.end(),
                  [](const RecordType& a, const RecordType& b) { return a.entity < b.entity; });
        return all;
    }();
    return types;
}

const RecordType& recordType(Entity entity)
{
    // The table is sorted by entity and complete, which a test holds it to.
    return allRecordTypes()[static_cast<size_t>(entity) - 1];
}

const RecordType* recordTypeOfTable(const QString& table)
{
    for (const RecordType& type : allRecordTypes()) {
        if (table == QLatin1String(type.table))
            return &type;
    }
    return nullptr;
}

RecordValues::RecordValues(Entity e, qint64 key) : entity(e), id(key)
{
    visitRecord(e, [this](const auto& record) { fields = toValues(record).fields; });
}

QVariant RecordValues::value(const char* fieldName) const
{
    const int index = recordType(entity).indexOf(fieldName);
    Q_ASSERT_X(index >= 0, "RecordValues::value", fieldName);
    return fields.value(index);
}

void RecordValues::set(const char* fieldName, const QVariant& stored)
{
    const int index = recordType(entity).indexOf(fieldName);
    Q_ASSERT_X(index >= 0, "RecordValues::set", fieldName);
    if (index >= 0)
        fields[index] = stored;
}

QString titleOf(const RecordValues& values)
{
    QString title;
    visitRecord(values.entity, [&](auto record) {
        using R = decltype(record);
        const R typed = fromValues<R>(values);
        title = recordType(values.entity).title(&typed);
    });
    return title;
}

std::vector<FieldProblem> validate(const RecordValues& values)
{
    std::vector<FieldProblem> problems;
    const RecordType& type = recordType(values.entity);
    for (size_t i = 0; i < type.fields.size(); ++i) {
        const Field& field = type.fields[i];
        const QVariant& value = values.fields.at(static_cast<qsizetype>(i));
        if (traitsOf(field).isEmpty(value)) {
            if (field.isRequired)
                problems.push_back(
                    {static_cast<int>(i),
                     QCoreApplication::translate("Validation", "%1 is missing.").arg(field.labelText())});
            continue;
        }
        if (const QString sentence = traitsOf(field).problem(value); !sentence.isEmpty())
            problems.push_back({static_cast<int>(i), sentence});
    }
    if (values.entity == Entity::Person && values.text("given_name").trimmed().isEmpty() &&
        values.text("family_name").trimmed().isEmpty() && values.text("own_script_name").trimmed().isEmpty())
        problems.push_back(
            {type.indexOf("given_name"), QCoreApplication::translate("Validation", "A person needs a name.")});
    return problems;
}

Result<> checkValid(const RecordValues& values)
{
    const auto problems = validate(values);
    if (problems.empty())
        return {};
    const RecordType& type = recordType(values.entity);
    return fail(
        problems.front().sentence,
        QStringLiteral("%1.%2").arg(QLatin1String(type.table),
                                    QLatin1String(type.fields[static_cast<size_t>(problems.front().field)].name)));
}

} // namespace dtp
