// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/reports/section_editor.h>

#include <meaning/codes.h>
#include <reporting/report_actions.h>
#include <ui/pages/reports/filled_view.h>
#include <ui/pages/reports/format_bar.h>
#include <ui/pages/reports/photo_list.h>
#include <ui/pages/reports/recommendation_edit.h>
#include <ui/records/related_list.h>
#include <ui/widgets/theme.h>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
// What a section of this kind is for, in the place of a text that is not there yet.
QString hintOf(const QString& kind)
{
    switch (codeOf<SectionKind>(kind)) {
    case SectionKind::Objectives:
        return SectionEditor::tr("The objectives of the workshop follow here. Write a list to say it in other words.");
    case SectionKind::Participants:
        return SectionEditor::tr("How participants were chosen and what they work on is filled in. Write to say it in "
                                 "other words; the tables stay.");
    case SectionKind::Program:
        return SectionEditor::tr("How the workshop was run. The agenda follows.");
    case SectionKind::Session:
        return SectionEditor::tr("What was said. Until you write, the session's own notes are taken.");
    case SectionKind::Gaps:
        return SectionEditor::tr("What participants lack. The gaps noted below follow, by category.");
    case SectionKind::Recommendations:
        return SectionEditor::tr("A line or two before the recommendations, or nothing.");
    case SectionKind::Figures:
        return SectionEditor::tr("What the figures show. Charts and the map follow.");
    case SectionKind::Text:
        break;
    }
    return SectionEditor::tr("Write here.");
}
} // namespace

SectionEditor::SectionEditor(AppContext& context, QWidget* parent) : QWidget(parent), m_context(context)
{
    build();
}

SectionEditor::~SectionEditor() = default;

QWidget* SectionEditor::buildHead()
{
    auto* head = new QWidget(this);
    auto* rows = new QVBoxLayout(head);
    rows->setContentsMargins(3 * Space, Space, 3 * Space, Space);
    rows->setSpacing(Space);
    auto* row = new QHBoxLayout;
    m_title = plainLabel({}, head, TextSize::Heading);
    m_title->setWordWrap(true);
    row->addWidget(m_title, 1);
    auto* words = mutedLabel(tr("Fi&lled with"), head);
    m_kind = new QComboBox(head);
    m_kind->setAccessibleName(tr("What the program fills in"));
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_kind->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); // the title wraps, the choice is read whole
    words->setTextFormat(Qt::PlainText);
    words->setBuddy(m_kind);
    for (const VocabularyTerm& term : m_context.store.vocabulary(QStringLiteral("section_kinds")).terms())
        m_kind->addItem(term.code == QLatin1String("text") ? tr("Nothing: text only") : term.label, term.code);
    m_kind->setEnabled(!m_context.store.isReadOnly());
    row->addWidget(words);
    row->addWidget(m_kind);
    rows->addLayout(row);
    m_format = new FormatBar(m_context, head);
    rows->addWidget(m_format);
    connect(m_kind, &QComboBox::activated, this, &SectionEditor::changeKind);
    return head;
}

QLabel* SectionEditor::addHeading(const QString& text)
{
    auto* label = mutedLabel(text, this, TextSize::Small);
    m_column->addWidget(label);
    return label;
}

void SectionEditor::build()
{
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(buildHead());
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus); // what stands in it takes the keys
    auto* inner = new QWidget(area);
    inner->setAutoFillBackground(true);
    inner->setBackgroundRole(QPalette::Base);
    m_column = new QVBoxLayout(inner);
    m_column->setContentsMargins(3 * Space, Space, 3 * Space, 3 * Space);
    m_column->setSpacing(Space);
    area->setWidget(inner);
    all->addWidget(area, 1);
    buildParts(inner);
    connectParts();
    buildDraftBar();
    all->addWidget(m_draftBar);
}

// From the top to the bottom; which of them are seen depends on the kind of section.
void SectionEditor::buildParts(QWidget* inner)
{
    m_body = new RichTextEdit(inner);
    m_body->setAccessibleName(tr("Text of the section"));
    m_column->addWidget(m_body);
    m_listHeading = addHeading(tr("Recommendations: Enter begins the next, Tab makes it a part of the one above"));
    m_recommendations = new RecommendationEdit(inner);
    m_recommendations->setAccessibleName(tr("Recommendations"));
    m_recommendations->setHint(tr("What participants recommend, one a line"));
    m_column->addWidget(m_recommendations);
    m_follow = new QPushButton(icon("view-task"), tr("Owner, due date and status…"), inner);
    m_follow->setToolTip(tr("Opens the recommendation that the cursor is in"));
    makeQuiet(m_follow);
    m_column->addWidget(m_follow, 0, Qt::AlignLeft);
    m_filled = new FilledView(inner);
    m_column->addWidget(m_filled);
    m_gaps = new RelatedList(m_context, Entity::CapacityGap, "report_id", inner);
    m_gaps->setTitle(tr("Gaps noted"));
    m_gaps->setOrder("position");
    m_column->addWidget(m_gaps);
    m_closingHeading = addHeading(tr("Text behind it"));
    m_closing = new RichTextEdit(inner);
    m_closing->setAccessibleName(tr("Text behind what is filled in"));
    m_column->addWidget(m_closing);
    m_addClosing = new QPushButton(icon("list-add"), tr("Add text behind it"), inner);
    makeQuiet(m_addClosing);
    m_column->addWidget(m_addClosing, 0, Qt::AlignLeft);
    m_photos = new PhotoList(m_context, inner);
    m_column->addWidget(m_photos);
    m_column->addStretch(1);
}

void SectionEditor::connectParts()
{
    m_format->add(m_body);
    m_format->add(m_closing);
    m_format->add(m_recommendations, false);
    for (RichTextEdit* editor : {m_body, m_closing, static_cast<RichTextEdit*>(m_recommendations)}) {
        editor->setReadOnly(m_context.store.isReadOnly());
        connect(editor, &RichTextEdit::changed, this, &SectionEditor::updateDirty);
    }
    connect(m_addClosing, &QPushButton::clicked, this, [this] {
        m_closing->show();
        m_closingHeading->show();
        m_addClosing->hide();
        m_closing->setFocus();
    });
    connect(m_follow, &QPushButton::clicked, this, [this] {
        if (!leave())
            return;
        if (const Id<Recommendation> id = m_recommendations->current())
            m_context.navigator.openRecord(Entity::Recommendation, id.value);
        else
            m_context.navigator.openPage(QStringLiteral("recommendations"));
    });
}

void SectionEditor::buildDraftBar()
{
    m_draftBar = new QWidget(this);
    m_draftBar->setObjectName(QStringLiteral("unsaved"));
    auto* row = new QHBoxLayout(m_draftBar);
    row->setContentsMargins(3 * Space, Space, 3 * Space, Space);
    auto* revert = new QPushButton(tr("Revert"), m_draftBar);
    auto* save = new QPushButton(tr("Save"), m_draftBar);
    save->setToolTip(tr("Save (Ctrl+S)"));
    makePrimary(save);
    row->addWidget(plainLabel(tr("Not saved yet"), m_draftBar), 1);
    row->addWidget(revert);
    row->addWidget(save);
    m_draftBar->hide();
    connect(revert, &QPushButton::clicked, this, &SectionEditor::revert);
    connect(save, &QPushButton::clicked, this, &SectionEditor::save);
}

bool SectionEditor::worked(const Result<>& result)
{
    if (!result)
        m_context.dialogs.showError(this, result.error());
    return result.has_value();
}

void SectionEditor::setSection(Id<ReportSection> id)
{
    const auto section = m_context.store.get(id);
    if (!section) {
        m_section = {};
        return;
    }
    m_section = *section;
    m_title->setText(m_section.title);
    m_body->setRichText(RichText::fromMarkdown(m_section.body));
    m_closing->setRichText(RichText::fromMarkdown(m_section.closing));
    m_filled->setFilled({}, {});
    m_gaps->setOwner(m_section.report.value);
    m_photos->setSection(id);
    showKind();
    showRecommendations();
    updateDirty();
}

void SectionEditor::showKind()
{
    m_kind->setCurrentIndex(m_kind->findData(m_section.kind));
    const bool isText = codeOf<SectionKind>(m_section.kind) == SectionKind::Text;
    const bool isList = codeOf<SectionKind>(m_section.kind) == SectionKind::Recommendations;
    m_body->setHint(hintOf(m_section.kind));
    m_listHeading->setVisible(isList);
    m_recommendations->setVisible(isList);
    m_follow->setVisible(isList);
    m_gaps->setVisible(codeOf<SectionKind>(m_section.kind) == SectionKind::Gaps);
    const bool hasClosing = !m_section.closing.isEmpty();
    m_closing->setVisible(hasClosing);
    m_closingHeading->setVisible(hasClosing);
    m_addClosing->setVisible(!hasClosing && !isText && !m_context.store.isReadOnly());
}

void SectionEditor::showRecommendations()
{
    if (codeOf<SectionKind>(m_section.kind) != SectionKind::Recommendations) {
        m_recommendations->setLines({}); // nothing of another section, and no draft
        return;
    }
    if (const auto all = recommendationsIn(m_context.store, m_section.id))
        m_recommendations->setLines(*all);
    else
        m_context.dialogs.showError(this, all.error());
}

void SectionEditor::setEntry(const OutlineEntry& entry)
{
    if (entry.section.id != m_section.id)
        return;
    m_title->setText(entry.number.isEmpty() ? m_section.title
                                            : QString(entry.number + QStringLiteral("  ") + m_section.title));
    // The recommendations stand above, where they are written.
    const bool isShown = codeOf<SectionKind>(m_section.kind) != SectionKind::Recommendations;
    m_filled->setFilled(isShown ? entry.filledSentence : QString(), isShown ? entry.filled : std::vector<Block>());
}

void SectionEditor::refresh()
{
    const auto now = m_context.store.get(m_section.id);
    if (!now)
        return; // the tree goes to another one
    const QString title = m_title->text().chopped(m_section.title.size());
    if (!isDirty()) {
        const bool isSameText = now->body == m_section.body && now->closing == m_section.closing;
        m_section = *now;
        if (!isSameText) {
            m_body->setRichText(RichText::fromMarkdown(m_section.body));
            m_closing->setRichText(RichText::fromMarkdown(m_section.closing));
        }
        showKind();
        const auto all = recommendationsIn(m_context.store, m_section.id);
        const bool isList = codeOf<SectionKind>(m_section.kind) == SectionKind::Recommendations;
        if (isList && all) {
            std::vector<RecommendationLine> lines = m_recommendations->lines();
            const bool isSame =
                std::equal(lines.begin(), lines.end(), all->begin(), all->end(),
                           [](const RecommendationLine& a, const Recommendation& b) {
                               return a.id == b.id && a.level == b.level && a.text == b.text.simplified();
                           });
            if (!isSame)
                m_recommendations->setLines(*all);
        }
        updateDirty();
    } else {
        // What is being written stays; title, kind and place may have changed elsewhere.
        const QString body = m_section.body;
        const QString closing = m_section.closing;
        m_section = *now;
        m_section.body = body;
        m_section.closing = closing;
    }
    m_title->setText(title + m_section.title);
    m_photos->refresh();
}

bool SectionEditor::isDirty() const
{
    return m_section.id && (m_body->isChanged() || m_closing->isChanged() || m_recommendations->isChanged());
}

void SectionEditor::updateDirty()
{
    const bool dirty = isDirty();
    m_draftBar->setVisible(dirty);
    if (dirty || m_wasDirty)
        Q_EMIT draftChanged();
    m_wasDirty = dirty;
}

std::optional<ReportSection> SectionEditor::draft() const
{
    if (!isDirty())
        return std::nullopt;
    ReportSection section = m_section;
    section.body = m_body->richText().toMarkdown();
    section.closing = m_closing->richText().toMarkdown();
    return section;
}

bool SectionEditor::save()
{
    if (!isDirty())
        return true;
    if (m_body->isChanged() || m_closing->isChanged()) {
        const ReportSection section = *draft();
        if (!worked(setSectionText(m_context.store, section.id, section.body, section.closing)))
            return false;
        m_section = section;
        m_body->noteSaved();
        m_closing->noteSaved();
        m_context.navigator.passOver();
    }
    if (m_recommendations->isChanged()) {
        if (!worked(writeRecommendations(m_context.store, m_section.id, m_recommendations->lines())))
            return false;
        const int position = m_recommendations->textCursor().position();
        showRecommendations(); // with the keys of the new ones
        QTextCursor cursor = m_recommendations->textCursor();
        cursor.setPosition(std::min(position, m_recommendations->document()->characterCount() - 1));
        m_recommendations->setTextCursor(cursor);
    }
    updateDirty();
    return true;
}

bool SectionEditor::leave()
{
    m_photos->leave();
    return m_gaps->leave() && save();
}

void SectionEditor::revert()
{
    m_body->setRichText(RichText::fromMarkdown(m_section.body));
    m_closing->setRichText(RichText::fromMarkdown(m_section.closing));
    showRecommendations();
    showKind();
    updateDirty();
}

void SectionEditor::changeKind()
{
    const QString kind = m_kind->currentData().toString();
    if (kind == m_section.kind || !save())
        return;
    if (!worked(setSectionKind(m_context.store, m_section.id, kind)))
        return;
    m_section.kind = kind;
    showKind();
    showRecommendations();
    updateDirty();
}

} // namespace dtp
