// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/reports/report_view.h>

#include <base/text.h>
#include <ui/export/audience_picker.h>
#include <ui/export/recipient_edit.h>
#include <ui/models/background_store.h>
#include <ui/pages/reports/report_preview.h>
#include <ui/pages/reports/section_editor.h>
#include <ui/pages/reports/section_tree.h>
#include <ui/records/record_form.h>
#include <ui/widgets/theme.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
constexpr int ChangePause = 60; // milliseconds in which changes are gathered before the view follows

QString audienceKey(Id<Report> report)
{
    return QStringLiteral("reportAudience/%1").arg(report.value);
}
} // namespace

ReportView::ReportView(AppContext& context, QWidget* parent)
    : RecordView(context, parent), m_background(std::make_unique<BackgroundStore>(context.store))
{
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(buildTop());
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setProperty("givesWay", true); // to what is told at the foot: buttons stand there
    m_splitter->addWidget(buildTreeSide());
    m_middle = new QStackedWidget(m_splitter);
    m_middle->setMinimumWidth(360);
    m_middle->addWidget(buildDetails());
    m_editor = new SectionEditor(m_context, m_middle);
    m_middle->addWidget(m_editor);
    m_splitter->addWidget(m_middle);
    m_preview = new ReportPreview(
        *m_background, [this] { return m_editor->draft(); }, m_splitter);
    m_splitter->addWidget(m_preview);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setStretchFactor(2, 2);
    m_splitter->setSizes({250, 560, 400});
    all->addWidget(m_splitter, 1);

    m_refresh = new QTimer(this);
    m_refresh->setSingleShot(true);
    m_refresh->setInterval(ChangePause);
    connect(m_refresh, &QTimer::timeout, this, &ReportView::refresh);
    connect(m_tree, &SectionTree::chosen, this, &ReportView::choose);
    connect(m_editor, &SectionEditor::draftChanged, m_preview, &ReportPreview::refreshSoon);
    connect(m_preview, &ReportPreview::disclosed, m_sentence, &QLabel::setText);
    connect(m_preview, &ReportPreview::failed, m_sentence, &QLabel::clear);
    connect(&m_context.store.notifier(), &Notifier::changed, this, &ReportView::noteChange);
}

ReportView::~ReportView()
{
    // Its answers go to the preview and to this; none must come any more.
    m_background.reset();
}

QWidget* ReportView::buildTop()
{
    auto* top = new QWidget(this);
    auto* rows = new QVBoxLayout(top);
    rows->setContentsMargins(3 * Space, 2 * Space, 2 * Space, Space);
    rows->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->setSpacing(Space);
    m_back = new QPushButton(icon("go-previous"), tr("All &reports"), top);
    makeQuiet(m_back);
    row->addWidget(m_back);
    m_title = plainLabel({}, top, TextSize::Title);
    m_title->setMinimumWidth(80);
    m_title->setWordWrap(true);
    row->addWidget(m_title, 1);
    auto* words = mutedLabel(tr("For &whom"), top);
    m_audience = new AudiencePicker(top);
    words->setBuddy(m_audience);
    row->addWidget(words);
    row->addWidget(m_audience);
    auto* more = new QPushButton(tr("Other for&mats"), top);
    auto* menu = new QMenu(more);
    const std::pair<QString, QString> formats[] = {{tr("Tables as &CSV…"), QStringLiteral("csv")},
                                                   {tr("&Web page…"), QStringLiteral("html")},
                                                   {tr("&Text document (ODT)…"), QStringLiteral("odt")}};
    for (const auto& [text, ending] : formats)
        menu->addAction(text, this, [this, format = ending] { write(format); });
    menu->addSeparator();
    menu->addAction(tr("&Names in the text…"), this, &ReportView::reviewNames);
    more->setMenu(menu);
    row->addWidget(more);
    m_write = new QPushButton(icon("document-export"), tr("Write &PDF…"), top);
    makePrimary(m_write);
    row->addWidget(m_write);
    rows->addLayout(row);
    auto* second = new QHBoxLayout;
    m_line = mutedLabel({}, top);
    m_sentence = plainLabel({}, top);
    m_sentence->setAlignment(Qt::AlignRight);
    m_sentence->setAccessibleName(tr("What the audience will see"));
    m_recipient = new RecipientEdit(top);
    m_recipient->setMinimumWidth(180);
    second->addWidget(m_line, 1);
    second->addWidget(m_recipient);
    second->addWidget(m_sentence, 1);
    rows->addLayout(second);
    const bool isReadOnly = m_context.store.isReadOnly();
    for (QPushButton* out : {more, m_write}) {
        out->setEnabled(!isReadOnly); // what leaves is entered in the file
        if (isReadOnly)
            out->setToolTip(m_context.store.readOnlyReason());
    }
    connect(m_back, &QPushButton::clicked, this, &RecordView::backAsked);
    connect(m_write, &QPushButton::clicked, this, [this] { write(QStringLiteral("pdf")); });
    connect(m_audience, &AudiencePicker::audienceChanged, this, [this] {
        m_sentence->clear();
        m_preview->setAudience(audience());
        askRecipient();
        keepAudience();
    });
    return top;
}

QToolButton* ReportView::treeButton(const char* iconName, const QString& words, const QString& keys,
                                    std::function<void()> deed)
{
    auto* made = signButton(iconName, words, keys, this);
    made->setEnabled(!m_context.store.isReadOnly());
    connect(made, &QToolButton::clicked, this, deed);
    return made;
}

QWidget* ReportView::buildTreeSide()
{
    auto* side = new QWidget(m_splitter);
    side->setMinimumWidth(180);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(2 * Space, Space, 0, Space);
    column->setSpacing(Space / 2);
    m_tree = new SectionTree(m_context, side);
    m_tree->setFrameShape(QFrame::NoFrame);
    column->addWidget(m_tree, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(treeButton("list-add", tr("Add a section"), tr("Insert"), [this] { m_tree->addBelow(); }));
    row->addWidget(treeButton("edit-rename", tr("Rename"), tr("F2"), [this] { m_tree->renameCurrent(); }));
    row->addWidget(treeButton("go-up", tr("Move up"), tr("Alt+Up"), [this] { m_tree->moveCurrent(MoveSection::Up); }));
    row->addWidget(
        treeButton("go-down", tr("Move down"), tr("Alt+Down"), [this] { m_tree->moveCurrent(MoveSection::Down); }));
    row->addWidget(treeButton("format-indent-less", tr("Up a level"), tr("Alt+Left"),
                              [this] { m_tree->moveCurrent(MoveSection::Out); }));
    row->addWidget(treeButton("format-indent-more", tr("Down a level"), tr("Alt+Right"),
                              [this] { m_tree->moveCurrent(MoveSection::In); }));
    row->addStretch(1);
    row->addWidget(
        treeButton("edit-delete", tr("Remove the section"), tr("Delete"), [this] { m_tree->removeCurrent(); }));
    column->addLayout(row);
    return side;
}

QWidget* ReportView::buildDetails()
{
    auto* box = new QWidget(m_middle);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* area = new QScrollArea(box);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus); // what stands in it takes the keys
    m_details = new RecordForm(m_context, Entity::Report, {}, area);
    m_details->setContentsMargins(3 * Space, Space, 3 * Space, Space);
    auto* above = new QWidget(area); // the form at its own height, at the top
    auto* rows = new QVBoxLayout(above);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_details);
    rows->addStretch(1);
    area->setWidget(above);
    column->addWidget(area, 1);
    column->addWidget(new DraftBar(*m_details, box));
    return box;
}

Audience ReportView::audience() const
{
    return m_audience->audience();
}

QString ReportView::sentence() const
{
    return m_sentence->text();
}

void ReportView::clear()
{
    m_report = {};
    m_outline.clear();
    m_sentence->clear();
    m_preview->setReport({});
    Q_EMIT cleared();
}

// For whom it was shown last is a habit of the file and no change of the report: it stands outside of Undo.
void ReportView::keepAudience()
{
    if (!m_report || m_context.store.isReadOnly())
        return;
    if (const auto kept = m_context.store.setSetting(audienceKey(m_report), audienceCode(audience())); !kept)
        m_context.navigator.tellOnly(kept.error().sentence);
}

void ReportView::showAudience()
{
    const QSignalBlocker quiet(m_audience);
    const QString kept = m_context.store.setting(audienceKey(m_report));
    m_audience->choose(audienceFromCode(kept).value_or(Audience::Internal));
    m_preview->setAudience(audience());
    askRecipient();
}

void ReportView::askRecipient()
{
    m_recipient->clear();
    m_recipient->setVisible(traitsOf(audience()).isGated());
    m_recipient->offerFor(m_context.store, audience());
}

void ReportView::takeFocus()
{
    m_tree->setFocus();
}

void ReportView::setInWindow()
{
    m_back->hide();
}

void ReportView::setRecord(qint64 id)
{
    const Id<Report> report{id};
    if (const auto shown = m_details->setRecord(id); !shown) {
        clear();
        return m_context.dialogs.showError(this, shown.error());
    }
    m_report = report;
    m_outline.clear();
    m_sentence->clear();
    m_tree->setReport(report);
    showHead();
    // Where one writes: the first section, or the cover of a report without any.
    if (const QTreeWidgetItem* first = m_tree->topLevelItem(1))
        m_tree->choose({first->data(0, Qt::UserRole).toLongLong()});
    else
        choose({});
    readOutline();
    m_preview->setReport({}); // none is made of the one before for another audience
    showAudience();
    m_preview->setReport(report);
}

void ReportView::showHead()
{
    const auto report = m_context.store.get(m_report);
    if (!report)
        return m_line->setText(report.error().sentence);
    m_title->setText(withoutControls(report->title));
    m_title->setToolTip(m_title->text().toHtmlEscaped());
    QStringList parts;
    if (report->workshop)
        parts << m_context.store.titleOf(Entity::Workshop, report->workshop.value);
    if (report->date.isValid())
        parts << QLocale().toString(report->date, QLocale::LongFormat);
    parts << m_context.store.vocabulary(QStringLiteral("report_statuses")).labelOf(report->status);
    parts.removeAll(report->title);
    m_line->setText(parts.join(QStringLiteral(" · ")));
}

void ReportView::choose(Id<ReportSection> section)
{
    if (m_isChoosing)
        return;
    const Id<ReportSection> before = m_editor->section();
    if (!leave()) {
        m_isChoosing = true;
        m_tree->choose(before);
        m_isChoosing = false;
        return;
    }
    m_middle->setCurrentIndex(section ? 1 : 0);
    m_editor->setSection(section);
    for (const OutlineEntry& entry : m_outline) {
        if (entry.section.id != section)
            continue;
        m_editor->setEntry(entry);
        if (!entry.number.isEmpty())
            m_preview->showHeading(QString(entry.number + QLatin1Char(' ') + entry.section.title));
    }
}

void ReportView::noteChange(const Touched& touched)
{
    // Nearly everything in the file can be in a report; only what cannot is left aside.
    const bool isOnlyLedger =
        !touched.everything && touched.records.size() == (touched.has(Entity::Disclosure) ? 1 : 0) +
                                                             (touched.has(Entity::DisclosedPerson) ? 1 : 0);
    if (m_report && !isOnlyLedger)
        m_refresh->start();
}

void ReportView::refresh()
{
    const auto isThere = m_context.store.contains(Entity::Report, m_report.value);
    if (isThere && !*isThere) {
        clear();
        return;
    }
    showHead();
    m_tree->refresh();
    m_editor->refresh();
    readOutline();
    m_preview->refreshSoon();
}

void ReportView::readOutline()
{
    const int asked = ++m_asked;
    m_background->run<std::vector<OutlineEntry>>(
        [report = m_report](Store& store) { return outlineOfReport(store, report); },
        [this, asked](Result<std::vector<OutlineEntry>> outline) {
            if (asked != m_asked || !outline)
                return; // the preview says what is wrong
            m_outline = std::move(*outline);
            QHash<qint64, QString> numbers;
            for (const OutlineEntry& entry : m_outline) {
                numbers.insert(entry.section.id.value, entry.number);
                m_editor->setEntry(entry);
            }
            m_tree->setNumbers(numbers);
        });
}

bool ReportView::save()
{
    return m_editor->save() && (!m_details->isDirty() || m_details->save());
}

bool ReportView::leave()
{
    return m_editor->leave() && m_details->leave();
}

} // namespace dtp
