// SPDX-License-Identifier: GPL-3.0-or-later
// Filters by related records: every type that refers to another gives that one a filter, of the records that refer to
// it: people have network: through memberships, networks have member: through the same.
#include <search/filter.h>
#include <search/person_vocabulary.h>
#include <search/query_sql.h>

#include <base/text.h>
#include <meaning/codes.h>
#include <meaning/consents.h>
#include <meaning/contacts.h>
#include <meaning/holding.h>
#include <records/contact_kinds.h>
#include <records/kinds.h>

#include <QCoreApplication>

namespace dtp
{

namespace
{
// Which of the related records are meant when nothing else is said, and by which of their fields that is told: who
// asks for one of these by itself means records of any time.
struct NowRule {
    SqlPiece (*holds)(const char* alias, QDate today);
    QStringList fields;
};

SqlPiece tookPartOrComes(const char* alias, QDate)
{
    return inList(QByteArray(alias) + ".state",
                  {codeText(InvitationState::Accepted), codeText(InvitationState::Attended)});
}

const NowRule& affiliationNow()
{
    static const NowRule rule{&affiliationHolds, {QStringLiteral("from"), QStringLiteral("to")}};
    return rule;
}

const NowRule& termNow()
{
    static const NowRule rule{&termHolds, {QStringLiteral("from"), QStringLiteral("to")}};
    return rule;
}

// Those who took part in a workshop or are coming: not who declined, nor who has not answered.
const NowRule& invitationNow()
{
    static const NowRule rule{&tookPartOrComes, {QStringLiteral("state")}};
    return rule;
}

const NowRule& consentNow()
{
    static const NowRule rule{&agreementHolds, {QStringLiteral("answer"), QStringLiteral("expires_on")}};
    return rule;
}

// As the columns of a list show them.
SqlPiece mayBeUsed(const char* alias, QDate)
{
    return {QByteArray(alias) + ".do_not_use = 0", {}};
}

const NowRule& contactNow()
{
    static const NowRule rule{&mayBeUsed, {QStringLiteral("do_not_use")}};
    return rule;
}

bool isNowMeant(const QueryNode& filter, const NowRule& rule)
{
    if (filter.when != When::Default)
        return filter.when == When::Now;
    return !mentions(filter.parts, rule.fields);
}

// Who agrees today stands beside the keys of people.
std::optional<SqlPiece> keptConsent(const QueryNode& filter, const SearchScope& scope)
{
    const auto isSpecial = [](const QString& value) { return isNone(value) || isAny(value); };
    const bool isSpecialAlone = filter.values.isEmpty() || (filter.values.size() == 1 && isSpecial(filter.values[0]));
    const bool hasSpecial = std::any_of(filter.values.begin(), filter.values.end(), isSpecial);
    if (scope.facts.isEmpty() || !filter.parts.empty() || !isNowMeant(filter, consentNow()) ||
        (hasSpecial && !isSpecialAlone))
        return std::nullopt;
    if (isSpecialAlone) {
        const bool isNobody = !filter.values.isEmpty() && isNone(filter.values[0]);
        return SqlPiece{isNobody ? "NOT " : "", {}} +
               keptAgreementHolds(scope.facts + "agreed", KeptAgreements::anyPurpose, scope.today());
    }
    const auto codes = codesOf(filter, scope.store, QStringLiteral("consent_purposes"));
    const auto bits = codes ? KeptAgreements::bitsOf(*codes) : std::nullopt;
    if (!bits)
        return std::nullopt;
    return keptAgreementHolds(scope.facts + "agreed", *bits, scope.today());
}

// By which kinds of contact somebody can be reached stands there, too.
std::optional<SqlPiece> keptContact(const QueryNode& filter, const SearchScope& scope)
{
    const auto bit = reachBit(filter.text);
    const bool isNobody = filter.values.size() == 1 && isNone(filter.values[0]);
    const bool isAnybody = filter.values.isEmpty() || (filter.values.size() == 1 && isAny(filter.values[0]));
    if (scope.facts.isEmpty() || !bit || !(isNobody || isAnybody) || !filter.parts.empty() ||
        !isNowMeant(filter, contactNow()))
        return std::nullopt;
    return SqlPiece{scope.facts + "reach & " + QByteArray::number(*bit) + (isNobody ? " = 0" : " <> 0"), {}};
}

// What a relation is called in a search where the field tables do not say it well, by which of its fields it is asked,
// and when it is meant. A relation with two names is two filters.
struct RelationName {
    Entity related;
    const char* owner; // the field that refers to the type that is searched
    const char* key;
    const char* value; // the field that values are compared with; "": the usual one
    const char* label; // "": that of the value
    const NowRule& (*now)() = nullptr;
    const char* boundTo = nullptr;
    std::optional<SqlPiece> (*besideKeys)(const QueryNode& filter, const SearchScope& scope) = nullptr;
};

const RelationName relationNames[] = {
    {Entity::Affiliation, "person_id", "organisation", "", "", &affiliationNow},
    {Entity::Affiliation, "person_id", "sector", "sector", "", &affiliationNow, "organisation"},
    {Entity::Affiliation, "person_id", "role", "role", "", &affiliationNow, "organisation"},
    {Entity::Affiliation, "organisation_id", "person", "", "", &affiliationNow},
    {Entity::Membership, "person_id", "network", "", "", &termNow},
    {Entity::Membership, "network_id", "member", "", QT_TRANSLATE_NOOP("Search", "Member"), &termNow},
    {Entity::Invitation, "person_id", "workshop", "", "", &invitationNow},
    {Entity::Invitation, "workshop_id", "invited", "", QT_TRANSLATE_NOOP("Search", "Invited")},
    {Entity::Consent, "person_id", "consent", "purpose", QT_TRANSLATE_NOOP("Search", "Agreed to be shown to"),
     &consentNow, nullptr, &keptConsent},
    {Entity::Consent, "person_id", "consent_asked", "purpose", QT_TRANSLATE_NOOP("Search", "Answered about")},
    {Entity::PersonIssue, "person_id", "issue", "issue", ""},
    {Entity::PersonSkill, "person_id", "skill", "skill", ""},
    {Entity::PersonSkill, "person_id", "willing", "willing", QT_TRANSLATE_NOOP("Search", "Willing to"), nullptr,
     "skill"},
    {Entity::PersonSkill, "person_id", "level", "level", QT_TRANSLATE_NOOP("Search", "Level of the skill"), nullptr,
     "skill"},
    {Entity::PersonLanguage, "person_id", "language", "language", ""},
    {Entity::Participation, "person_id", "program", "", ""},
    {Entity::Participation, "edition_id", "participant", "", QT_TRANSLATE_NOOP("Search", "Participant")},
    {Entity::AlternateName, "person_id", "other_name", "name", QT_TRANSLATE_NOOP("Search", "Other name")},
    {Entity::ContactPoint, "person_id", "address", "value", ""},
    {Entity::ContactNote, "person_id", "note", "text", ""},
    {Entity::Provenance, "person_id", "source", "file", QT_TRANSLATE_NOOP("Search", "Imported from")},
    {Entity::ProgramEdition, "series_id", "program", "", QT_TRANSLATE_NOOP("Search", "Program")},
    {Entity::ProgramPartner, "edition_id", "partner", "", QT_TRANSLATE_NOOP("Search", "Partner or funder")},
    {Entity::ProgramPartner, "organisation_id", "program", "", ""},
    {Entity::WorkshopPartner, "workshop_id", "partner", "", QT_TRANSLATE_NOOP("Search", "Partner or funder")},
    {Entity::WorkshopPartner, "organisation_id", "workshop", "", ""},
    {Entity::ReportSection, "report_id", "section", "title", QT_TRANSLATE_NOOP("Search", "Section")},
    {Entity::CapacityGap, "report_id", "gap", "text", ""},
};

struct Relation {
    Entity related;
    const Field* owner;
    QString key;
    QString value; // a filter of the related type
    const NowRule* now;
    const char* boundTo;
    std::optional<SqlPiece> (*besideKeys)(const QueryNode& filter, const SearchScope& scope) = nullptr;
    QString kind = {}; // of a contact, when it is about one kind alone
};

// The field of a link that names what it links beside the owner; else the first that must be there.
const Field* usualValue(const RecordType& type, const Field& owner)
{
    const Field* first = nullptr;
    for (const Field& field : type.fields) {
        if (&field == &owner || field.isHidden || !field.isRequired)
            continue;
        if (traitsOf(field).isReference())
            return &field;
        if (!first)
            first = &field;
    }
    return first;
}

// The keys of the owners of related records of which the values and what is bound hold, and that are of the time.
Result<SqlPiece> owners(const Relation& relation, const QStringList& values, const QueryNode& filter,
                        const SearchScope& scope)
{
    SearchScope other = scope.within(relation.related);
    other.isAskedEach = scope.isAskedEach;
    SqlPiece piece{"SELECT " + other.column(relation.owner->name) + " FROM " + recordType(relation.related).table +
                       " AS " + other.alias + " WHERE " + other.column(relation.owner->name) + " IS NOT NULL",
                   {}};
    if (!relation.kind.isEmpty())
        piece += SqlPiece{" AND " + other.column("kind") + " = ?", {relation.kind}};
    if (!values.isEmpty()) {
        const SearchFilter* of = ownFilterNamed(relation.related, relation.value);
        if (!of)
            return fail(QCoreApplication::translate("Search", "“%1:” takes no value here.").arg(filter.text));
        DTP_TRY(condition, of->sql(filterNode(filter.text, values), other));
        piece += SqlPiece{" AND ", {}} + condition;
    }
    if (!filter.parts.empty()) {
        DTP_TRY(bound, conditionSql(allOf(filter.parts), other));
        piece += SqlPiece{" AND ", {}} + bound;
    }
    if (relation.now && isNowMeant(filter, *relation.now))
        piece += SqlPiece{" AND ", {}} + relation.now->holds(other.alias.constData(), scope.today());
    return piece;
}

bool isPositive(const QueryNode& filter)
{
    return std::none_of(filter.values.begin(), filter.values.end(), isNone);
}

Result<SqlPiece> relatedKeys(const Relation& relation, const QueryNode& filter, const SearchScope& scope)
{
    QStringList values = filter.values;
    values.removeIf(isAny);
    return owners(relation, values.size() < filter.values.size() ? QStringList() : values, filter, scope);
}

QueryNode filterOfValues(QueryNode filter, const QStringList& values)
{
    filter.values = values;
    return filter;
}

// Whether she is among the owners: looked up for her alone where each is asked.
SqlPiece isAmong(const SqlPiece& keys, const Relation& relation, const SearchScope& scope, bool isNot = false)
{
    if (!scope.isAskedEach)
        return SqlPiece{scope.column("id") + (isNot ? " NOT IN (" : " IN ("), {}} + keys + QByteArray(")");
    return SqlPiece{isNot ? "NOT EXISTS (" : "EXISTS (", {}} + keys + QByteArray(" AND ") +
           scope.within(relation.related).column(relation.owner->name) + QByteArray(" = ") + scope.column("id") +
           QByteArray(")");
}

Result<SqlPiece> relatedCondition(const Relation& relation, const QueryNode& filter, const SearchScope& scope)
{
    std::vector<SqlPiece> any;
    QStringList values = filter.values;
    if (values.removeIf(isNone) > 0) {
        DTP_TRY(all, owners(relation, {}, filter, scope));
        any.push_back(isAmong(all, relation, scope, true));
    }
    if (any.empty() || !values.isEmpty()) {
        DTP_TRY(some, relatedKeys(relation, filterOfValues(filter, values), scope));
        any.push_back(isAmong(some, relation, scope));
    }
    return anyPiece(any);
}

// The words of addresses and numbers are in the index of people: when few have them, no others are looked at.
Result<std::optional<SqlPiece>> contactsOf(const Relation& relation, const QueryNode& filter, const SearchScope& scope)
{
    constexpr qint64 few = 3000;
    DTP_TRY(candidates, peopleWhoMayHave(scope.store, filter.values, false));
    if (filter.values.isEmpty() || candidates.sql.text.isEmpty())
        return std::nullopt;
    DTP_TRY(people, readKeys(scope.store, candidates.sql + SqlPiece{" LIMIT ?", {few + 1}}));
    if (static_cast<qint64>(people.size()) > few)
        return std::nullopt;
    QStringList list;
    for (const qint64 id : people)
        list.append(QString::number(id));
    DTP_TRY(keys, relatedKeys(relation, filter, scope));
    return keys + SqlPiece{" AND " + scope.within(relation.related).column(relation.owner->name) +
                               " IN (SELECT value FROM json_each(?))",
                           {QString(QLatin1Char('[') + list.join(QLatin1Char(',')) + QLatin1Char(']'))}};
}

// "-address:email" looks for a part of an address, and means something else.
Result<> checkContacts(const QString& key, const QStringList& values, const Store& store)
{
    const Vocabulary& kinds = store.vocabulary(QStringLiteral("contact_kinds"));
    for (const QString& value : values) {
        const QString code = kinds.codeFor(value).value_or(QString());
        const QString folded = foldText(value);
        // Other words for a phone as well, if they are no part of a name.
        const bool isKind = !code.isEmpty() && (folded == code || folded == foldText(kinds.labelOf(code)) ||
                                                (isPhoneKind(code) && folded.size() > code.size()));
        if (isKind || folded == QLatin1String("yes") || folded == QLatin1String("no"))
            return fail(QCoreApplication::translate(
                            "Search", "“%1” is no part of an address or a number. Write %2:any for those "
                                      "who have one, %2:none for the others.")
                            .arg(value, isKind ? code : key));
    }
    return {};
}

SearchFilter filterOf(const Relation& relation, const QString& label)
{
    SearchFilter filter;
    filter.key = relation.key;
    filter.boundTo = relation.boundTo;
    filter.takesBound = true;
    const SearchFilter* value = ownFilterNamed(relation.related, relation.value);
    filter.label = !label.isEmpty() ? label : value ? value->label : relation.key;
    filter.exampleValue = !relation.kind.isEmpty() ? QStringLiteral("none")
                          : value                  ? value->exampleValue
                                                   : QStringLiteral("any");
    if (value) {
        filter.vocabulary = value->vocabulary;
        filter.reference = value->reference;
    }
    if (relation.besideKeys)
        filter.besideKeys = relation.besideKeys;
    if (relation.related == Entity::ContactPoint)
        filter.check = [key = relation.key](const QStringList& values, const Store& store) {
            return checkContacts(key, values, store);
        };
    filter.sql = [relation](const QueryNode& node, const SearchScope& scope) -> Result<SqlPiece> {
        const auto kept = relation.besideKeys ? relation.besideKeys(node, scope) : std::nullopt;
        return kept ? Result<SqlPiece>(*kept) : relatedCondition(relation, node, scope);
    };
    filter.keys = [relation](const QueryNode& node, const SearchScope& scope) -> Result<FoundKeys> {
        if (relation.besideKeys && relation.besideKeys(node, scope)) {
            if (!isPositive(node))
                return FoundKeys();
            Relation ever = relation;
            ever.now = nullptr;
            DTP_TRY(some, relatedKeys(ever, node, scope));
            return FoundKeys{some, false, true};
        }
        const bool isNoneAlone = node.values.size() == 1 && isNone(node.values.front());
        if (!isPositive(node) && !isNoneAlone)
            return FoundKeys();
        if (relation.related == Entity::ContactPoint && !isNoneAlone) {
            DTP_TRY(some, contactsOf(relation, node, scope));
            if (some)
                return FoundKeys{*some};
        }
        DTP_TRY(keys, isNoneAlone ? owners(relation, {}, node, scope) : relatedKeys(relation, node, scope));
        return FoundKeys{keys, isNoneAlone};
    };
    return filter;
}

void add(const Relation& relation, const QString& label, std::vector<SearchFilter>& filters)
{
    const bool isKnown = std::any_of(filters.begin(), filters.end(),
                                     [&](const SearchFilter& filter) { return filter.key == relation.key; });
    if (!isKnown)
        filters.push_back(filterOf(relation, label));
}

// Each kind of contact by itself: "email:none" finds whom nobody can write to.
void addContacts(const Field& owner, std::vector<SearchFilter>& filters)
{
    const auto kinds = builtInVocabulary(QStringLiteral("contact_kinds"));
    for (const VocabularyTerm& kind : kinds ? kinds->terms() : std::vector<VocabularyTerm>())
        add({Entity::ContactPoint, &owner, kind.code, QStringLiteral("value"), &contactNow(), nullptr, &keptContact,
             kind.code},
            kind.label, filters);
}

void addOf(const RecordType& type, const Field& owner, std::vector<SearchFilter>& filters)
{
    const Field* usual = usualValue(type, owner);
    const QString usualKey = usual ? searchKeyOf(type.entity, *usual) : QString();
    bool isNamed = false;
    for (const RelationName& name : relationNames) {
        if (name.related != type.entity || qstrcmp(name.owner, owner.name) != 0)
            continue;
        isNamed = true;
        add({type.entity, &owner, QLatin1String(name.key), *name.value ? QLatin1String(name.value) : usualKey,
             name.now ? &name.now() : nullptr, name.boundTo, name.besideKeys},
            *name.label ? QCoreApplication::translate("Search", name.label) : QString(), filters);
    }
    if (type.entity == Entity::ContactPoint)
        addContacts(owner, filters);
    if (isNamed)
        return;
    const bool isLink = usual && traitsOf(*usual).isReference();
    QString label = type.singularText();
    label[0] = label.at(0).toUpper();
    add({type.entity, &owner, isLink ? usualKey : QString(QLatin1String(type.table)), usualKey, nullptr, nullptr},
        isLink ? QString() : label, filters);
}
} // namespace

void addRelatedFilters(Entity entity, std::vector<SearchFilter>& filters)
{
    for (const RecordType& type : allRecordTypes()) {
        for (const Field& field : type.fields) {
            if (field.reference == entity && !field.isHidden)
                addOf(type, field, filters);
        }
    }
}

} // namespace dtp
