// SPDX-License-Identifier: GPL-3.0-or-later
#include <records/cases.h>
#include <records/field_tables.h>

#include <QCoreApplication>

namespace dtp
{

QString caseCode(Id<RiskCase> id)
{
    static const QString signs = QStringLiteral("23456789BCDFGHJKLMNPQRSTVWXZ"); // none that is taken for another
    auto rest = static_cast<quint64>(id.value);
    QString code;
    for (int i = 0; i < 3; ++i) {
        code.prepend(signs.at(static_cast<qsizetype>(rest % static_cast<quint64>(signs.size()))));
        rest /= static_cast<quint64>(signs.size());
    }
    return code;
}

// A day, so that no list, sentence or history says whom a case is about.
QString caseTitle(const RiskCase& one)
{
    const QString day = one.opened.toString(Qt::ISODate);
    return one.id ? QString(day + QLatin1Char(' ') + caseCode(one.id)) : day;
}

// A table reads best as a table: one field a line where it fits.
// clang-format off

namespace
{
using K = FieldKind;
using S = Sensitivity;

QString entryTitle(const CaseEntry& r) { return r.date.toString(Qt::ISODate); }
} // namespace

void FieldTables::addCases(std::vector<RecordType>& types)
{
    types.push_back(table<RiskCase, caseTitle>(
        "risk_case", QT_TR_NOOP("case"), QT_TR_NOOP("cases"),
        {
            field<&RiskCase::person>("person_id", QT_TR_NOOP("Person"), K::Reference).to(Entity::Person).required()
                .owned().listed().sensitive(S::Restricted).knownAs("person at risk|defender|human rights defender"),
            field<&RiskCase::opened>("opened_on", QT_TR_NOOP("Opened on"), K::Date).required().listed()
                .sensitive(S::Restricted).knownAs("opened|case opened|case opened on|date opened|since"),
            field<&RiskCase::level>("level", QT_TR_NOOP("Level"), K::Vocabulary).words("case_levels").required()
                .listed().sensitive(S::Restricted).knownAs("level of risk|risk level|risk|severity|urgency"),
            field<&RiskCase::responsible>("responsible", QT_TR_NOOP("Responsible"), K::Text).listed()
                .sensitive(S::Restricted).knownAs("responsible person|case officer|focal point|handled by"),
            field<&RiskCase::nextReview>("next_review", QT_TR_NOOP("Next review"), K::Date).listed()
                .sensitive(S::Restricted).knownAs("review|review on|review date|next review on|review due"),
            field<&RiskCase::whatHappened>("what_happened", QT_TR_NOOP("What happened"), K::LongText)
                .sensitive(S::Restricted).knownAs("incident|description|situation|details|summary"),
            field<&RiskCase::safeChannel>("safe_channel", QT_TR_NOOP("Safe way to reach"), K::Text)
                .sensitive(S::Restricted).hinted(QT_TR_NOOP("Signal only, after 20:00"))
                .knownAs("safe channel|safe contact|how to reach"),
            field<&RiskCase::partners>("partners", QT_TR_NOOP("Partner organisations that help"), K::LongText)
                .sensitive(S::Restricted).hinted(QT_TR_NOOP("One a line"))
                .knownAs("partners|partner organisations|partner organizations|organisations that help|helped by"),
            field<&RiskCase::outcome>("outcome", QT_TR_NOOP("Outcome"), K::LongText).sensitive(S::Restricted),
            field<&RiskCase::closed>("closed_on", QT_TR_NOOP("Closed on"), K::Date).listed().sensitive(S::Restricted)
                .knownAs("closed|date closed|case closed|case closed on"),
        }));
    types.push_back(table<CaseEntry, entryTitle>(
        "case_entry", QT_TR_NOOP("case log entry"), QT_TR_NOOP("case log entries"),
        {
            field<&CaseEntry::riskCase>("case_id", QT_TR_NOOP("Case"), K::Reference).to(Entity::RiskCase).required()
                .owned().sensitive(S::Restricted).knownAs("case opened|case opened on|opened on|opened|case of"),
            field<&CaseEntry::date>("date", QT_TR_NOOP("Date"), K::Date).required().listed().sensitive(S::Restricted)
                .knownAs("day|when|date of entry|date of support"),
            field<&CaseEntry::kind>("kind", QT_TR_NOOP("Kind"), K::Vocabulary).words("case_entry_kinds").required()
                .listed().sensitive(S::Restricted).knownAs("type|entry|kind of entry|asked or given"),
            field<&CaseEntry::support>("support", QT_TR_NOOP("Support"), K::Vocabulary).words("support_kinds").listed()
                .sensitive(S::Restricted).knownAs("kind of support|type of support|support type"),
            field<&CaseEntry::amount>("amount", QT_TR_NOOP("Amount"), K::Decimal).listed().sensitive(S::Restricted)
                .knownAs("sum|grant|value|amount given|amount granted|amount asked"),
            field<&CaseEntry::currency>("currency", QT_TR_NOOP("Currency"), K::Text).listed().sensitive(S::Restricted)
                .hinted(QT_TR_NOOP("AUD")),
            field<&CaseEntry::note>("note", QT_TR_NOOP("Note"), K::LongText).sensitive(S::Restricted)
                .knownAs("what was done|what happened|remarks|comment|comments|details|description"),
            field<&CaseEntry::by>("by_whom", QT_TR_NOOP("By"), K::Text).sensitive(S::Restricted)
                .knownAs("by whom|entered by|done by"),
        }));
}
// clang-format on

} // namespace dtp
