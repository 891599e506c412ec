// SPDX-License-Identifier: GPL-3.0-or-later
#include <reporting/name_review.h>

#include <base/text.h>
#include <names/common_words.h>
#include <names/name_candidates.h>
#include <names/text_reading.h>
#include <privacy/text_stretches.h>
#include <reporting/report_text.h>
#include <reporting/workshop_report.h>

#include <QCryptographicHash>
#include <algorithm>

namespace dtp
{

namespace
{
using What = NameDecision::What;

constexpr qsizetype wordsAround = 40; // letters to each side
constexpr qsizetype mostTold = 12;    // names in a sentence

QString digestOf(const QString& text)
{
    constexpr int letters = 32;
    return QString::fromLatin1(
        QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().left(letters));
}

// A text of a document, as runs; what is decided is put back into it.
using Visit = std::function<Result<>(std::vector<Run>& runs, bool isHeading)>;

Result<> visitLine(QString& line, bool isHeading, const Visit& visit)
{
    std::vector<Run> runs{Run{line, false, false, {}, {}}};
    DTP_CHECK(visit(runs, isHeading));
    line = wholeOf(runs);
    return {};
}

// Rows about people are the gate's.
Result<> visitTable(Table& table, const Visit& visit)
{
    for (TableRow& row : table.rows) {
        for (Cell& cell : row.cells) {
            if (row.subjects.isEmpty() && cell.isProse())
                DTP_CHECK(visitLine(cell.text, false, visit));
        }
    }
    return {};
}

Result<> visitTexts(Document& document, const Visit& visit)
{
    for (QString* const line : {&document.title, &document.subtitle, &document.author})
        DTP_CHECK(visitLine(*line, true, visit));
    for (Block& block : document.blocks) {
        if (auto* const heading = std::get_if<HeadingBlock>(&block)) {
            DTP_CHECK(visitLine(heading->text, true, visit));
        } else if (auto* const figure = std::get_if<FigureBlock>(&block)) {
            DTP_CHECK(visitLine(figure->caption, false, visit));
        } else if (auto* const table = std::get_if<TableBlock>(&block)) {
            DTP_CHECK(visitTable(table->table, visit));
        } else if (auto* const prose = std::get_if<TextBlock>(&block)) {
            for (Paragraph& paragraph : prose->text.paragraphs)
                DTP_CHECK(visit(paragraph.runs, false));
        }
    }
    for (Attachment& attachment : document.attachments)
        DTP_CHECK(visitTable(attachment.table, visit));
    return {};
}

struct Place {
    qsizetype from = 0;
    qsizetype length = 0;
};

class Reviewer
{
public:
    Reviewer(const Store& store, Id<Report> report) : m_store(store), m_report(report) {}

    void keep(const QStringList& names)
    {
        for (const QString& name : names)
            m_kept.insert(keyOfName(TextReading(name).text()), {{}, {}, What::Keep, {}});
    }

    Result<> read(const std::function<Result<>(const Visit&)>& all)
    {
        DTP_TRY(candidates, NameCandidates::read(m_store));
        m_candidates = std::move(candidates);
        DTP_TRY(decisions, nameDecisions(m_store, m_report));
        m_decisions = std::move(decisions);
        DTP_CHECK(forgetUnsafeReplacements());
        return all([this](std::vector<Run>& runs, bool isHeading) -> Result<> {
            NameCandidates::Stretches links;
            qsizetype start = 0;
            for (const Run& run : runs) {
                if (!run.link.isEmpty())
                    links.emplace_back(start, start + run.text.size());
                start += run.text.size();
            }
            m_candidates->learn(wholeOf(runs), isHeading, links);
            return {};
        });
    }

    // Names that staff have to decide upon; those that the program put in itself are the gate's.
    Result<std::vector<Place>> placesIn(const std::vector<Run>& runs, bool isHeading)
    {
        const QString whole = wholeOf(runs);
        DTP_TRY(found, m_candidates->in(whole, isHeading));
        std::vector<Place> places;
        for (const NameCandidates::Found& one : found) {
            qsizetype start = 0;
            bool isOurs = false;
            for (const Run& run : runs) {
                const bool meets = one.from < start + run.text.size() && start < one.from + one.length;
                isOurs = isOurs || (meets && run.person);
                start += run.text.size();
            }
            if (!isOurs)
                places.push_back({one.from, one.length});
        }
        return places;
    }

    const NameDecision* decisionOn(const QString& textKey, const QString& nameKey) const
    {
        if (const auto kept = m_kept.constFind(nameKey); kept != m_kept.constEnd())
            return &*kept;
        const auto found = m_decisions.constFind(decisionKey(textKey, nameKey));
        return found == m_decisions.constEnd() ? nullptr : &*found;
    }

    // What stands there, without the marks within it.
    static QString nameAt(const QString& whole, const Place& place)
    {
        return TextReading(whole.mid(place.from, place.length)).text().simplified();
    }
    static QString keyOfName(const QString& name) { return digestOf(wordsOf(foldText(name)).join(u' ')); }

private:
    // Somebody may have come to be called so since.
    Result<> forgetUnsafeReplacements()
    {
        QStringList unsafe;
        for (auto one = m_decisions.constBegin(); one != m_decisions.constEnd(); ++one) {
            if (one->what != What::Replace)
                continue;
            DTP_TRY(named, m_candidates->namedIn(one->replacement));
            if (!named.isEmpty())
                unsafe.append(one.key());
        }
        for (const QString& key : unsafe)
            m_decisions.remove(key);
        return {};
    }

    const Store& m_store;
    const Id<Report> m_report;
    std::unique_ptr<NameCandidates> m_candidates;
    QHash<QString, NameDecision> m_decisions;
    QHash<QString, NameDecision> m_kept; // by the name, wherever it stands
};

QString placeInWords(const QString& heading, const QString& whole, const Place& place)
{
    const qsizetype from = std::max<qsizetype>(0, place.from - wordsAround);
    const qsizetype to = std::min(whole.size(), place.from + place.length + wordsAround);
    const QString around = (from > 0 ? QStringLiteral("…") : QString()) + whole.mid(from, to - from).simplified() +
                           (to < whole.size() ? QStringLiteral("…") : QString());
    return heading.isEmpty() || heading == around ? around : QString(heading + QStringLiteral(": ") + around);
}
} // namespace

Result<std::vector<NameInText>> namesInReport(const Store& store, Id<Report> report)
{
    DTP_TRY(draft, buildReport(store, report));
    Reviewer reviewer(store, report);
    DTP_CHECK(reviewer.read([&draft](const Visit& visit) { return visitTexts(draft, visit); }));
    std::vector<NameInText> names;
    QHash<QString, size_t> byKey;
    QString heading;
    DTP_CHECK(visitTexts(draft, [&](std::vector<Run>& runs, bool isHeading) -> Result<> {
        const QString whole = wholeOf(runs);
        if (isHeading)
            heading = whole;
        DTP_TRY(places, reviewer.placesIn(runs, isHeading));
        const QString textKey = places.empty() ? QString() : digestOf(whole);
        for (const Place& place : places) {
            const QString name = Reviewer::nameAt(whole, place);
            const QString nameKey = Reviewer::keyOfName(name);
            const NameDecision* const decision = reviewer.decisionOn(textKey, nameKey);
            const auto known = byKey.constFind(nameKey);
            if (known == byKey.constEnd()) {
                byKey.insert(nameKey, names.size());
                NameInText made;
                made.name = name;
                made.where = placeInWords(heading, whole, place);
                made.nameKey = nameKey;
                if (decision) {
                    made.decision = decision->what;
                    made.replacement = decision->replacement;
                }
                names.push_back(std::move(made));
            }
            NameInText& entry = names[byKey.value(nameKey)];
            ++entry.times;
            if (!decision)
                entry.decision.reset();
            if (!entry.textKeys.contains(textKey))
                entry.textKeys.append(textKey);
        }
        return {};
    }));
    return names;
}

namespace
{
// What is put in the place of a name leaves without another look.
Result<> checkReplacement(const Store& store, const QString& name, const QString& replacement)
{
    constexpr qsizetype shortest = 3;
    if (replacement.isEmpty())
        return fail(ReportText::tr("Say what is to stand in the place of “%1”.").arg(name));
    DTP_TRY(candidates, NameCandidates::read(store));
    DTP_TRY(named, candidates->namedIn(replacement));
    const QStringList words = wordsOf(foldText(TextReading(replacement).text()));
    for (const QString& word : wordsOf(foldText(name))) {
        if (named.isEmpty() && word.size() >= shortest && !commonWords().contains(word) && words.contains(word))
            named = word;
    }
    if (named.isEmpty())
        return {};
    return fail(ReportText::tr("“%1” cannot stand in the place of “%2”: “%3” names somebody or tells how to reach "
                               "them. Say something that many could be, such as “a participant”.")
                    .arg(replacement, name, named));
}
} // namespace

Result<> decideName(Store& store, Id<Report> report, const NameInText& name, What what, const QString& replacement)
{
    if (what == What::Replace)
        DTP_CHECK(checkReplacement(store, name.name, replacement.trimmed()));
    std::vector<NameDecision> decisions;
    for (const QString& textKey : name.textKeys)
        decisions.push_back({textKey, name.nameKey, what, what == What::Replace ? replacement.trimmed() : QString()});
    return keepNameDecisions(store, report, decisions);
}

namespace
{
struct Applied {
    QStringList undecided;
    QSet<QString> reviewed; // keys of names
};

// Does what was decided to the texts that `all` visits.
Result<Applied> apply(Reviewer& reviewer, const std::function<Result<>(const Visit&)>& all)
{
    Applied applied;
    DTP_CHECK(all([&](std::vector<Run>& runs, bool isHeading) -> Result<> {
        DTP_TRY(places, reviewer.placesIn(runs, isHeading));
        if (places.empty())
            return {};
        const QString whole = wholeOf(runs);
        const QString textKey = digestOf(whole);
        std::vector<Stretch> replaced;
        for (const Place& place : places) {
            const QString name = Reviewer::nameAt(whole, place);
            const QString nameKey = Reviewer::keyOfName(name);
            const NameDecision* const decision = reviewer.decisionOn(textKey, nameKey);
            applied.reviewed.insert(nameKey);
            if (!decision && !applied.undecided.contains(name))
                applied.undecided.append(name);
            if (!decision || decision->what == What::Withhold)
                replaced.push_back({place.from, place.length, NameScanner::placeholder()});
            else if (decision->what == What::Replace)
                replaced.push_back({place.from, place.length, decision->replacement});
        }
        replaceIn(runs, replaced);
        return {};
    }));
    return applied;
}

Result<> checkDecided(const QStringList& undecided, Audience audience, UndecidedNames undecidedNames)
{
    if (undecided.isEmpty() || undecidedNames == UndecidedNames::Withhold)
        return {};
    QStringList told = undecided.mid(0, mostTold);
    if (undecided.size() > mostTold)
        told.append(QStringLiteral("…"));
    const QString names = told.join(QStringLiteral("; "));
    return fail(undecided.size() == 1
                    ? ReportText::tr("Nothing was written for “%1”: it has not been decided whether a name in the "
                                     "text may be read: %2. Decide it, or withhold what is not decided.")
                          .arg(audienceName(audience), names)
                    : ReportText::tr("Nothing was written for “%1”: it has not been decided whether %3 names in the "
                                     "text may be read: %2. Decide them, or withhold what is not decided.")
                          .replace(QLatin1String("%3"), QString::number(undecided.size()))
                          .arg(audienceName(audience), names));
}
} // namespace

Result<> applyNameDecisions(const Store& store, Id<Report> report, Audience audience, UndecidedNames undecidedNames,
                            Document& draft)
{
    if (!traitsOf(audience).isGated())
        return {};
    Reviewer reviewer(store, report);
    const auto all = [&draft](const Visit& visit) { return visitTexts(draft, visit); };
    DTP_CHECK(reviewer.read(all));
    DTP_TRY(applied, apply(reviewer, all));
    DTP_CHECK(checkDecided(applied.undecided, audience, undecidedNames));
    if (const qsizetype reviewed = applied.reviewed.size(); reviewed > 0)
        draft.footer = reviewed == 1 ? ReportText::tr("1 other name was reviewed")
                                     : ReportText::tr("%1 other names were reviewed").arg(reviewed);
    return {};
}

Result<> keepNames(const Store& store, const QStringList& kept, Audience audience, UndecidedNames others,
                   std::variant<Document*, Table*> draft)
{
    if (!traitsOf(audience).isGated())
        return {};
    Reviewer reviewer(store, {});
    reviewer.keep(kept);
    const auto all = [&draft](const Visit& visit) -> Result<> {
        if (Document* const* document = std::get_if<Document*>(&draft))
            return visitTexts(**document, visit);
        Table& table = *std::get<Table*>(draft);
        DTP_CHECK(visitLine(table.title, true, visit));
        return visitTable(table, visit);
    };
    DTP_CHECK(reviewer.read(all));
    DTP_TRY(applied, apply(reviewer, all));
    return checkDecided(applied.undecided, audience, others);
}

} // namespace dtp
