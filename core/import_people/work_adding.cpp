// SPDX-License-Identifier: GPL-3.0-or-later
// Of a row what the person does and said: work, issues, skills, languages, programs, networks and consents.
#include <import/import_text.h>
#include <import_people/row_adding.h>
#include <meaning/codes.h>
#include <meaning/consents.h>

namespace dtp
{

// Of several in one organisation the one that says the same, so that nothing is filled in at another.
Kept<Affiliation>* RowAdding::affiliationLike(const ImportedAffiliation& theirs, Id<Organisation> organisation)
{
    Kept<Affiliation>* best = nullptr;
    int most = -1;
    for (auto& kept : m_state.affiliations) {
        const Affiliation& ours = kept.record;
        const bool isSameRole = isSameText(ours.role, theirs.role);
        if (ours.organisation != organisation || !(isSameRole || theirs.role.isEmpty() || ours.role.isEmpty()))
            continue;
        const int likeness = (isSameRole ? 2 : 0) + (ours.sector == theirs.sector ? 1 : 0);
        if (likeness > most) {
            most = likeness;
            best = &kept;
        }
    }
    return best;
}

void RowAdding::addAffiliation(const ImportedAffiliation& theirs)
{
    const Id<Organisation> organisation = m_things.organisation(theirs.organisation, theirs.sector);
    if (auto* known = affiliationLike(theirs, organisation)) {
        auto& kept = *known;
        Affiliation& ours = kept.record;
        const auto fill = [&](auto& mine, const auto& other, const QString& said) {
            if (other.isEmpty() || mine == other)
                return;
            if (!mine.isEmpty()) {
                stays(QT_TRANSLATE_NOOP("Fields", "Affiliation"), said);
                return;
            }
            mine = other;
            kept.isChanged = true;
            added(QT_TRANSLATE_NOOP("Fields", "Affiliation"));
        };
        if (ours.role.isEmpty()) // otherwise it is the same but for its spelling
            fill(ours.role, theirs.role, theirs.role);
        fill(ours.sector, theirs.sector, theirs.sector);
        fill(ours.from, theirs.from, theirs.from.toText(QLocale::c()));
        fill(ours.to, theirs.to, theirs.to.toText(QLocale::c()));
        return;
    }
    Affiliation record;
    record.organisation = organisation;
    record.role = theirs.role;
    record.sector = theirs.sector;
    record.from = theirs.from;
    record.to = theirs.to;
    append(m_state.affiliations, std::move(record));
    added(QT_TRANSLATE_NOOP("Fields", "Affiliation"));
}

void RowAdding::addAffiliations()
{
    for (const ImportedAffiliation& affiliation : m_row.affiliations)
        addAffiliation(affiliation);
}

void RowAdding::addCodes()
{
    for (const QString& issue : m_row.issues) {
        if (std::any_of(m_state.issues.begin(), m_state.issues.end(),
                        [&](const auto& kept) { return kept.record.issue == issue; }))
            continue;
        append(m_state.issues, PersonIssue{{}, {}, issue});
        added(QT_TRANSLATE_NOOP("Fields", "Issues"));
    }
    const auto addOrFill = [this](auto& list, auto record, auto word, auto level, const char* label) {
        for (auto& kept : list) {
            if (kept.record.*word != record.*word)
                continue;
            if ((kept.record.*level).isEmpty() && !(record.*level).isEmpty()) {
                kept.record.*level = record.*level;
                kept.isChanged = true;
                added(label);
            } else if (!(record.*level).isEmpty() && kept.record.*level != record.*level) {
                stays(label, record.*word + QLatin1String(": ") + record.*level);
            }
            return;
        }
        append(list, std::move(record));
        added(label);
    };
    for (const ImportedSkill& skill : m_row.skills) {
        PersonSkill record;
        record.skill = skill.skill;
        record.level = skill.level;
        addOrFill(m_state.skills, std::move(record), &PersonSkill::skill, &PersonSkill::level,
                  QT_TRANSLATE_NOOP("Fields", "Skills"));
    }
    for (const ImportedLanguage& language : m_row.languages) {
        PersonLanguage record;
        record.language = language.language;
        record.level = language.level;
        addOrFill(m_state.languages, std::move(record), &PersonLanguage::language, &PersonLanguage::level,
                  QT_TRANSLATE_NOOP("Fields", "Languages"));
    }
}

void RowAdding::addPrograms()
{
    for (const ImportedProgram& program : m_row.programs) {
        std::vector<Participation> already;
        for (const auto& kept : m_state.participations)
            already.push_back(kept.record);
        const Id<ProgramEdition> edition = m_things.program(program.title, program.year, already, m_out.conflicts);
        const auto same =
            std::find_if(m_state.participations.begin(), m_state.participations.end(), [&](const auto& kept) {
                return kept.record.edition == edition && (program.role.isEmpty() || kept.record.role == program.role);
            });
        if (same == m_state.participations.end()) {
            Participation record;
            record.edition = edition;
            record.outcome = program.outcome;
            if (!program.role.isEmpty())
                record.role = program.role;
            append(m_state.participations, std::move(record));
            added(QT_TRANSLATE_NOOP("Fields", "Programs"));
        } else if (same->record.outcome.isEmpty() && !program.outcome.isEmpty()) {
            same->record.outcome = program.outcome;
            same->isChanged = true;
            added(QT_TRANSLATE_NOOP("Fields", "Outcome"));
        } else if (!program.outcome.isEmpty() && same->record.outcome != program.outcome) {
            stays(QT_TRANSLATE_NOOP("Fields", "Outcome"), program.outcome);
        }
    }
}

void RowAdding::addNetworks()
{
    for (const ImportedNetwork& network : m_row.networks) {
        const Id<Network> id = m_things.network(network.name);
        const bool isMember =
            std::any_of(m_state.memberships.begin(), m_state.memberships.end(), [&](const auto& kept) {
                return kept.record.network == id && (network.role.isEmpty() || kept.record.role == network.role);
            });
        if (isMember)
            continue;
        Membership record;
        record.network = id;
        if (!network.role.isEmpty())
            record.role = network.role;
        append(m_state.memberships, std::move(record));
        added(QT_TRANSLATE_NOOP("Fields", "Networks"));
    }
}

// An agreement ends on the earlier of two days.
void RowAdding::setEnd(Kept<Consent>& kept, const PartialDate& until)
{
    const QDate end = until.earliest();
    if (!end.isValid() || (kept.record.expiresOn.isValid() && kept.record.expiresOn <= end))
        return;
    kept.record.expiresOn = end;
    kept.isChanged = true;
    added(QT_TRANSLATE_NOOP("Fields", "Consents"));
}

// A spreadsheet does not say when somebody was asked: it fills what nobody has asked yet, and a refusal in it counts
// when rows replace; but it never makes an agreement of a refusal.
void RowAdding::addConsents()
{
    for (const ImportedConsent& theirs : m_row.consents) {
        std::vector<Consent> known;
        for (const auto& kept : m_state.consents)
            known.push_back(kept.record);
        const Consent* ours = newestConsent(known, theirs.purpose);
        // A refusal or withdrawal wins over what was agreed before, whatever may be replaced otherwise.
        const bool isRefusal = codeOf<ConsentAnswer>(theirs.answer) != ConsentAnswer::Agreed;
        const bool endsAgreement = ours && isRefusal && codeOf<ConsentAnswer>(ours->answer) == ConsentAnswer::Agreed;
        const bool isUnclear = theirs.answer.isEmpty();
        if (isUnclear && !endsAgreement)
            continue;
        const bool mayReplace =
            endsAgreement || (m_replaces && isRefusal && !m_state.answeredBefore.contains(theirs.purpose));
        m_state.answeredBefore.insert(theirs.purpose);
        if (ours && ours->answer == theirs.answer) {
            if (!isRefusal && consentState(ours, m_today) == ConsentState::Ended)
                m_out.overdue.append(theirs.purpose);
            auto& kept = m_state.consents[static_cast<size_t>(ours - known.data())];
            fillNote(kept, theirs.note);
            setEnd(kept, theirs.until);
            continue;
        }
        if (ours && !isRefusal && codeOf<ConsentAnswer>(ours->answer) != ConsentAnswer::Agreed) {
            m_out.overruled.append(theirs.purpose);
            continue;
        }
        if (ours && !mayReplace) {
            m_out.conflicts.append(Import::tr("A consent stays as it is known; the file says something else."));
            continue;
        }
        Consent record;
        record.purpose = theirs.purpose;
        record.answer = isUnclear ? codeText(ConsentAnswer::Refused) : theirs.answer;
        record.note = theirs.note;
        record.method = Import::tr("Import of %1").arg(m_file);
        if (!theirs.until.isEmpty())
            record.expiresOn = theirs.until.earliest();
        if (!theirs.method.isEmpty())
            record.method = theirs.method + QLatin1String("; ") + record.method;
        if (theirs.date.earliest() > m_today)
            m_out.conflicts.append(Import::tr("An answer about consent is of %1, which is still to come: it was taken "
                                              "without its day.")
                                       .arg(theirs.date.toText(QLocale::c())));
        else if (!theirs.date.isEmpty())
            record.answeredOn = theirs.date.earliest();
        if (ours)
            record.answeredOn = ours->answeredOn; // so that the newer entry counts
        append(m_state.consents, std::move(record));
        if (endsAgreement)
            m_out.refusals.append(theirs.purpose);
        added(QT_TRANSLATE_NOOP("Fields", "Consents"));
    }
}

} // namespace dtp
