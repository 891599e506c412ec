// SPDX-License-Identifier: GPL-3.0-or-later
#include <import_records/record_mapping.h>

#include <import/column_content.h>
#include <import/heading_words.h>
#include <import/sheet_frame.h>
#include <import_records/import_rules.h>
#include <storage/store.h>

#include <base/text.h>
#include <records/contact_kinds.h>
#include <records/kinds.h>

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

const QString notesKey = QStringLiteral("notes");
const QString ignoreKey = QStringLiteral("ignore");

struct ImportTargets {
    Q_DECLARE_TR_FUNCTIONS(ImportTargets)
};

// What a row may say of a person beside the name; keys are those of the import of people.
constexpr const char* personParts[] = {"family_given", "given_name", "family_name", "own_script_name",
                                       "email",        "phone",      "country"};
constexpr const char* wholeName = "full_name"; // of the person of what a reference names

const QStringList& yearHeadings()
{
    static const QStringList headings =
        QStringLiteral("year|program year|programme year|course year|year attended|year of program|year of programme|"
                       "year of course|training year|workshop year|year of participation|batch|cohort|tahun")
            .split(QLatin1Char('|'));
    return headings;
}

QString partKey(const Field& reference, const char* part)
{
    return QString(QLatin1String(reference.name) + QLatin1Char('.') + QLatin1String(part));
}

// The target of the whole name of the person.
QString nameKeyOf(const Field& field)
{
    return field.reference == Entity::Person ? QString::fromLatin1(field.name) : partKey(field, wholeName);
}

ImportTarget fieldTarget(const Field& field, const ImportTarget::Words& group)
{
    QStringList headings = QString::fromUtf8(field.synonyms).split(QLatin1Char('|'), Qt::SkipEmptyParts);
    headings.prepend(QString::fromLatin1(field.label));
    headings.append(QString::fromLatin1(field.name));
    return {QString::fromLatin1(field.name), [&field] { return field.labelText(); }, group, false, headings,
            traitsOf(field).isTime()};
}

std::vector<ImportTarget> makeTargets(Entity entity)
{
    const RecordType& type = recordType(entity);
    const ImportTarget::Words own = [] { return ImportTargets::tr("Fields"); };
    const ImportTarget::Words parts = [] { return ImportTargets::tr("To find the right record"); };
    const ImportTarget::Words rest = [] { return ImportTargets::tr("Rest"); };
    const int notes = notesField(type);
    const int person = personField(type);
    std::vector<ImportTarget> all;
    for (size_t i = 0; i < type.fields.size(); ++i) {
        const Field& field = type.fields[i];
        if (!field.isHidden && traitsOf(field).isShown() && static_cast<int>(i) != notes)
            all.push_back(fieldTarget(field, own));
    }
    for (const Field& field : type.fields) {
        const ImportRule* rule = traitsOf(field).isReference() ? importRule(field.reference) : nullptr;
        if (rule && *rule->when && field.isRequired)
            all.push_back({partKey(field, "year"),
                           [&field] { return ImportTargets::tr("%1: year").arg(field.labelText()); }, parts, false,
                           yearHeadings(), false});
    }
    if (person >= 0) {
        const Field& field = type.fields[static_cast<size_t>(person)];
        if (const RecordType& other = recordType(field.reference); other.entity != Entity::Person) {
            all.push_back(fieldTarget(other.fields[static_cast<size_t>(personField(other))], parts));
            all.back().key = partKey(field, wholeName);
        }
        for (const char* part : personParts) {
            const ImportTarget* known = importTarget(QString::fromLatin1(part));
            all.push_back(
                {partKey(field, part),
                 [&field, known] { return ImportTargets::tr("%1: %2").arg(field.labelText(), known->label()); }, parts,
                 known->takesMany, QStringList(), false});
        }
    }
    for (const QString& key : {notesKey, QStringLiteral("record"), ignoreKey}) {
        if (key == notesKey && notes < 0)
            continue;
        ImportTarget target = *importTarget(key);
        target.group = rest;
        if (key == notesKey)
            target.headings = fieldTarget(type.fields[static_cast<size_t>(notes)], rest).headings + target.headings;
        all.push_back(std::move(target));
    }
    return all;
}

// Targets by folded headings.
const QHash<QString, QString>& keysByHeading(Entity entity)
{
    static QHash<Entity, QHash<QString, QString>> all = [] {
        QHash<Entity, QHash<QString, QString>> made;
        for (const Entity each : importableTypes()) {
            if (each == Entity::Person)
                continue;
            QHash<QString, QString>& keys = made[each];
            const auto claim = [&keys](const QString& heading, const QString& key) {
                if (const QString folded = foldedHeading(heading); !folded.isEmpty() && !keys.contains(folded))
                    keys.insert(folded, key);
            };
            for (const ImportTarget& target : recordTargets(each)) {
                for (const QString& heading : target.headings)
                    claim(heading, target.key);
            }
            for (const ImportTarget& target : recordTargets(each))
                claim(target.label(), target.key);
        }
        return made;
    }();
    static const QHash<QString, QString> none;
    const auto found = all.constFind(entity);
    return found == all.constEnd() ? none : *found;
}

// What the import of people says of a heading, as a part of the person that a row names; empty when that is nothing.
QString personPart(const RecordType& type, const QString& heading)
{
    const QString target = targetOfHeading(heading);
    if (target == ignoreKey || target == L1("record"))
        return target;
    const int person = personField(type);
    if (person < 0 || target.isEmpty())
        return {};
    const Field& field = type.fields[static_cast<size_t>(person)];
    if (target == L1(wholeName))
        return nameKeyOf(field);
    if (isPhoneKind(target))
        return partKey(field, "phone");
    for (const char* part : personParts) {
        if (target == L1(part))
            return partKey(field, part);
    }
    return {};
}

QString keyOfHeading(const RecordType& type, const QString& heading)
{
    if (heading.trimmed().isEmpty())
        return {};
    if (isReasonHeading(heading))
        return ignoreKey;
    static const QRegularExpression bracketAtEnd(QStringLiteral("\\s*[(\\[][^)\\]]*[)\\]]\\s*[*:]*\\s*$"));
    const auto& keys = keysByHeading(type.entity);
    const QString whole = foldedHeading(heading);
    for (const QString& folded : {whole, foldedHeading(QString(heading).remove(bracketAtEnd)), tellingWords(whole)}) {
        if (const auto found = keys.constFind(folded); !folded.isEmpty() && found != keys.constEnd())
            return *found;
    }
    return personPart(type, heading);
}

QString restKey(const RecordType& type)
{
    return notesField(type) < 0 ? ignoreKey : notesKey;
}

bool allInVocabulary(const QStringList& values, const Field& field, const ImportWords& words)
{
    int filled = 0;
    int known = 0;
    for (const QString& value : values) {
        const QString simple = value.simplified();
        filled += !simple.isEmpty();
        known += !simple.isEmpty() && words.codeFor(QString::fromLatin1(field.vocabulary), simple).has_value();
    }
    return filled >= 2 && known * 10 >= filled * 9;
}

// Whether the cells of a column are what a field of this kind holds, where that can be seen.
bool fitsKind(const Field& field, const QStringList& values, const ColumnContent& content, const ImportWords& words)
{
    static const QHash<FieldKind, bool (ColumnContent::*)() const> seen{
        {FieldKind::Email, &ColumnContent::isEmails},
        {FieldKind::Phone, &ColumnContent::isPhones},
        {FieldKind::Country, &ColumnContent::isCountries},
    };
    if (traitsOf(field).chosenFrom == ChosenFrom::Vocabulary)
        return !content.isYesOrNo() && allInVocabulary(values, field, words);
    const auto fits = seen.value(field.kind);
    return fits && (content.*fits)();
}

// For a column whose heading says nothing: the only field that its cells can be.
QString keyOfContent(const RecordType& type, const QStringList& values, const ColumnContent& content,
                     const QSet<QString>& taken, const ImportWords& words)
{
    const auto isFree = [&taken](const QString& key) { return !key.isEmpty() && !taken.contains(key); };
    const int person = personField(type);
    const auto ofPerson = [&](const char* part) {
        return person < 0 ? QString() : partKey(type.fields[static_cast<size_t>(person)], part);
    };
    for (const Field& field : type.fields) {
        if (!field.isHidden && isFree(QString::fromLatin1(field.name)) && fitsKind(field, values, content, words))
            return QString::fromLatin1(field.name);
    }
    if (content.isEmails())
        return ofPerson("email");
    if (content.isPhones())
        return ofPerson("phone");
    const QString name = person < 0 ? QString() : nameKeyOf(type.fields[static_cast<size_t>(person)]);
    return content.looksLikeNames() && isFree(name) && isFree(ofPerson("given_name")) ? name : QString();
}

bool isFor(const ImportMapping& mapping, const QString& key)
{
    return std::any_of(mapping.columns.begin(), mapping.columns.end(),
                       [&key](const ColumnMapping& column) { return column.target == key; });
}

int recognisedColumns(const ImportMapping& mapping)
{
    return static_cast<int>(
        std::count_if(mapping.columns.begin(), mapping.columns.end(), [](const ColumnMapping& column) {
            return column.by == RecognisedBy::Heading && column.target != notesKey && column.target != ignoreKey;
        }));
}
} // namespace

int notesField(const RecordType& type)
{
    for (const char* name : {"notes", "note", "what_happened"}) {
        if (const int index = type.indexOf(name); index >= 0)
            return index;
    }
    return -1;
}

int personField(const RecordType& type)
{
    for (size_t i = 0; i < type.fields.size(); ++i) {
        if (type.fields[i].reference == Entity::Person)
            return static_cast<int>(i);
    }
    const ImportRule* rule = importRule(type.entity);
    return rule ? type.indexOf(rule->personOf) : -1;
}

const std::vector<ImportTarget>& recordTargets(Entity entity)
{
    static const QHash<Entity, std::vector<ImportTarget>> all = [] {
        QHash<Entity, std::vector<ImportTarget>> made;
        for (const Entity each : importableTypes())
            made.insert(each, each == Entity::Person ? importTargets() : makeTargets(each));
        return made;
    }();
    static const std::vector<ImportTarget> none;
    const auto found = all.constFind(entity);
    return found == all.constEnd() ? none : *found;
}

const ImportTarget* recordTarget(Entity entity, const QString& key)
{
    const auto& all = recordTargets(entity);
    const auto found = std::find_if(all.begin(), all.end(), [&](const ImportTarget& one) { return one.key == key; });
    return found == all.end() ? nullptr : &*found;
}

ImportMapping recogniseRecordMapping(Entity entity, const std::vector<SheetRow>& sample, const ImportWords& words,
                                     std::optional<qint64> headingRow)
{
    const RecordType& type = recordType(entity);
    const SheetFrame frame = findFrame(
        sample, [&type](const QString& text) { return !keyOfHeading(type, text).isEmpty(); }, headingRow);
    ImportMapping mapping;
    mapping.headingRow = frame.headingRow;
    mapping.above = frame.above;
    std::vector<std::pair<QStringList, ColumnContent>> contents;
    for (int i = 0; i < static_cast<int>(frame.headings.size()); ++i) {
        const QStringList values = columnValues(sample, frame.from, i);
        const ColumnContent content(values, words);
        ColumnMapping column;
        column.column = i;
        column.heading = headingOrNumber(frame.headings.at(i), i);
        column.samples = content.samples();
        column.holdsDates = content.isDates();
        column.dateOrder = content.dateOrder();
        column.target = keyOfHeading(type, frame.headings.at(i));
        // Running numbers may be left out; anything else under such a heading is kept.
        if (column.target == ignoreKey && content.count() > 0 && !content.isWholeNumbers() &&
            !isReasonHeading(column.heading))
            column.target.clear();
        column.by = column.target.isEmpty() ? RecognisedBy::Nothing : RecognisedBy::Heading;
        mapping.columns.push_back(std::move(column));
        contents.emplace_back(values, content);
    }
    QSet<QString> taken;
    for (const ColumnMapping& column : mapping.columns)
        taken.insert(column.target);
    for (size_t i = 0; i < mapping.columns.size(); ++i) {
        ColumnMapping& column = mapping.columns[i];
        if (column.by != RecognisedBy::Nothing)
            continue;
        if (contents[i].second.count() > 0 && mayGoByContent(frame.headings.at(static_cast<qsizetype>(i))))
            column.target = keyOfContent(type, contents[i].first, contents[i].second, taken, words);
        column.by = column.target.isEmpty() ? RecognisedBy::Nothing : RecognisedBy::Content;
        if (column.target.isEmpty())
            column.target = restKey(type);
        taken.insert(column.target);
    }
    resolveDoubles(
        mapping.columns, [entity](const QString& key) { return recordTarget(entity, key); }, restKey(type));
    return mapping;
}

QStringList missingColumns(Entity entity, const ImportMapping& mapping)
{
    const RecordType& type = recordType(entity);
    const RecordValues fresh(entity);
    const int person = personField(type);
    if (isFor(mapping, QStringLiteral("record")))
        return {};
    QStringList missing;
    for (size_t i = 0; i < type.fields.size(); ++i) {
        const Field& field = type.fields[i];
        const bool hasDefault = !fresh.fields.at(static_cast<qsizetype>(i)).toString().isEmpty();
        if (!field.isRequired || hasDefault || isFor(mapping, QString::fromLatin1(field.name)))
            continue;
        const auto isSaid = [&](const char* part) { return isFor(mapping, partKey(field, part)); };
        const bool isSaidInParts =
            static_cast<int>(i) == person &&
            (isSaid(wholeName) || std::any_of(std::begin(personParts), std::end(personParts), isSaid));
        if (!isSaidInParts)
            missing.append(field.labelText());
    }
    return missing;
}

Entity proposeImportType(const std::vector<SheetRow>& sample, const QString& fileName, const ImportWords& words,
                         std::optional<Entity> preferred)
{
    static const QSet<QString> names{QStringLiteral("full_name"), QStringLiteral("family_given"),
                                     QStringLiteral("given_name"), QStringLiteral("family_name"),
                                     QStringLiteral("own_script_name")};
    const QStringList fileWords = wordsOf(foldText(fileName).replace(QLatin1Char('_'), QLatin1Char(' ')));
    Entity best = preferred.value_or(Entity::Person);
    int bestScore = 0;
    for (const Entity entity : importableTypes()) {
        const bool isPeople = entity == Entity::Person;
        const ImportMapping mapping =
            isPeople ? recogniseMapping(sample, words) : recogniseRecordMapping(entity, sample, words);
        const bool canBe =
            isPeople ? std::any_of(mapping.columns.begin(), mapping.columns.end(),
                                   [&](const ColumnMapping& column) { return names.contains(column.target); })
                     : missingColumns(entity, mapping).isEmpty();
        const bool isNamed = std::any_of(fileWords.begin(), fileWords.end(), [entity](const QString& word) {
            return importableTypeFromText(word) == entity;
        });
        // Few columns are enough for a case: most lists with these are none.
        if (!canBe || (recordType(entity).isRestricted() && !isNamed && preferred != entity))
            continue;
        const int score = 2 * recognisedColumns(mapping) + (preferred == entity ? 1 : 0) + (isNamed ? 1 : 0);
        if (score > bestScore) {
            bestScore = score;
            best = entity;
        }
    }
    return best;
}

void recallRecordMapping(const Store& store, Entity entity, ImportMapping& mapping)
{
    const QString key = QStringLiteral("importMapping/%1/%2").arg(L1(recordType(entity).table), mapping.fingerprint());
    if (const QString kept = store.setting(key); !kept.isEmpty())
        mapping.applyText(kept, [entity](const QString& target) { return recordTarget(entity, target); });
}

Result<> rememberRecordMapping(Store& store, Entity entity, const ImportMapping& mapping)
{
    const QString key = QStringLiteral("importMapping/%1/%2").arg(L1(recordType(entity).table), mapping.fingerprint());
    return store.setSetting(key,
                            mapping.toText([entity](const QString& target) { return recordTarget(entity, target); }));
}

} // namespace dtp
