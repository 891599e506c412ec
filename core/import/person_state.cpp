// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/text.h>
#include <import/person_state.h>
#include <meaning/codes.h>
#include <meaning/consents.h>

#include <QCoreApplication>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

struct Import {
    Q_DECLARE_TR_FUNCTIONS(Import)
};

bool isSameText(const QString& a, const QString& b)
{
    return a == b || foldText(a) == foldText(b);
}

bool isNumberKind(const QString& kind)
{
    return kind == L1("phone") || kind == L1("whatsapp") || kind == L1("signal") || kind == L1("telegram");
}

bool isSameContact(const ContactPoint& a, const ContactPoint& b)
{
    if (a.kind != b.kind)
        return false;
    if (isNumberKind(a.kind) && !a.e164.isEmpty() && a.e164 == b.e164)
        return true;
    return isSameText(a.value, b.value);
}

int safetyRank(const QString& level)
{
    return level.isEmpty() ? 0 : static_cast<int>(codeOf<SafetyLevel>(level));
}

// As paragraphs of its own: "Age: 4" is not in "Age: 45".
bool holdsParagraph(const QString& notes, const QString& text)
{
    const QChar end = QLatin1Char('\n');
    return QString(end + notes + end).contains(QString(end + text + end));
}

// Adds what a row says to a person, member by member of the row.
class Adding
{
public:
    Adding(PersonState& state, const PersonDraft& row, MatchPolicy policy, NamedThings& things, const QString& file)
        : m_state(state), m_row(row), m_replaces(policy == MatchPolicy::Update && !state.isNew), m_things(things),
          m_file(file)
    {
    }

    Additions result()
    {
        addFields();
        addNames();
        addContacts();
        addAffiliations();
        addCodes();
        addPrograms();
        addNetworks();
        addConsents();
        addNotes();
        m_out.added.removeDuplicates();
        m_out.replaced.removeDuplicates();
        return std::move(m_out);
    }

private:
    void addFields();
    void addField(int index);
    void addNames();
    void addOwnScript();
    void addAlternate(const QString& name, const char* kind);
    void addContacts();
    void addAffiliations();
    Kept<Affiliation>* affiliationLike(const ImportedAffiliation& theirs, Id<Organisation> organisation);
    void addAffiliation(const ImportedAffiliation& affiliation);
    void addCodes();
    void addPrograms();
    void addNetworks();
    void addConsents();
    void addNotes();
    bool isKeptElsewhere(const QString& value) const;
    void added(const char* label) { m_out.added.append(QCoreApplication::translate("Fields", label)); }

    template <class R>
    void append(std::vector<Kept<R>>& list, R record)
    {
        record.person = m_state.person.id;
        list.push_back({std::move(record), true});
    }

    PersonState& m_state;
    const PersonDraft& m_row;
    const bool m_replaces;
    NamedThings& m_things;
    const QString& m_file;
    Additions m_out;
};

void Adding::addFields()
{
    for (const int index : m_row.said) {
        addField(index);
        m_state.saidBefore.insert(index);
    }
}

// An empty field is filled. One that differs is replaced when that is the policy and no earlier row of this file had
// its say; and nobody becomes less protected by a spreadsheet.
void Adding::addField(int index)
{
    const Field& field = recordType<Person>().fields[static_cast<size_t>(index)];
    const QVariant theirs = field.get(&m_row.person);
    const QVariant ours = field.get(&m_state.person);
    if (ours == theirs || isSameText(ours.toString(), theirs.toString()))
        return;
    static const Person fresh;
    // Status is never empty; at its first value it says as little as an empty field.
    const bool isFirstStatus =
        qstrcmp(field.name, "status") == 0 && ours == field.get(&fresh) && !m_state.saidBefore.contains(index);
    const bool isSafety = qstrcmp(field.name, "safety_level") == 0;
    const bool isSafer = isSafety && safetyRank(theirs.toString()) > safetyRank(ours.toString());
    const bool isBlank = ours.isNull() || ours.toString().isEmpty() || isFirstStatus || isSafer;
    const bool lowersSafety = isSafety && !isSafer;
    if (!isBlank && (!m_replaces || m_state.saidBefore.contains(index) || lowersSafety)) {
        const QString shown =
            field.sensitivity == Sensitivity::Restricted ? QStringLiteral("…") : theirs.toString().left(60);
        m_out.conflicts.append(
            Import::tr("%1 stays as it is known; the file says “%2”.").arg(field.labelText(), shown));
        return;
    }
    field.set(&m_state.person, theirs);
    m_state.isChanged = true;
    (isBlank ? m_out.added : m_out.replaced).append(field.labelText());
}

void Adding::addAlternate(const QString& name, const char* kind)
{
    const QString simple = name.simplified();
    if (simple.isEmpty() || isSameText(simple, fullName(m_state.person)) ||
        isSameText(simple, m_state.person.ownScriptName))
        return;
    if (std::any_of(m_state.names.begin(), m_state.names.end(),
                    [&](const auto& kept) { return isSameText(kept.record.name, simple); }))
        return;
    AlternateName record;
    record.name = simple;
    record.kind = QString::fromLatin1(kind);
    append(m_state.names, std::move(record));
    if (NameKey key = nameKey(simple); !key.isEmpty())
        m_state.nameKeys.push_back(std::move(key));
    added(QT_TRANSLATE_NOOP("Fields", "Other name"));
}

void Adding::addOwnScript()
{
    const QString theirs = m_row.person.ownScriptName;
    Person& person = m_state.person;
    if (theirs.isEmpty() || isSameText(theirs, person.ownScriptName))
        return;
    if (person.ownScriptName.isEmpty()) {
        person.ownScriptName = theirs;
        m_state.isChanged = true;
        added(QT_TRANSLATE_NOOP("Fields", "Name in own script"));
    } else
        addAlternate(theirs, "other_script");
}

// Names in the same words are the same, whatever their order. Other spellings are kept beside: they find the person,
// too.
void Adding::addNames()
{
    Person& person = m_state.person;
    const Person& theirs = m_row.person;
    const QString theirName = QString(theirs.givenName + QLatin1Char(' ') + theirs.familyName).trimmed();
    const QString ourName = QString(person.givenName + QLatin1Char(' ') + person.familyName).trimmed();
    if (!theirName.isEmpty() && ourName.isEmpty()) {
        person.givenName = theirs.givenName;
        person.familyName = theirs.familyName;
        m_state.isChanged = true;
        added(QT_TRANSLATE_NOOP("Fields", "Name"));
    } else if (!theirName.isEmpty() && compareNames(nameKey(ourName), nameKey(theirName)) != NameSimilarity::Same) {
        const bool isKnown = compareNames({nameKey(theirName)}, m_state.nameKeys) == NameSimilarity::Same;
        if (m_replaces && m_row.hasSplitName && m_row.record && !m_state.saidBefore.contains(-1)) {
            person.givenName = theirs.givenName;
            person.familyName = theirs.familyName;
            m_state.isChanged = true;
            m_out.replaced.append(QCoreApplication::translate("Fields", "Name"));
            addAlternate(ourName, "spelling");
        } else if (!isKnown)
            addAlternate(theirName, "spelling");
    }
    m_state.saidBefore.insert(-1);
    addOwnScript();
    for (const QString& name : m_row.alternateNames)
        addAlternate(name, "");
}

void Adding::addContacts()
{
    for (const ContactPoint& contact : m_row.contacts) {
        if (std::any_of(m_state.contacts.begin(), m_state.contacts.end(),
                        [&](const auto& kept) { return isSameContact(kept.record, contact); }))
            continue;
        append(m_state.contacts, contact);
        const ImportTarget* target = importTarget(contact.kind);
        m_out.added.append(target ? target->label : contact.kind);
    }
}

// Of several in one organisation the one that says the same, so that nothing is filled in at another.
Kept<Affiliation>* Adding::affiliationLike(const ImportedAffiliation& theirs, Id<Organisation> organisation)
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

void Adding::addAffiliation(const ImportedAffiliation& theirs)
{
    const Id<Organisation> organisation = m_things.organisation(theirs.organisation, theirs.sector);
    if (auto* known = affiliationLike(theirs, organisation)) {
        auto& kept = *known;
        Affiliation& ours = kept.record;
        const auto fill = [&](auto& mine, const auto& other, bool isEmpty, bool isOtherEmpty) {
            if (!isEmpty || isOtherEmpty)
                return;
            mine = other;
            kept.isChanged = true;
            added(QT_TRANSLATE_NOOP("Fields", "Affiliation"));
        };
        fill(ours.role, theirs.role, ours.role.isEmpty(), theirs.role.isEmpty());
        fill(ours.sector, theirs.sector, ours.sector.isEmpty(), theirs.sector.isEmpty());
        fill(ours.from, theirs.from, ours.from.isEmpty(), theirs.from.isEmpty());
        fill(ours.to, theirs.to, ours.to.isEmpty(), theirs.to.isEmpty());
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

void Adding::addAffiliations()
{
    for (const ImportedAffiliation& affiliation : m_row.affiliations)
        addAffiliation(affiliation);
}

void Adding::addCodes()
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

void Adding::addPrograms()
{
    for (const ImportedProgram& program : m_row.programs) {
        std::vector<Participation> already;
        for (const auto& kept : m_state.participations)
            already.push_back(kept.record);
        const Id<ProgramEdition> edition = m_things.program(program.title, program.year, already);
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
        }
    }
}

void Adding::addNetworks()
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

// A spreadsheet does not say when somebody was asked: it fills what nobody has asked yet, and a refusal in it counts
// when rows replace; but it never makes an agreement of a refusal.
void Adding::addConsents()
{
    for (const ImportedConsent& theirs : m_row.consents) {
        std::vector<Consent> known;
        for (const auto& kept : m_state.consents)
            known.push_back(kept.record);
        const Consent* ours = newestConsent(known, theirs.purpose);
        const bool mayReplace = m_replaces && codeOf<ConsentAnswer>(theirs.answer) != ConsentAnswer::Agreed &&
                                !m_state.answeredBefore.contains(theirs.purpose);
        m_state.answeredBefore.insert(theirs.purpose);
        if (ours && ours->answer == theirs.answer)
            continue;
        if (ours && !mayReplace) {
            m_out.conflicts.append(Import::tr("A consent stays as it is known; the file says something else."));
            continue;
        }
        Consent record;
        record.purpose = theirs.purpose;
        record.answer = theirs.answer;
        record.method = Import::tr("Import of %1").arg(m_file);
        if (ours)
            record.answeredOn = ours->answeredOn; // so that the newer entry counts
        append(m_state.consents, std::move(record));
        added(QT_TRANSLATE_NOOP("Fields", "Consents"));
    }
}

// What is no word of a list, but stands with the person as it is: an old code, an address without @.
bool Adding::isKeptElsewhere(const QString& value) const
{
    QSet<QString> theirs;
    for (const Field& field : recordType<Person>().fields)
        theirs.insert(field.get(&m_state.person).toString());
    for (const auto& kept : m_state.contacts)
        theirs.insert(kept.record.value);
    for (const auto& kept : m_state.issues)
        theirs.insert(kept.record.issue);
    for (const auto& kept : m_state.skills)
        theirs.insert(kept.record.skill);
    for (const auto& kept : m_state.languages)
        theirs.insert(kept.record.language);
    for (const auto& kept : m_state.affiliations)
        theirs.insert(kept.record.sector);
    const QStringList parts = value.split(L1("; "), Qt::SkipEmptyParts);
    return std::all_of(parts.begin(), parts.end(), [&](const QString& part) { return theirs.contains(part); });
}

void Adding::addNotes()
{
    for (const ImportedNote& note : m_row.notes) {
        QString& notes = m_state.person.notes;
        if (holdsParagraph(notes, note.text) || (!note.value.isEmpty() && isKeptElsewhere(note.value)))
            continue;
        notes += (notes.isEmpty() ? QString() : QStringLiteral("\n")) + note.text;
        m_state.isChanged = true;
        added(QT_TRANSLATE_NOOP("Fields", "Notes"));
    }
}
} // namespace

Additions addRow(PersonState& state, const PersonDraft& row, MatchPolicy policy, NamedThings& things,
                 const QString& file)
{
    return Adding(state, row, policy, things, file).result();
}

} // namespace dtp
