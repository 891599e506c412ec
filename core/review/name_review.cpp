// SPDX-License-Identifier: GPL-3.0-or-later
#include <review/name_review.h>

#include <base/text.h>
#include <privacy/text_stretches.h>
#include <review/review_text.h>
#include <review/reviewed_rows.h>
#include <review/reviewer.h>
#include <review/withheld_by_gate.h>
#include <words/common_words.h>
#include <words/text_reading.h>

#include <QFileInfo>
#include <QRegularExpression>
#include <algorithm>
#include <iterator>

namespace dtp
{

namespace
{
using What = NameDecision::What;

constexpr qsizetype wordsAround = 40; // letters to each side
constexpr qint64 rowsBetween = 500;   // until it is told how far it is

// one: an occurrence, or a stretch.
template <class Part>
QString placeInWords(const QString& heading, const QString& whole, const Part& one)
{
    const qsizetype from = std::max<qsizetype>(0, one.from - wordsAround);
    const qsizetype to = std::min(whole.size(), one.from + one.length + wordsAround);
    const QString around = (from > 0 ? QStringLiteral("…") : QString()) + whole.mid(from, to - from).simplified() +
                           (to < whole.size() ? QStringLiteral("…") : QString());
    return heading.isEmpty() || heading == around ? around : QString(heading + QStringLiteral(": ") + around);
}

// Each name once.
class ListedNames
{
public:
    explicit ListedNames(std::unique_ptr<WithheldByGate> ofGate) : m_ofGate(std::move(ofGate)) {}

    Result<> add(const QString& whole, const QString& heading, const std::vector<Reviewer::Occurrence>& occurrences)
    {
        for (const Reviewer::Occurrence& one : occurrences) {
            if (!m_byKey.contains(one.nameKey))
                begin(whole, heading, one);
            NameInText& entry = m_names[m_byKey.value(one.nameKey)];
            ++entry.times;
            entry.isWithheld = entry.isWithheld && one.isWithheld;
            entry.mayBeUnnamed = entry.mayBeUnnamed || one.mayBeUnnamed;
            if (!one.decision)
                entry.decision.reset();
            const QString key = decisionKey(one.textKey, one.nameKey);
            if (m_keys.contains(key))
                continue;
            m_keys.insert(key);
            entry.textKeys.append(one.textKey);
        }
        return addOfGate(whole, heading);
    }

    std::vector<NameInText> take()
    {
        std::move(m_withheld.begin(), m_withheld.end(), std::back_inserter(m_names));
        return std::move(m_names);
    }

private:
    void begin(const QString& whole, const QString& heading, const Reviewer::Occurrence& one)
    {
        NameInText made;
        made.name = one.name;
        made.where = placeInWords(heading, whole, one);
        made.nameKey = one.nameKey;
        made.isWithheld = one.isWithheld;
        made.isSmall = one.isSmall;
        if (one.decision) {
            made.decision = one.decision->what;
            made.replacement = one.decision->replacement;
        }
        m_byKey.insert(one.nameKey, m_names.size());
        m_names.push_back(std::move(made));
    }

    Result<> addOfGate(const QString& whole, const QString& heading)
    {
        if (!m_ofGate)
            return {};
        DTP_TRY(stretches, m_ofGate->in(whole));
        for (const Stretch& one : stretches) {
            const QString name = TextReading(whole.mid(one.from, one.length)).text().simplified();
            const auto known = m_withheldByName.constFind(name);
            if (known != m_withheldByName.constEnd()) {
                ++m_withheld[*known].times;
                continue;
            }
            m_withheldByName.insert(name, m_withheld.size());
            NameInText made;
            made.name = name;
            made.where = placeInWords(heading, whole, one);
            made.times = 1;
            made.decision = What::Withhold;
            made.isWithheld = true;
            made.isOfGate = true;
            m_withheld.push_back(std::move(made));
        }
        return {};
    }

    std::unique_ptr<WithheldByGate> m_ofGate;
    std::vector<NameInText> m_withheld;
    QHash<QString, size_t> m_withheldByName;
    std::vector<NameInText> m_names;
    QHash<QString, size_t> m_byKey;
    QSet<QString> m_keys; // of texts and names that are listed
};

TextVisit learning(Reviewer& reviewer)
{
    return [&reviewer](std::vector<Run>& runs, const TextPlace& place) { return reviewer.learn(runs, place); };
}

template <class Draft>
Result<> listNames(Draft& draft, const Gate* gate, Reviewer& reviewer, ListedNames& names)
{
    DTP_CHECK(visitTexts(draft, gate, learning(reviewer)));
    return visitTexts(draft, gate, [&](std::vector<Run>& runs, const TextPlace& place) -> Result<> {
        DTP_TRY(occurrences, reviewer.in(runs, place));
        return names.add(wholeOf(runs), place.heading, occurrences);
    });
}

Result<> listNames(RowSource& rows, const Gate* gate, Reviewer& reviewer, ListedNames& names, const Progress& progress)
{
    TableRow row;
    for (qint64 done = 0;; ++done) {
        row.subjects.clear();
        DTP_TRY(more, rows.next(row));
        if (!more)
            return {};
        if (done % rowsBetween == 0 && !goOn(progress, done, 0))
            return fail(ReviewText::tr("Stopped."));
        DTP_CHECK(
            visitTexts(row, rows.columns(), gate, [&](std::vector<Run>& runs, const TextPlace& place) -> Result<> {
                DTP_CHECK(reviewer.learnAlone(runs, place));
                DTP_TRY(occurrences, reviewer.in(runs, place));
                return names.add(wholeOf(runs), place.heading, occurrences);
            }));
    }
}
} // namespace

Result<std::vector<NameInText>> namesInDraft(const Store& store, ReviewedDraft draft, const Gate* gate,
                                             Id<Report> report, const Progress& progress, NameList list)
{
    Reviewer reviewer(store, report);
    ListedNames names(list == NameList::All ? std::make_unique<WithheldByGate>(store, gate) : nullptr);
    if (auto* const document = std::get_if<Document*>(&draft))
        DTP_CHECK(listNames(**document, gate, reviewer, names));
    else if (auto* const table = std::get_if<Table*>(&draft))
        DTP_CHECK(listNames(**table, gate, reviewer, names));
    else
        DTP_CHECK(listNames(**std::get<std::unique_ptr<RowSource>*>(draft), gate, reviewer, names, progress));
    return names.take();
}

namespace
{
// What is put in the place of a name leaves without another look.
Result<> checkReplacement(const Store& store, const QString& name, const QString& replacement)
{
    constexpr qsizetype shortest = 3;
    if (replacement.isEmpty())
        return fail(ReviewText::tr("Say what is to stand in the place of “%1”.").arg(name));
    DTP_TRY(candidates, NameCandidates::read(store));
    DTP_TRY(named, candidates->namedIn(replacement));
    const QStringList words = wordsOf(foldText(TextReading(replacement).text()));
    for (const QString& word : wordsOf(foldText(name))) {
        if (named.isEmpty() && word.size() >= shortest && !commonWords().contains(word) && words.contains(word))
            named = word;
    }
    if (named.isEmpty())
        return {};
    return fail(ReviewText::tr("“%1” cannot stand in the place of “%2”: “%3” names somebody or tells how to reach "
                               "them. Say something that many could be, such as “a participant”.")
                    .arg(replacement, name, named));
}
} // namespace

QString keepingWarning(const NameInText& name)
{
    if (!name.mayBeUnnamed || name.isWithheld || name.isOfGate)
        return {};
    return ReviewText::tr("“%1” is a name of somebody in the file who refused to be named, was never asked, or is in "
                          "danger. Keep it only where somebody else is meant.")
        .arg(name.name);
}

namespace
{
// What is to be kept of a choice, where it is one that can be made.
Result<> addDecisions(const Store& store, const NameChoice& choice, std::vector<NameDecision>& decisions)
{
    const NameInText& name = *choice.name;
    if (name.isOfGate)
        return fail(
            ReviewText::tr("“%1” is taken out of what leaves by what was agreed to: there is nothing to decide.")
                .arg(name.name));
    if (choice.what == What::Keep && name.isWithheld)
        return fail(
            ReviewText::tr("“%1” cannot be kept: somebody in the file is called that and may be named to nobody "
                           "outside. Withhold it, or put other words in its place.")
                .arg(name.name));
    const QString words = choice.what == What::Replace ? choice.replacement.trimmed() : QString();
    if (choice.what == What::Replace)
        DTP_CHECK(checkReplacement(store, name.name, words));
    for (const QString& textKey : name.textKeys)
        decisions.push_back({textKey, name.nameKey, choice.what, words});
    return {};
}
} // namespace

Result<> decideName(Store& store, const NameInText& name, What what, const QString& replacement)
{
    return decideNames(store, {{&name, what, replacement}});
}

Result<> decideNames(Store& store, const std::vector<NameChoice>& choices)
{
    std::vector<NameDecision> decisions;
    for (const NameChoice& choice : choices) {
        const auto added = addDecisions(store, choice, decisions);
        if (!added)
            return choices.size() == 1 ? added
                                       : fail(ReviewText::tr("Nothing was decided. %1").arg(added.error().sentence));
    }
    return decisions.empty() ? Result<>() : keepNameDecisions(store, decisions);
}

namespace
{
constexpr const char* undecidedDetail = "undecided names";
}

bool isUndecided(const Error& error)
{
    return error.detail == QLatin1String(undecidedDetail);
}

Result<> checkDecided(const QStringList& undecided, Audience audience)
{
    constexpr qsizetype mostTold = 12;
    if (undecided.isEmpty())
        return {};
    QStringList told = undecided.mid(0, mostTold);
    if (undecided.size() > mostTold)
        told.append(QStringLiteral("…"));
    const QString names = told.join(QStringLiteral("; "));
    return fail(undecided.size() == 1
                    ? ReviewText::tr("Nothing was written for “%1”: it has not been decided whether a name in the "
                                     "text may be read: %2. Decide it, or withhold what is not decided.")
                          .arg(audienceName(audience), names)
                    : ReviewText::tr("Nothing was written for “%1”: it has not been decided whether %3 names in the "
                                     "text may be read: %2. Decide them, or withhold what is not decided.")
                          .replace(QLatin1String("%3"), QString::number(undecided.size()))
                          .arg(audienceName(audience), names),
                QLatin1String(undecidedDetail));
}

namespace
{
template <class Draft>
Result<ReviewedTexts> applyTo(Draft& draft, const Gate& gate, Reviewer& reviewer, UndecidedNames undecided)
{
    DTP_CHECK(visitTexts(draft, &gate, learning(reviewer)));
    ReviewedTexts texts;
    DTP_CHECK(visitTexts(draft, &gate, [&](std::vector<Run>& runs, const TextPlace& place) {
        return texts.apply(reviewer, runs, place);
    }));
    if (undecided == UndecidedNames::Refuse)
        DTP_CHECK(checkDecided(texts.undecided, gate.audience()));
    return texts;
}
} // namespace

Result<> applyNameDecisions(const Store& store, ReviewedDraft draft, const Gate& gate, UndecidedNames undecided,
                            Id<Report> report)
{
    if (!traitsOf(gate.audience()).isGated())
        return {};
    if (auto* const rows = std::get_if<std::unique_ptr<RowSource>*>(&draft)) {
        **rows = std::make_unique<ReviewedRows>(store, std::move(**rows), gate, undecided);
        return {};
    }
    Reviewer reviewer(store, report, &gate);
    if (auto* const table = std::get_if<Table*>(&draft)) {
        DTP_CHECK(applyTo(**table, gate, reviewer, undecided));
        return {};
    }
    Document& document = *std::get<Document*>(draft);
    DTP_TRY(texts, applyTo(document, gate, reviewer, undecided));
    document.keepsKnownName = texts.keepsKnown;
    if (const qsizetype reviewed = texts.reviewed.size(); reviewed > 0)
        document.footer = reviewed == 1 ? ReviewText::tr("1 other name was reviewed")
                                        : ReviewText::tr("%1 other names were reviewed").arg(reviewed);
    return {};
}

namespace
{
tl::unexpected<Error> fileNameTells(const QString& fileName, const QString& name)
{
    return fail(ReviewText::tr("“%1” was not written: whoever gets the file reads its name, and “%2” in it may name "
                               "somebody. Call the file otherwise.")
                    .arg(fileName, name));
}

// Decided to be read in some text, and in none otherwise.
Result<QSet<QString>> keptNames(const Store& store)
{
    DTP_TRY(decisions, nameDecisions(store));
    QSet<QString> kept;
    QSet<QString> others;
    for (const NameDecision& decision : decisions)
        (decision.what == What::Keep ? kept : others).insert(decision.nameKey);
    return kept.subtract(others);
}
} // namespace

Result<> checkFileName(const Store& store, const Gate& gate, const QString& filePath)
{
    if (!traitsOf(gate.audience()).isGated())
        return {};
    const QFileInfo file(filePath);
    // A day in it is no telephone number.
    static const QRegularExpression joins(QStringLiteral("[_.+\\-\\d]+"));
    const QString words = file.completeBaseName().replace(joins, QStringLiteral(" ")).simplified();
    Table title;
    title.title = words;
    DTP_TRY(read, gate.disclose(std::move(title)));
    if (read->title != words)
        return fileNameTells(file.fileName(), words);
    Reviewer reviewer(store, {}, &gate);
    const std::vector<Run> runs{Run{words, false, false, {}, {}}};
    DTP_TRY(occurrences, reviewer.in(runs, {true, true, {}, {}}));
    if (occurrences.empty())
        return {};
    DTP_TRY(kept, keptNames(store));
    for (const Reviewer::Occurrence& one : occurrences) {
        if (!kept.contains(one.nameKey) && !(one.isSmall && kept.contains(Reviewer::keyOfName(one.name))))
            return fileNameTells(file.fileName(), one.name);
    }
    return {};
}

} // namespace dtp
