// SPDX-License-Identifier: GPL-3.0-or-later
// What lists show of people. Several things that one person has stand in their own order, and the first of them is
// that of the list: so those who have it stand together.
#include <columns/catalogue_parts.h>

#include <deeds/consent_grid.h>
#include <meaning/affiliations.h>
#include <meaning/contacts.h>
#include <records/kinds.h>
#include <records/programs.h>
#include <records/vocabulary.h>

#include <QCoreApplication>

namespace dtp
{

namespace
{
using Groups = CatalogueColumn::Groups;
using Compare = ColumnOrder::Compare;

QString say(const char* text)
{
    return QCoreApplication::translate("Exchange", text);
}

const QByteArray ofThese = " IN (SELECT value FROM json_each(?1))";

CatalogueColumn nameColumn()
{
    CatalogueColumn column;
    column.column = columnMadeOf("name", QCoreApplication::translate("Columns", "Name"),
                                 {columnOf<Person>("given_name"), columnOf<Person>("family_name")});
    column.isOnlyShown = true;
    column.groups = Groups::None;
    column.order.key = [](const ColumnScope&) { return SqlPiece{"keyed.sort_key", {}}; };
    column.order.compare = Compare::AsStored;
    column.texts = [](const Store& store, const std::vector<qint64>& ids) -> ColumnTexts {
        DTP_TRY(rows, store.rows(Entity::Person, ids));
        QHash<qint64, QString> texts;
        for (const RecordValues& values : rows)
            texts.insert(values.id, titleOf(values));
        return texts;
    };
    return column;
}

CatalogueColumn otherNames()
{
    CatalogueColumn column;
    column.column = columnMadeOf("other_names", say(QT_TRANSLATE_NOOP("Exchange", "Other names")),
                                 {columnOf<AlternateName>("name")}, CellKind::List);
    column.groups = Groups::None;
    column.order.key = [](const ColumnScope& scope) {
        return SqlPiece{
            "(SELECT o.name FROM alternate_name AS o WHERE o.person_id = " + scope.id + " ORDER BY o.id LIMIT 1)", {}};
    };
    column.order.met = [](QDate) {
        return SqlPiece{"SELECT o.person_id AS id, o.name AS k FROM alternate_name AS o", {}};
    };
    column.texts = [](const Store& store, const std::vector<qint64>& ids) {
        return joinedTexts(store, ids,
                           "SELECT person_id, name FROM alternate_name WHERE person_id" + ofThese +
                               " ORDER BY person_id, id");
    };
    return column;
}

// The preferred one first, as in its cell.
CatalogueColumn contactColumn(const VocabularyTerm& kind)
{
    CatalogueColumn column;
    column.column = columnMadeOf("contact", kind.label, {columnOf<ContactPoint>("value")}, CellKind::List);
    column.column.key = QStringLiteral("contact.") + kind.code;
    column.groups = Groups::None;
    column.order.key = [code = kind.code](const ColumnScope& scope) {
        return reachableContact(scope.id.constData(), {code});
    };
    column.order.met = [code = kind.code](QDate) {
        return SqlPiece{
            "SELECT c.person_id AS id, c.value AS k FROM contact_point AS c WHERE c.kind = ? AND c.do_not_use = 0",
            {code}};
    };
    column.texts = [code = kind.code](const Store& store, const std::vector<qint64>& ids) {
        return joinedTexts(store, ids,
                           "SELECT person_id, value FROM contact_point WHERE person_id" + ofThese +
                               " AND kind = ?2 AND do_not_use = 0 ORDER BY person_id, preferred <> 0 DESC, id",
                           {code});
    };
    return column;
}

// What the affiliation to show says: the organisation, the role, the sector.
CatalogueColumn affiliationColumn(const char* key, const QString& title, const std::vector<TableColumn>& parts,
                                  const QByteArray& said, QString (*textOf)(const Store&, const ShownAffiliation&))
{
    CatalogueColumn column;
    column.column = columnMadeOf(key, title, parts, CellKind::List);
    column.order.key = [said](const ColumnScope& scope) {
        return SqlPiece{"(SELECT " + said +
                            " FROM affiliation AS a JOIN organisation AS o ON o.id = a.organisation_id WHERE a.id = ",
                        {}} +
               affiliationToShow(scope.id.constData(), scope.today) + QByteArray(")");
    };
    column.texts = [textOf](const Store& store, const std::vector<qint64>& ids) -> ColumnTexts {
        AffiliationReader affiliations(store, store.environment().clock->today());
        DTP_CHECK(affiliations.read(ids));
        QHash<qint64, QString> texts;
        for (const qint64 person : ids) {
            QStringList all;
            for (const ShownAffiliation& one : affiliations.of(person)) {
                const QString text = textOf(store, one);
                if (!text.isEmpty() && !all.contains(text))
                    all.append(text);
            }
            texts.insert(person, all.join(QStringLiteral("; ")));
        }
        return texts;
    };
    return column;
}

void addAffiliations(std::vector<CatalogueColumn>& all)
{
    CatalogueColumn organisation =
        affiliationColumn("organisation", say(QT_TRANSLATE_NOOP("Exchange", "Organisation")),
                          {columnOf<Affiliation>("organisation_id"), columnOf<Organisation>("name")},
                          "nullif(o.name, '')", [](const Store&, const ShownAffiliation& one) { return one.name; });
    organisation.order.values = [](QDate) {
        return SqlPiece{"SELECT id AS ref, name AS k FROM organisation WHERE name <> ''", {}};
    };
    organisation.order.members = [](QDate) {
        return SqlPiece{"SELECT person_id FROM affiliation WHERE organisation_id = ?", {}};
    };
    all.push_back(std::move(organisation));
    CatalogueColumn role =
        affiliationColumn("role", say(QT_TRANSLATE_NOOP("Exchange", "Role")), {columnOf<Affiliation>("role")},
                          "nullif(a.role, '')", [](const Store&, const ShownAffiliation& one) { return one.role; });
    role.order.met = [](QDate) {
        return SqlPiece{"SELECT a.person_id AS id, a.role AS k FROM affiliation AS a WHERE a.role <> ''", {}};
    };
    all.push_back(std::move(role));
    CatalogueColumn sector = affiliationColumn(
        "sector", say(QT_TRANSLATE_NOOP("Exchange", "Sector")), {columnOf<Affiliation>("sector")},
        "(SELECT t.label FROM term AS t WHERE t.vocabulary = 'sectors' AND t.code = a.sector)",
        [](const Store& store, const ShownAffiliation& one) {
            return one.sector.isEmpty() ? QString() : store.vocabulary(QStringLiteral("sectors")).labelOf(one.sector);
        });
    sector.order.values = [](QDate) {
        return SqlPiece{"SELECT code AS ref, label AS k FROM term WHERE vocabulary = 'sectors'", {}};
    };
    sector.order.members = [](QDate) { return SqlPiece{"SELECT person_id FROM affiliation WHERE sector = ?", {}}; };
    all.push_back(std::move(sector));
}

// Words of a vocabulary in records of a person.
CatalogueColumn wordsColumn(const char* key, const QString& title, const TableColumn& part, const QByteArray& table,
                            const QByteArray& field, const QString& vocabulary)
{
    CatalogueColumn column;
    column.column = columnMadeOf(key, title, {part}, CellKind::List);
    column.groups = Groups::None;
    column.order.key = [=](const ColumnScope& scope) {
        return SqlPiece{"(SELECT t.label FROM " + table + " AS w CROSS JOIN term AS t ON t.vocabulary = '" +
                            vocabulary.toLatin1() + "' AND t.code = w." + field + " WHERE w.person_id = " + scope.id +
                            " ORDER BY t.label COLLATE people LIMIT 1)",
                        {}};
    };
    column.order.values = [vocabulary](QDate) {
        return SqlPiece{"SELECT code AS ref, label AS k FROM term WHERE vocabulary = ?", {vocabulary}};
    };
    column.order.members = [=](QDate) {
        return SqlPiece{"SELECT person_id FROM " + table + " WHERE " + field + " = ?", {}};
    };
    column.texts = [=](const Store& store, const std::vector<qint64>& ids) {
        return joinedTexts(store, ids,
                           "SELECT w.person_id, ifnull((SELECT t.label FROM term AS t WHERE t.vocabulary = ?2 AND "
                           "t.code = w." +
                               field + "), w." + field + ") AS word FROM " + table + " AS w WHERE w.person_id" +
                               ofThese + " ORDER BY w.person_id, word COLLATE people",
                           {vocabulary});
    };
    return column;
}

// What a person is linked to: programs and networks. held: a condition on the link “l”; order: which comes first.
struct Link {
    const char* key;
    QString title;
    std::vector<TableColumn> parts;
    QByteArray table;  // of the link
    QByteArray field;  // the link's reference
    QByteArray target; // the table that it refers to, “g” in statements
    QByteArray named;  // what that is called by
    QByteArray order;
    SqlPiece (*held)(QDate) = nullptr;
    bool isOneShown = false;
};

CatalogueColumn linkColumn(const Link& link)
{
    CatalogueColumn column;
    column.column = columnMadeOf(link.key, link.title, link.parts, CellKind::List);
    column.groups = link.isOneShown ? Groups::ByValue : Groups::None;
    const QByteArray from = " FROM " + link.table + " AS l CROSS JOIN " + link.target + " AS g ON g.id = l." +
                            link.field + " WHERE l.person_id";
    const auto heldOn = [held = link.held](QDate today) {
        return held ? SqlPiece{" AND ", {}} + held(today) : SqlPiece{};
    };
    column.order.key = [=](const ColumnScope& scope) {
        return SqlPiece{"(SELECT nullif(" + link.named + ", '')" + from + " = " + scope.id, {}} + heldOn(scope.today) +
               QByteArray(" ORDER BY " + link.order + " LIMIT 1)");
    };
    column.order.values = [=](QDate) {
        return SqlPiece{"SELECT g.id AS ref, " + link.named + " AS k FROM " + link.target + " AS g WHERE " +
                            link.named + " <> ''",
                        {}};
    };
    column.order.members = [=](QDate) {
        return SqlPiece{"SELECT person_id FROM " + link.table + " WHERE " + link.field + " = ?", {}};
    };
    column.texts = [=](const Store& store, const std::vector<qint64>& ids) -> ColumnTexts {
        const SqlPiece held = heldOn(store.environment().clock->today());
        QByteArray sql =
            "SELECT l.person_id, " + link.named + from + ofThese + held.text + " ORDER BY l.person_id, " + link.order;
        if (link.isOneShown) // the first alone: the others of a person have a row before them
            sql = "SELECT person_id, named FROM (SELECT l.person_id AS person_id, " + link.named +
                  " AS named, row_number() OVER (PARTITION BY l.person_id ORDER BY " + link.order + ") AS place" +
                  from + ofThese + held.text + ") WHERE place = 1";
        return joinedTexts(store, ids, sql, held.values);
    };
    return column;
}

void addLinks(std::vector<CatalogueColumn>& all)
{
    const std::vector<TableColumn> program{columnOf<Participation>("edition_id"), columnOf<ProgramEdition>("title")};
    const std::vector<TableColumn> network{columnOf<Membership>("network_id"), columnOf<Network>("name")};
    const QByteArray begun = "ltrim(g.start_date, '~')";
    // Its year beside it, where the title does not say it.
    const QByteArray year = "substr(" + begun + ", 1, 4)";
    all.push_back(linkColumn({"programs", say(QT_TRANSLATE_NOOP("Exchange", "Programs")), program, "participation",
                              "edition_id", "program_edition", "g.title", "g.title COLLATE people"}));
    all.push_back(linkColumn({"networks", say(QT_TRANSLATE_NOOP("Exchange", "Networks")), network, "membership",
                              "network_id", "network", "g.name", "g.name COLLATE people"}));
    CatalogueColumn last = linkColumn({"program", QCoreApplication::translate("Columns", "Last program"), program,
                                       "participation", "edition_id", "program_edition",
                                       "g.title || CASE WHEN " + begun + " <> '' AND instr(g.title, " + year +
                                           ") = 0 THEN ' ' || " + year + " ELSE '' END",
                                       begun + " DESC, l.id", nullptr, true});
    last.isBeside = true;
    all.push_back(std::move(last));
    CatalogueColumn now = linkColumn({"networks_now", QCoreApplication::translate("Columns", "Networks now"), network,
                                      "membership", "network_id", "network", "g.name", "g.name COLLATE people",
                                      [](QDate today) { return termHolds("l", today); }});
    now.isBeside = true;
    all.push_back(std::move(now));
    CatalogueColumn roles =
        wordsColumn("network_roles", QCoreApplication::translate("Columns", "Roles in networks"),
                    columnOf<Membership>("role"), "membership", "role", QStringLiteral("network_roles"));
    roles.isBeside = true;
    all.push_back(std::move(roles));
}

CatalogueColumn lastContactColumn()
{
    CatalogueColumn column;
    column.column = columnMadeOf("last_contact", QCoreApplication::translate("Columns", "Last contact"),
                                 {columnOf<ContactNote>("date")}, CellKind::Date);
    column.isBeside = true;
    column.groups = Groups::ByYear;
    column.order.compare = Compare::AsStored;
    const auto spoken = [](QDate today) {
        return SqlPiece{" AND n.date <= ? AND " + isDay("n.date"), {storedDay(today)}};
    };
    column.order.key = [spoken](const ColumnScope& scope) {
        return SqlPiece{"(SELECT max(n.date) FROM contact_note AS n WHERE n.person_id = " + scope.id, {}} +
               spoken(scope.today) + QByteArray(")");
    };
    column.order.met = [spoken](QDate today) {
        return SqlPiece{"SELECT n.person_id AS id, n.date AS k FROM contact_note AS n WHERE 1", {}} + spoken(today);
    };
    column.texts = [](const Store& store, const std::vector<qint64>& ids) -> ColumnTexts {
        DTP_TRY(last, lastContacts(store, ids, store.environment().clock->today()));
        QHash<qint64, QString> texts;
        for (auto day = last.cbegin(); day != last.cend(); ++day)
            texts.insert(day.key(), storedDay(day.value()));
        return texts;
    };
    return column;
}

// Who agrees first, then who answered otherwise; who was never asked says nothing.
constexpr const char* agrees = "1";
constexpr const char* answered = "2";

CatalogueColumn consentColumn(const VocabularyTerm& purpose)
{
    CatalogueColumn column;
    column.column = columnMadeOf("consent", QCoreApplication::translate("Columns", "Consent: %1").arg(purpose.label),
                                 {columnOf<Consent>("answer")});
    column.column.key = QStringLiteral("consent.") + purpose.code;
    column.isBeside = true;
    column.order.compare = Compare::AsStored;
    column.order.key = [code = purpose.code](const ColumnScope& scope) {
        const auto bits = KeptAgreements::bitsOf({code});
        const SqlPiece holds = bits ? keptAgreementHolds("keyed.agreed", *bits, scope.today)
                                    : agreesTo(scope.id.constData(), {code}, scope.today);
        return SqlPiece{"(CASE WHEN ", {}} + holds +
               SqlPiece{QByteArray(" THEN '") + agrees +
                            "' WHEN EXISTS (SELECT 1 FROM consent AS c WHERE c.person_id = " + scope.id +
                            " AND c.purpose = ?) THEN '" + answered + "' END)",
                        {code}};
    };
    column.order.values = [](QDate) {
        return SqlPiece{QByteArray("SELECT '") + agrees + "' AS ref, '" + agrees + "' AS k UNION ALL SELECT '" +
                            answered + "', '" + answered + '\'',
                        {}};
    };
    column.order.members = [code = purpose.code](QDate) {
        return SqlPiece{"SELECT person_id FROM consent WHERE purpose = ? AND ? <> ''", {code}};
    };
    column.groupTitle = [](const QString& key) {
        return key == QLatin1String(agrees) ? QCoreApplication::translate("Columns", "Agreed")
                                            : QCoreApplication::translate("Columns", "Refused, withdrawn or ended");
    };
    column.texts = [code = purpose.code](const Store& store, const std::vector<qint64>& ids) -> ColumnTexts {
        DTP_TRY(consents, consentsOf(store, ids));
        DTP_TRY(requests, openRequests(store, ids));
        QHash<qint64, QString> texts;
        for (const qint64 person : ids)
            texts.insert(person, consentBrief(newestConsent(consents.value(person), code),
                                              store.environment().clock->today(), requests.value(person)));
        return texts;
    };
    return column;
}
} // namespace

std::vector<CatalogueColumn> peopleCatalogue(const Store& store)
{
    std::vector<CatalogueColumn> all{nameColumn()};
    std::vector<CatalogueColumn> last; // notes are long
    const RecordType& type = recordType(Entity::Person);
    for (size_t i = 0; i < type.fields.size(); ++i) {
        const Field& field = type.fields[i];
        if (field.isHidden || !traitsOf(field).isShown() || traitsOf(field).isReference())
            continue;
        (traitsOf(field).hasLines ? last : all).push_back(columnOfField(Entity::Person, static_cast<int>(i)));
        if (qstrcmp(field.name, "own_script_name") == 0)
            all.push_back(otherNames());
    }
    for (const VocabularyTerm& kind : store.vocabulary(QStringLiteral("contact_kinds")).terms())
        all.push_back(contactColumn(kind));
    addAffiliations(all);
    all.push_back(wordsColumn("issues", say(QT_TRANSLATE_NOOP("Exchange", "Issues")), columnOf<PersonIssue>("issue"),
                              "person_issue", "issue", QStringLiteral("issues")));
    all.push_back(wordsColumn("skills", say(QT_TRANSLATE_NOOP("Exchange", "Skills")), columnOf<PersonSkill>("skill"),
                              "person_skill", "skill", QStringLiteral("skills")));
    all.push_back(wordsColumn("languages", say(QT_TRANSLATE_NOOP("Exchange", "Languages")),
                              columnOf<PersonLanguage>("language"), "person_language", "language",
                              QStringLiteral("languages")));
    addLinks(all);
    all.push_back(lastContactColumn());
    for (const VocabularyTerm& purpose : store.vocabulary(QStringLiteral("consent_purposes")).terms())
        all.push_back(consentColumn(purpose));
    for (CatalogueColumn& column : last)
        all.push_back(std::move(column));
    return all;
}

} // namespace dtp
