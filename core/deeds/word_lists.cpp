// SPDX-License-Identifier: GPL-3.0-or-later
#include <deeds/word_lists.h>

#include <base/text.h>
#include <deeds/deed.h>
#include <records/workshops.h>
#include <workshops/profile.h>

#include <QCoreApplication>
#include <algorithm>

namespace dtp
{

namespace
{
struct WordText {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

struct KnownList {
    const char* name;
    const char* title;
    bool isOpen;
};

// Those in which code of ours reads a meaning are not open.
constexpr KnownList knownLists[] = {
    {"issues", QT_TRANSLATE_NOOP("WordText", "Issues"), true},
    {"skills", QT_TRANSLATE_NOOP("WordText", "Skills"), true},
    {"sectors", QT_TRANSLATE_NOOP("WordText", "Sectors and types of organisation"), true},
    {"network_kinds", QT_TRANSLATE_NOOP("WordText", "Kinds of network"), true},
    {"gap_categories", QT_TRANSLATE_NOOP("WordText", "Categories of gaps"), true},
    {"support_kinds", QT_TRANSLATE_NOOP("WordText", "Kinds of support in cases"), true},
    {"genders", QT_TRANSLATE_NOOP("WordText", "Genders"), false},
    {"languages", QT_TRANSLATE_NOOP("WordText", "Languages"), false},
    {"participation_roles", QT_TRANSLATE_NOOP("WordText", "Roles in a program"), false},
    {"network_roles", QT_TRANSLATE_NOOP("WordText", "Roles in a network"), false},
    {"facilitation_roles", QT_TRANSLATE_NOOP("WordText", "Roles in a session"), false},
    {"partner_roles", QT_TRANSLATE_NOOP("WordText", "Roles of partners"), false},
    {"skill_levels", QT_TRANSLATE_NOOP("WordText", "Levels of skills"), false},
    {"language_levels", QT_TRANSLATE_NOOP("WordText", "Levels of languages"), false},
    {"note_kinds", QT_TRANSLATE_NOOP("WordText", "Kinds of contact"), false},
};

// A field of any type that holds words of a list.
struct Holder {
    const RecordType* type;
    const Field* field;
};

std::vector<Holder> holdersOf(const QString& list)
{
    std::vector<Holder> holders;
    for (const RecordType& type : allRecordTypes()) {
        for (const Field& field : type.fields) {
            if (list == QLatin1String(field.vocabulary))
                holders.push_back({&type, &field});
        }
    }
    return holders;
}

// Rules of workshops hold words of several lists in one field; a dimension says of which.
Where rulesWith(const QString& list, const QString& code)
{
    QVariantList asked;
    for (const Dimension& dimension : dimensions()) {
        if (list == QLatin1String(dimension.vocabulary))
            asked.append(dimension.code);
    }
    return Where("value", QVariant(code)).compare("dimension", Where::Op::In, asked);
}

Result<qint64> usesOf(const Store& store, const Term& term)
{
    DTP_TRY(uses, store.count(Entity::WorkshopTarget, rulesWith(term.vocabulary, term.code)));
    for (const Holder& holder : holdersOf(term.vocabulary)) {
        DTP_TRY(count, store.count(holder.type->entity, Where(holder.field->name, QVariant(term.code))));
        uses += count;
    }
    return uses;
}

Result<> checkOpen(const QString& list)
{
    DTP_TRY(known, wordListCalled(list));
    if (known.isOpen)
        return {};
    return fail(
        WordText::tr("The program itself knows what each word of “%1” means: they can be called otherwise, but "
                     "none can be added, put together with another or removed.")
            .arg(known.title));
}

// A label as it is kept; fails where it says nothing, or is another word's.
Result<QString> checkedLabel(const Store& store, const QString& list, const QString& text, const QString& ownCode = {})
{
    constexpr qsizetype longest = 80;
    const QString label = withoutControls(text).simplified();
    if (wordsOf(foldText(label)).isEmpty() || label.contains(QLatin1Char('|')))
        return fail(WordText::tr("“%1” cannot be a word: write letters, and no “|”.").arg(label));
    if (label.size() > longest)
        return fail(WordText::tr("A word has up to %1 letters; this one has %2.").arg(longest).arg(label.size()));
    const auto taken = store.vocabulary(list).codeFor(label);
    if (taken && *taken != ownCode)
        return fail(WordText::tr("“%1” is “%2” already. Choose another word, or put the two together.")
                        .arg(label, store.vocabulary(list).labelOf(*taken)));
    return label;
}

QString newCode(const Vocabulary& words, const QString& label)
{
    constexpr qsizetype longest = 40;
    const QString begin = wordsOf(foldToLatin(label)).join(QLatin1Char('_')).left(longest);
    const auto isTaken = [&](const QString& code) {
        return std::any_of(words.terms().begin(), words.terms().end(),
                           [&](const VocabularyTerm& term) { return term.code == code; });
    };
    QString code = begin;
    for (int number = 2; isTaken(code); ++number)
        code = QStringLiteral("%1_%2").arg(begin).arg(number);
    return code;
}

void addSpelling(Term& term, const QString& spelling)
{
    QStringList all = term.spellings.split(QLatin1Char('|'), Qt::SkipEmptyParts);
    if (!all.contains(spelling, Qt::CaseInsensitive) && spelling.compare(term.label, Qt::CaseInsensitive) != 0)
        all.append(spelling);
    term.spellings = all.join(QLatin1Char('|'));
}

// Whether somebody has each word of this field once, as by the deed that adds it: a skill, an issue.
bool isHeldOnce(const Holder& holder)
{
    return std::any_of(recordDeeds().begin(), recordDeeds().end(), [&](const Deed& deed) {
        return deed.makes == holder.type->entity && deed.onceBy.size() == 1 &&
               qstrcmp(deed.onceBy.front(), holder.field->name) == 0;
    });
}

// Of two links that say the same by now: what the one left open is taken over from the other.
void takeOver(RecordValues& kept, const RecordValues& gone)
{
    for (qsizetype i = 0; i < kept.fields.size(); ++i) {
        const QVariant& own = kept.fields.at(i);
        if (own.isNull() || own.toString().isEmpty() || own == QVariant(qint64(0)))
            kept.fields[i] = gone.fields.at(i);
    }
}

Result<> moveHolder(ChangeWriter& writer, const Holder& holder, const QString& from, const QString& into)
{
    const Entity entity = holder.type->entity;
    DTP_TRY(records, writer.store().find(entity, Where(holder.field->name, QVariant(from))));
    const auto owner =
        std::find_if(holder.type->fields.begin(), holder.type->fields.end(), [](const Field& f) { return f.isOwner; });
    const bool isOnce = isHeldOnce(holder) && owner != holder.type->fields.end();
    for (RecordValues& record : records) {
        if (isOnce) {
            DTP_TRY(same,
                    writer.store().find(
                        entity, Where(holder.field->name, QVariant(into)).is(owner->name, record.value(owner->name))));
            if (!same.empty()) {
                RecordValues kept = same.front();
                takeOver(kept, record);
                DTP_CHECK(writer.remove(entity, record.id));
                DTP_CHECK(writer.update(kept));
                continue;
            }
        }
        record.set(holder.field->name, QVariant(into));
        DTP_CHECK(writer.update(record));
    }
    return {};
}
} // namespace

const std::vector<WordList>& wordLists()
{
    static const std::vector<WordList> all = [] {
        std::vector<WordList> lists;
        for (const KnownList& one : knownLists)
            lists.push_back({QLatin1String(one.name), WordText::tr(one.title), one.isOpen});
        return lists;
    }();
    return all;
}

Result<WordList> wordListCalled(const QString& name)
{
    QStringList names;
    for (const WordList& one : wordLists()) {
        if (one.name.compare(name, Qt::CaseInsensitive) == 0 || one.title.compare(name, Qt::CaseInsensitive) == 0)
            return one;
        names.append(one.name);
    }
    return fail(
        WordText::tr("There is no list of words “%1”. There are: %2.").arg(name, names.join(QStringLiteral(", "))));
}

Result<std::vector<WordUse>> wordsOf(const Store& store, const QString& list)
{
    DTP_TRY(terms, store.find<Term>(Where("vocabulary", QVariant(list)).orderBy("position")));
    std::vector<WordUse> words;
    for (Term& term : terms) {
        DTP_TRY(uses, usesOf(store, term));
        words.push_back({std::move(term), uses});
    }
    return words;
}

Result<Term> wordCalled(const Store& store, const QString& list, const QString& text)
{
    const auto code = store.vocabulary(list).codeFor(text);
    if (code) {
        DTP_TRY(found, store.find<Term>(Where("vocabulary", QVariant(list)).is("code", QVariant(*code))));
        if (!found.empty())
            return found.front();
    }
    DTP_TRY(known, wordListCalled(list));
    return fail(WordText::tr("“%1” is no word of “%2”.").arg(text, known.title));
}

Result<Id<Term>> addWord(Store& store, const QString& list, const QString& text)
{
    DTP_CHECK(checkOpen(list));
    DTP_TRY(label, checkedLabel(store, list, text));
    DTP_TRY(count, store.count(Entity::Term, Where("vocabulary", QVariant(list))));
    Term term;
    term.vocabulary = list;
    term.code = newCode(store.vocabulary(list), label);
    term.label = label;
    term.position = static_cast<int>(count) + 1;
    DTP_CHECK(store.change(WordText::tr("Add the word “%1”").arg(label), [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.insert(term));
        return {};
    }));
    return term.id;
}

Result<> renameWord(Store& store, Id<Term> word, const QString& text)
{
    DTP_TRY(term, store.get(word));
    DTP_TRY(label, checkedLabel(store, term.vocabulary, text, term.code));
    const QString before = term.label;
    term.label = label;
    addSpelling(term, before);
    DTP_CHECK(store.change(WordText::tr("Call “%1” “%2”").arg(before, label),
                           [&](ChangeWriter& writer) { return writer.update(term); }));
    return {};
}

Result<qint64> mergeWords(Store& store, Id<Term> word, Id<Term> into)
{
    DTP_TRY(from, store.get(word));
    DTP_TRY(to, store.get(into));
    DTP_CHECK(checkOpen(from.vocabulary));
    if (word == into || from.vocabulary != to.vocabulary)
        return fail(WordText::tr("Choose another word of the same list."));
    DTP_TRY(uses, usesOf(store, from));
    for (const QString& spelling :
         QStringList{from.label} + from.spellings.split(QLatin1Char('|'), Qt::SkipEmptyParts) + QStringList{from.code})
        addSpelling(to, spelling);
    DTP_CHECK(store.change(WordText::tr("Put “%1” together with “%2”").arg(from.label, to.label),
                           [&](ChangeWriter& writer) -> Result<> {
                               for (const Holder& holder : holdersOf(from.vocabulary))
                                   DTP_CHECK(moveHolder(writer, holder, from.code, to.code));
                               DTP_TRY(rules, store.find<WorkshopTarget>(rulesWith(from.vocabulary, from.code)));
                               for (WorkshopTarget& rule : rules) {
                                   rule.value = to.code;
                                   DTP_CHECK(writer.update(rule));
                               }
                               DTP_CHECK(writer.remove(from.id));
                               return writer.update(to);
                           }));
    return uses;
}

Result<> removeWord(Store& store, Id<Term> word)
{
    DTP_TRY(term, store.get(word));
    DTP_CHECK(checkOpen(term.vocabulary));
    DTP_TRY(uses, usesOf(store, term));
    if (uses > 0)
        return fail((uses == 1 ? WordText::tr("“%1” stands in 1 record: put it together with another word instead.")
                               : WordText::tr("“%1” stands in %2 records: put it together with another word instead."))
                        .replace(QLatin1String("%2"), QString::number(uses))
                        .arg(term.label));
    DTP_CHECK(store.change(WordText::tr("Remove the word “%1”").arg(term.label),
                           [&](ChangeWriter& writer) { return writer.remove(word); }));
    return {};
}

} // namespace dtp
