// SPDX-License-Identifier: GPL-3.0-or-later
// What lists show of records other than people besides their fields: numbers and names of what refers to them. Each is
// one expression, which says what stands in the column and what it is ordered by.
#include <columns/catalogue_parts.h>

#include <database/connection.h>
#include <meaning/codes.h>
#include <meaning/network_roles.h>
#include <records/programs.h>

#include <QCoreApplication>

namespace dtp
{

namespace
{
using Groups = CatalogueColumn::Groups;

// key, title and kind; said(scope) is the scalar.
CatalogueColumn derived(Entity entity, TableColumn shown, std::function<SqlPiece(const ColumnScope&)> said,
                        ColumnOrder::Compare compare = ColumnOrder::Compare::AsStored)
{
    CatalogueColumn column;
    column.column = std::move(shown);
    column.isBeside = true;
    column.groups = column.column.kind == CellKind::Date ? Groups::ByYear : Groups::ByValue;
    column.order.compare = compare;
    column.order.key = said;
    column.texts = [entity, said](const Store& store, const std::vector<qint64>& ids) -> ColumnTexts {
        const SqlPiece text = said(scopeOfRecords(store, entity));
        QByteArrayList keys;
        for (const qint64 id : ids)
            keys.append(QByteArray::number(id));
        const QByteArray sql = "SELECT r.id, " + text.text + " FROM " + recordType(entity).table +
                               " AS r WHERE r.id IN (SELECT value FROM json_each(?))";
        DTP_TRY(select, Statement::prepare(store.handle(), sql));
        int at = 0;
        for (const QVariant& value : text.values)
            select.bind(++at, value);
        select.bind(++at, QVariant(QString::fromLatin1('[' + keys.join(',') + ']')));
        QHash<qint64, QString> texts;
        for (;;) {
            DTP_TRY(row, select.step());
            if (!row)
                return texts;
            texts.insert(select.integer(0), select.text(1));
        }
    };
    return column;
}

CatalogueColumn number(Entity entity, const char* key, const QString& title,
                       std::function<SqlPiece(const ColumnScope&)> said)
{
    return derived(entity, columnOfTable(key, title, CellKind::Integer), std::move(said));
}

QString say(const char* text)
{
    return QCoreApplication::translate("Columns", text);
}

SqlPiece peopleOf(const char* table, const char* link, const ColumnScope& scope, const SqlPiece& condition)
{
    return SqlPiece{QByteArray("(SELECT count(DISTINCT l.person_id) FROM ") + table + " AS l WHERE l." + link + " = " +
                        scope.id + " AND ",
                    {}} +
           condition + QByteArray(")");
}

SqlPiece isFocalPoint(QDate today)
{
    return holdsRole("l", NetworkRole::FocalPoint, today);
}

std::vector<CatalogueColumn> ofNetworks()
{
    std::vector<CatalogueColumn> all;
    all.push_back(
        number(Entity::Network, "members", say(QT_TRANSLATE_NOOP("Columns", "Members")), [](const ColumnScope& scope) {
            return peopleOf("membership", "network_id", scope, termHolds("l", scope.today));
        }));
    CatalogueColumn focal = derived(
        Entity::Network,
        columnMadeOf("focal_point", say(QT_TRANSLATE_NOOP("Columns", "Focal point")),
                     {columnOf<Membership>("role"), columnOf<Person>("given_name"), columnOf<Person>("family_name")}),
        [](const ColumnScope& scope) {
            return SqlPiece{"(SELECT group_concat(called, '; ') FROM (SELECT trim(p.given_name || ' ' || "
                            "p.family_name) AS called FROM membership AS l JOIN person AS p ON p.id = l.person_id "
                            "WHERE l.network_id = " +
                                scope.id + " AND ",
                            {}} +
                   isFocalPoint(scope.today) + QByteArray(" ORDER BY l.id))");
        },
        ColumnOrder::Compare::AsRead);
    focal.namesPeople = true;
    focal.groups = Groups::None;
    all.push_back(std::move(focal));
    // A term without an end has none; of several the last day counts.
    all.push_back(derived(Entity::Network,
                          columnMadeOf("term_ends", say(QT_TRANSLATE_NOOP("Columns", "Term ends")),
                                       {columnOf<Membership>("to_date")}, CellKind::PartialDate),
                          [](const ColumnScope& scope) {
                              return SqlPiece{"(SELECT CASE WHEN min(l.to_date) = '' THEN NULL ELSE max(" +
                                                  sortableDate("l.to_date") +
                                                  ") END FROM membership AS l WHERE "
                                                  "l.network_id = " +
                                                  scope.id + " AND ",
                                              {}} +
                                     isFocalPoint(scope.today) + QByteArray(")");
                          }));
    all.back().groups = Groups::ByYear;
    return all;
}

QByteArray roleIs(ParticipationRole role, bool isIt)
{
    return "ifnull(nullif(l.role, ''), 'participant') " + QByteArray(isIt ? "= '" : "<> '") +
           codeText(role).toLatin1() + '\'';
}

std::vector<CatalogueColumn> ofPrograms()
{
    std::vector<CatalogueColumn> all;
    all.push_back(number(
        Entity::ProgramEdition, "year", say(QT_TRANSLATE_NOOP("Columns", "Year")), [](const ColumnScope& scope) {
            return SqlPiece{
                "CAST(nullif(substr(" + sortableDate(scope.record + ".start_date") + ", 1, 4), '') AS INTEGER)", {}};
        }));
    all.push_back(number(
        Entity::ProgramEdition, "participants", say(QT_TRANSLATE_NOOP("Columns", "Participants")),
        [](const ColumnScope& scope) {
            return peopleOf("participation", "edition_id", scope, {roleIs(ParticipationRole::Participant, true), {}});
        }));
    CatalogueColumn trainers = derived(
        Entity::ProgramEdition,
        columnMadeOf(
            "trainers", say(QT_TRANSLATE_NOOP("Columns", "Trainers")),
            {columnOf<Participation>("role"), columnOf<Person>("given_name"), columnOf<Person>("family_name")}),
        [](const ColumnScope& scope) {
            return SqlPiece{"(SELECT group_concat(called, '; ') FROM (SELECT trim(p.given_name || ' ' || "
                            "p.family_name) AS called FROM participation AS l JOIN person AS p ON p.id = l.person_id "
                            "WHERE l.edition_id = " +
                                scope.id +
                                " AND l.role IN ('trainer', 'facilitator', 'resource_person') ORDER BY l.id))",
                            {}};
        },
        ColumnOrder::Compare::AsRead);
    trainers.namesPeople = true;
    trainers.groups = Groups::None;
    all.push_back(std::move(trainers));
    return all;
}

std::vector<CatalogueColumn> ofOrganisations()
{
    std::vector<CatalogueColumn> all;
    all.push_back(number(Entity::Organisation, "people_now", say(QT_TRANSLATE_NOOP("Columns", "People now")),
                         [](const ColumnScope& scope) {
                             return peopleOf("affiliation", "organisation_id", scope,
                                             affiliationHolds("l", scope.today));
                         }));
    return all;
}

std::vector<CatalogueColumn> ofWorkshops()
{
    const auto invitations = [](const ColumnScope& scope, std::initializer_list<InvitationState> states) {
        QByteArrayList codes;
        for (const InvitationState state : states)
            codes.append('\'' + codeText(state).toLatin1() + '\'');
        return peopleOf("invitation", "workshop_id", scope, {"l.state IN (" + codes.join(", ") + ')', {}});
    };
    using State = InvitationState;
    std::vector<CatalogueColumn> all;
    all.push_back(number(Entity::Workshop, "invited", say(QT_TRANSLATE_NOOP("Columns", "Invited")),
                         [invitations](const ColumnScope& scope) {
                             return invitations(scope, {State::Invited, State::Reminded, State::Accepted,
                                                        State::Declined, State::Unable, State::Attended});
                         }));
    all.push_back(number(Entity::Workshop, "confirmed", say(QT_TRANSLATE_NOOP("Columns", "Confirmed")),
                         [invitations](const ColumnScope& scope) {
                             return invitations(scope, {State::Accepted, State::Attended});
                         }));
    return all;
}
} // namespace

std::vector<CatalogueColumn> relatedCatalogue(Entity entity)
{
    switch (entity) {
    case Entity::Network:
        return ofNetworks();
    case Entity::ProgramEdition:
        return ofPrograms();
    case Entity::Organisation:
        return ofOrganisations();
    case Entity::Workshop:
        return ofWorkshops();
    default:
        return {};
    }
}

} // namespace dtp
