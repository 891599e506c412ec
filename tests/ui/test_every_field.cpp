// SPDX-License-Identifier: GPL-3.0-or-later
// What CONTRIBUTING.md promises of a field, of every field that there is: a row of a field table is in the form, the
// list, the filters, import and export, or stands among the exceptions here. That its label is found by
// translators is for tests/core/records/test_translation.cpp to hold, and that the history tells it by its label for
// tests/core/storage/test_record_batch.cpp.
#include <exports/export_catalogue.h>
#include <import_records/import_rules.h>
#include <import_records/record_mapping.h>
#include <records/kinds.h>
#include <records/vocabulary.h>
#include <search/filter.h>
#include <support/catch.h>
#include <support/ui_window.h>
#include <ui/lists/record_list_model.h>
#include <ui/records/record_form.h>
#include <ui/widgets/field_editor.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString nameOf(const RecordType& type, const Field& field)
{
    return QString(QLatin1String(type.table) + QLatin1Char('.') + QLatin1String(field.name));
}

// Of every field: its name where the answer is no.
QStringList fieldsWithout(const std::function<bool(const RecordType&, int)>& answer)
{
    QStringList without;
    for (const RecordType& type : allRecordTypes()) {
        for (size_t i = 0; i < type.fields.size(); ++i) {
            if (!answer(type, static_cast<int>(i)))
                without.append(nameOf(type, type.fields[i]));
        }
    }
    return without;
}

// Kept by the program itself, and bytes.
const QStringList& ofTheProgram()
{
    static const QStringList all = fieldsWithout([](const RecordType& type, int i) {
        const Field& field = type.fields[static_cast<size_t>(i)];
        return !field.isHidden && traitsOf(field).isShown();
    });
    return all;
}

// The same, of the types for which it holds.
QStringList ofTheProgramIn(const std::function<bool(Entity)>& holds)
{
    QStringList some = ofTheProgram();
    some.removeIf(
        [&](const QString& name) { return !holds(recordTypeOfTable(name.section(QLatin1Char('.'), 0, 0))->entity); });
    return some;
}

bool isImported(Entity entity)
{
    const auto& types = importableTypes();
    return std::find(types.begin(), types.end(), entity) != types.end();
}
} // namespace

TEST_CASE("fields that the program keeps for itself are these", "[fields]")
{
    CHECK(ofTheProgram().join(QLatin1Char(' ')) ==
          QStringLiteral("image.data image.media_type person.photo_id contact_point.e164 provenance.digest "
                         "merged_person.former_key "
                         "report_section.position report_photo.position capacity_gap.position "
                         "recommendation.section_id recommendation.position recommendation.level "
                         "segment.record_type segment.view segment.position term.position"));
}

TEST_CASE("every field is in the form, under its label", "[fields]")
{
    TestWindow window;
    CHECK(fieldsWithout([&](const RecordType& type, int i) {
              const auto shown = RecordForm::fieldsWithout(type.entity, {});
              if (std::find(shown.begin(), shown.end(), i) == shown.end())
                  return false;
              const RecordForm form(window.context, type.entity, {i});
              const auto* const editor = form.findChild<FieldEditor*>();
              return editor && editor->accessibleName() == type.fields[static_cast<size_t>(i)].labelText();
          }) == ofTheProgram());
}

TEST_CASE("every field can be a column of a list, and is one from the start where its row says so", "[fields]")
{
    CHECK(fieldsWithout([](const RecordType& type, int i) {
              const Field& field = type.fields[static_cast<size_t>(i)];
              const auto columns = listedColumns(type.entity);
              const bool isListed = std::any_of(columns.begin(), columns.end(), [&](const ListColumn& column) {
                  return column.key == QLatin1String(field.name) && column.title == field.labelText();
              });
              return isListed == field.isListed && fieldColumn(type.entity, i).title == field.labelText();
          }) == QStringList());
}

TEST_CASE("every field is a filter of search", "[fields]")
{
    const QStringList without = fieldsWithout([](const RecordType& type, int i) {
        return ownFilterNamed(type.entity, QLatin1String(type.fields[static_cast<size_t>(i)].name)) != nullptr;
    });
    // What one would do for others is one filter: willing:train.
    QStringList wanted = ofTheProgram();
    wanted << QStringLiteral("person_skill.will_train") << QStringLiteral("person_skill.will_mentor")
           << QStringLiteral("person_skill.will_facilitate");
    CHECK(QSet<QString>(without.begin(), without.end()) == QSet<QString>(wanted.begin(), wanted.end()));
}

TEST_CASE("every field of a type that can be imported is what a column can be for", "[fields]")
{
    CHECK(fieldsWithout([](const RecordType& type, int i) {
              if (!isImported(type.entity))
                  return true;
              const QString key = i == notesField(type) ? QStringLiteral("notes")
                                                        : QLatin1String(type.fields[static_cast<size_t>(i)].name);
              return (type.entity == Entity::Person ? importTarget(key) : recordTarget(type.entity, key)) != nullptr;
          }) == ofTheProgramIn(&isImported));
}

TEST_CASE("every field of a type that can be exported is a column of the export", "[fields]")
{
    const FreshStore file;
    CHECK(fieldsWithout([&](const RecordType& type, int i) {
              const Exportable* const what = exportableOf(type.entity);
              if (!what)
                  return true;
              const auto columns = what->columns(*file.store);
              return std::any_of(columns.begin(), columns.end(), [&](const TableColumn& column) {
                  return column.key == QLatin1String(type.fields[static_cast<size_t>(i)].name);
              });
          }) == ofTheProgramIn([](Entity entity) { return exportableOf(entity) != nullptr; }));
}
