// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/history/history_view.h>

#include <base/text.h>
#include <records/kinds.h>
#include <reverting/agreements_back.h>
#include <ui/history/take_back.h>
#include <ui/models/discretion.h>
#include <ui/widgets/theme.h>

#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>
#include <QTextBlock>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
constexpr int LongestValue = 160;

QString shown(const Store& store, const Field& field, const QVariant& value)
{
    QString text = seen(store, withoutControls(store.displayText(field, value)).simplified());
    if (text.size() > LongestValue)
        text = QString(text.left(LongestValue) + QStringLiteral("…"));
    return text.isEmpty() ? QStringLiteral("–") : text;
}
} // namespace

QString describe(const Store& store, const FieldChange& change)
{
    if (!change.field || !traitsOf(*change.field).isShown())
        return change.label;
    if (change.field->sensitivity == Sensitivity::Restricted)
        return QCoreApplication::translate("HistoryView", "%1: changed (restricted, not shown here)")
            .arg(change.label);
    const QString after = shown(store, *change.field, change.after);
    if (change.before.isNull() || change.before.toString().isEmpty())
        return QCoreApplication::translate("HistoryView", "%1: %2").arg(change.label, after);
    return QCoreApplication::translate("HistoryView", "%1: %2 → %3")
        .arg(change.label, shown(store, *change.field, change.before), after);
}

HistoryView::HistoryView(AppContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_undo(new QPushButton(this)), m_text(new QTextBrowser(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_undo, 0, Qt::AlignLeft);
    layout->addWidget(m_text, 1);
    m_undo->setIcon(icon("edit-undo"));
    m_undo->hide();
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->setAccessibleName(tr("History"));
    connect(m_undo, &QPushButton::clicked, this, [this] {
        const auto undone = undoTelling(m_context.store);
        if (!undone)
            m_context.dialogs.showError(this, undone.error());
        else
            m_context.navigator.tell(
                withAgreements(tr("Undone: %1.").arg(undone->change.sentence), undone->agreements));
    });
    const auto again = [this] {
        m_isStale = true;
        if (isVisible())
            refresh();
    };
    connect(m_text, &QTextBrowser::anchorClicked, this, &HistoryView::follow);
    connect(&context.store.notifier(), &Notifier::changed, this, again);
    whenSwitched(context.store, this, again);
}

void HistoryView::setRecord(Entity entity, qint64 id)
{
    m_entity = entity;
    m_id = id;
    m_isStale = true;
    if (isVisible())
        refresh();
}

QString HistoryView::plainText() const
{
    return m_text->toPlainText();
}

void HistoryView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        refresh();
}

void HistoryView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_isStale = true;
        if (isVisible())
            refresh();
    }
}

// The formats of the text, made once for a whole history.
struct HistoryView::Inks {
    explicit Inks(const ThemeColours& colours)
    {
        strong.setFontWeight(QFont::DemiBold);
        quiet.setForeground(colours.muted);
        link.setForeground(colours.accent);
        link.setAnchor(true);
        first.setTopMargin(Space);
        indented.setLeftMargin(2 * Space);
    }
    QTextCharFormat plain;
    QTextCharFormat strong;
    QTextCharFormat quiet;
    QTextCharFormat link;
    QTextBlockFormat first;
    QTextBlockFormat indented;
};

namespace
{
// What takes this back: the place of the change in the history, and of the line within it.
void writeLink(QTextCursor& cursor, const QString& words, const QString& target, const HistoryView::Inks& inks)
{
    QTextCharFormat format = inks.link;
    format.setAnchorHref(target);
    cursor.insertText(QStringLiteral("  "), inks.quiet);
    cursor.insertText(words, format);
}

void writeChange(QTextCursor& cursor, const ChangeSummary& change, const QString& sentence,
                 const HistoryView::Inks& inks)
{
    cursor.insertBlock(inks.first, inks.plain);
    cursor.insertText(withoutControls(sentence), inks.strong);
    if (change.state != ChangeSummary::State::Done)
        cursor.insertText(HistoryView::tr("  (undone)"), inks.quiet);
    cursor.insertBlock(QTextBlockFormat(), inks.quiet);
    const QDateTime at = change.at.toLocalTime();
    cursor.insertText(HistoryView::tr("%1, %2 · %3")
                          .arg(QLocale().toString(at.date(), QStringLiteral("d MMMM yyyy")),
                               at.time().toString(QStringLiteral("HH:mm")), change.author),
                      inks.quiet);
}

// What hangs on the record that is shown.
QString relatedText(const Store& store, const RecordChange& change)
{
    const QString kind = recordType(change.entity).singularText();
    const QString title = withoutControls(seenTitle(store, change.entity, change.id));
    switch (change.what) {
    case RecordChange::What::Added:
        return HistoryView::tr("Added %1 %2").arg(kind, title);
    case RecordChange::What::Removed:
        return HistoryView::tr("Removed %1").arg(kind);
    case RecordChange::What::Changed:
        break;
    }
    return HistoryView::tr("Changed %1 %2").arg(kind, title);
}
} // namespace

void HistoryView::refresh()
{
    m_isStale = false;
    m_text->clear();
    m_undo->hide();
    if (!m_id)
        return;
    auto history = m_context.store.recordHistory(m_entity, m_id);
    // That somebody has a case does not stand in the history of the person.
    if (history && !recordType(m_entity).isRestricted())
        std::erase_if(*history, [](const RecordChange& one) { return recordType(one.entity).isRestricted(); });
    // What hangs on somebody who is covered may be gone, and she may have had another name.
    const auto now = m_context.store.get(m_entity, m_id);
    m_isCovered = now && isAboutCovered(m_context.store, *now);
    const Inks inks(themeColours(this));
    QTextCursor cursor(m_text->document());
    if (!history) {
        cursor.insertText(history.error().sentence, inks.plain);
        return;
    }
    if (history->empty()) {
        cursor.insertText(tr("Nothing has been changed since this record came into the file."), inks.quiet);
        return;
    }
    m_history = std::move(*history);
    writeHistory(cursor, inks);
    m_text->moveCursor(QTextCursor::Start);
    if (const auto next = m_context.store.nextUndo();
        next && next->id == m_history.front().change.id && !m_context.store.isReadOnly()) {
        const QString sentence = said(next->sentence);
        m_undo->setText(
            tr("Undo “%1”").arg(sentence.size() > 60 ? QString(sentence.left(60) + QStringLiteral("…")) : sentence));
        m_undo->show();
    }
}

void HistoryView::writeHistory(QTextCursor& cursor, const Inks& inks)
{
    const bool canWrite = !m_context.store.isReadOnly();
    qint64 last = 0;
    for (size_t at = 0; at < m_history.size(); ++at) {
        const RecordChange& change = m_history[at];
        const bool canTakeBack = canWrite && change.change.state == ChangeSummary::State::Done;
        if (change.change.id != last) {
            writeChange(cursor, change.change, said(change.change.sentence), inks);
            if (canTakeBack)
                writeLink(cursor,
                          change.change.records > 1 ? tr("Take back, of %L1 records").arg(change.change.records)
                                                    : tr("Take back"),
                          QString::number(at), inks);
        }
        last = change.change.id;
        if (change.entity != m_entity || change.id != m_id) {
            cursor.insertBlock(inks.indented, inks.plain);
            cursor.insertText(said(relatedText(m_context.store, change)), inks.plain);
        }
        for (const FieldChange& field : change.fields) {
            if (field.field && field.field->isHidden)
                continue;
            if (change.what == RecordChange::What::Added && field.after.toString().isEmpty())
                continue;
            cursor.insertBlock(inks.indented, inks.plain);
            cursor.insertText(m_isCovered ? tr("%1: changed").arg(field.label) : describe(m_context.store, field),
                              inks.plain);
            if (canTakeBack && field.field && change.what == RecordChange::What::Changed && change.fields.size() > 1)
                writeLink(cursor, tr("Take back this alone"),
                          QStringLiteral("%1/%2").arg(at).arg(&field - change.fields.data()), inks);
        }
    }
}

QString HistoryView::said(const QString& sentence) const
{
    return m_isCovered ? hiddenText() : seen(m_context.store, sentence);
}

void HistoryView::follow(const QUrl& link)
{
    const QStringList way = link.toString().split(QLatin1Char('/'));
    const auto at = static_cast<size_t>(way.value(0).toInt());
    if (at >= m_history.size())
        return;
    const RecordChange change = m_history[at]; // it is read anew meanwhile
    if (way.size() == 1)
        return takeBack(m_context, this, change.change);
    const auto line = static_cast<size_t>(way.value(1).toInt());
    if (line < change.fields.size())
        takeBack(
            m_context, this,
            ChangedField{change.change.id, change.entity, change.id, QLatin1String(change.fields[line].field->name)});
}

} // namespace dtp
