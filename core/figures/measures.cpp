// SPDX-License-Identifier: GPL-3.0-or-later
// The list of measures.
#include <figures/catalogue.h>
#include <meaning/alumni.h>
#include <meaning/codes.h>
#include <meaning/follow_up.h>
#include <meaning/holding.h>

#include <QCoreApplication>

namespace dtp
{

namespace
{
SqlPiece everybody(QDate)
{
    return {"SELECT id, id AS person, id AS counted FROM person", {}};
}

SqlPiece alumni(QDate day)
{
    return SqlPiece{"SELECT p.id AS id, p.id AS person, p.id AS counted FROM person p WHERE ", {}} +
           isAlumni("p.id", day);
}

SqlPiece participations(QDate)
{
    return {"SELECT id, person_id AS person, id AS counted FROM participation", {}};
}

SqlPiece attendances(QDate)
{
    return {"SELECT id, person_id AS person, id AS counted FROM invitation WHERE state = ?",
            {codeText(InvitationState::Attended)}};
}

SqlPiece invitations(QDate)
{
    return {"SELECT id, person_id AS person, id AS counted FROM invitation", {}};
}

// Where people work today, each organisation once.
SqlPiece workplaces(QDate day)
{
    return SqlPiece{"SELECT a.id AS id, a.person_id AS person, a.organisation_id AS counted FROM affiliation a WHERE ",
                    {}} +
           affiliationHolds("a", day);
}

SqlPiece workshops(QDate)
{
    return {"SELECT id, 0 AS person, id AS counted FROM workshop", {}};
}

SqlPiece organisations(QDate)
{
    return {"SELECT id, 0 AS person, id AS counted FROM organisation", {}};
}

SqlPiece recommendations(QDate)
{
    return {"SELECT id, 0 AS person, id AS counted FROM recommendation", {}};
}

SqlPiece openRecommendations(QDate)
{
    return SqlPiece{"SELECT r.id AS id, 0 AS person, r.id AS counted FROM recommendation r WHERE ", {}} +
           recommendationIsOpen("r");
}

const std::vector<FigureMeasure> all = {
    {"people", QT_TRANSLATE_NOOP("Figures", "People"), Entity::Person, &everybody},
    {"alumni", QT_TRANSLATE_NOOP("Figures", "Alumni"), Entity::Person, &alumni, false},
    {"participations", QT_TRANSLATE_NOOP("Figures", "Participations"), Entity::Participation, &participations},
    {"invitations", QT_TRANSLATE_NOOP("Figures", "Invitations"), Entity::Invitation, &invitations},
    {"attendances", QT_TRANSLATE_NOOP("Figures", "Attendances"), Entity::Invitation, &attendances, false},
    {"workplaces", QT_TRANSLATE_NOOP("Figures", "Organisations where people work"), Entity::Affiliation, &workplaces,
     false},
    {"organisations", QT_TRANSLATE_NOOP("Figures", "Organisations"), Entity::Organisation, &organisations},
    {"workshops", QT_TRANSLATE_NOOP("Figures", "Workshops"), Entity::Workshop, &workshops},
    {"recommendations", QT_TRANSLATE_NOOP("Figures", "Recommendations"), Entity::Recommendation, &recommendations},
    {"open_recommendations", QT_TRANSLATE_NOOP("Figures", "Open recommendations"), Entity::Recommendation,
     &openRecommendations, false},
};

bool isAboutPeople(Entity entity)
{
    return entity != Entity::Workshop && entity != Entity::Organisation && entity != Entity::Recommendation;
}
} // namespace

const std::vector<FigureMeasure>& figureMeasures()
{
    return all;
}

QString FigureMeasure::labelText() const
{
    return QCoreApplication::translate("Figures", label);
}

const FigureMeasure* figureMeasure(const QString& key)
{
    for (const FigureMeasure& measure : all)
        if (key == QLatin1String(measure.key))
            return &measure;
    return nullptr;
}

std::vector<const FigureDimension*> dimensionsFor(const FigureMeasure& measure)
{
    std::vector<const FigureDimension*> fitting;
    for (const FigureDimension& dimension : figureDimensions())
        if (dimension.entity == measure.entity || (isAboutPeople(dimension.entity) && isAboutPeople(measure.entity)))
            fitting.push_back(&dimension);
    return fitting;
}

const FigureDimension* figureDimension(const QString& key, const FigureMeasure& measure)
{
    const FigureDimension* found = nullptr;
    for (const FigureDimension* dimension : dimensionsFor(measure))
        if (key == QLatin1String(dimension->key) && (!found || dimension->entity == measure.entity))
            found = dimension;
    return found;
}

} // namespace dtp
