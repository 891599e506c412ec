// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/reports/report_preview.h>

#include <privacy/photo_people.h>
#include <reporting/workshop_report.h>
#include <review/name_review.h>
#include <ui/models/background_store.h>
#include <ui/widgets/theme.h>
#include <writers/pdf_writer.h>

#include <QBuffer>
#include <QHBoxLayout>
#include <QLabel>
#include <QPdfBookmarkModel>
#include <QPdfDocument>
#include <QPdfPageNavigator>
#include <QPdfSelection>
#include <QPdfView>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
constexpr int WritingPause = 700; // milliseconds without a change before the PDF is made anew

QModelIndex bookmarkOf(const QAbstractItemModel& model, const QString& heading, const QModelIndex& parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (index.data(static_cast<int>(QPdfBookmarkModel::Role::Title)).toString().simplified() == heading)
            return index;
        if (const QModelIndex below = bookmarkOf(model, heading, index); below.isValid())
            return below;
    }
    return {};
}

// Whoever is on its photos is shown by them as by a name.
Result<QString> namesOnPhotos(const Store& store, Id<Report> report)
{
    DTP_TRY(sections, store.ids(Entity::ReportSection, Where("report_id", report)));
    QVariantList keys;
    for (const qint64 section : sections)
        keys.append(section);
    DTP_TRY(photos, store.find<ReportPhoto>(Where().compare("section_id", Where::Op::In, keys)));
    DTP_TRY(people, peopleOnPhotos(store, photos));
    QStringList names;
    for (const PeopleOnPhoto& on : std::as_const(people)) {
        for (const Id<Person> person : on.people)
            names.append(store.titleOf(Entity::Person, person.value));
    }
    return names.join(QLatin1Char('\n'));
}
} // namespace

ReportPreview::ReportPreview(BackgroundStore& background, std::function<std::optional<ReportSection>()> draft,
                             QWidget* parent)
    : QWidget(parent), m_background(background), m_draft(std::move(draft)), m_pause(new QTimer(this)),
      m_view(new QPdfView(this)), m_status(mutedLabel({}, this, TextSize::Small)),
      m_pageLabel(mutedLabel({}, this, TextSize::Small))
{
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(2 * Space, Space, 2 * Space, Space);
    m_status->setWordWrap(true);
    row->addWidget(m_status, 1);
    row->addWidget(m_pageLabel);
    all->addLayout(row);
    m_view->setPageMode(QPdfView::PageMode::MultiPage);
    m_view->setZoomMode(QPdfView::ZoomMode::FitToWidth);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setAccessibleName(tr("Preview of the report"));
    all->addWidget(m_view, 1);
    setMinimumWidth(240);
    m_pause->setSingleShot(true);
    m_pause->setInterval(WritingPause);
    connect(m_pause, &QTimer::timeout, this, &ReportPreview::refresh);
    connect(m_view->pageNavigator(), &QPdfPageNavigator::currentPageChanged, this, &ReportPreview::showPage);
}

ReportPreview::~ReportPreview()
{
    m_view->setDocument(nullptr); // it must not outlive its document
}

void ReportPreview::setReport(Id<Report> report)
{
    m_report = report;
    m_heading.clear();
    m_view->setDocument(nullptr);
    m_document.reset();
    m_pdf.clear();
    m_text.reset();
    m_pageLabel->clear();
    ++m_asked;
    setAsked(*this, false);
    if (!report)
        return;
    refresh();
}

void ReportPreview::setAudience(Audience audience)
{
    m_audience = audience;
    if (m_report)
        refresh();
}

void ReportPreview::refreshSoon()
{
    if (m_report)
        m_pause->start();
}

void ReportPreview::refresh()
{
    m_isWanted = true;
    if (m_isRunning)
        return;
    m_isWanted = false;
    m_isRunning = true;
    m_status->setText(tr("Making the preview …"));
    std::vector<ReportSection> drafts;
    if (const auto draft = m_draft())
        drafts.push_back(*draft);
    const int asked = ++m_asked;
    m_background.run<Made>(
        [report = m_report, audience = m_audience, drafts = std::move(drafts)](Store& store) -> Result<Made> {
            DTP_TRY(draft, buildReport(store, report, drafts));
            const Gate gate(store, audience);
            // As it is written: what is undecided leaves in no other way than withheld.
            DTP_CHECK(applyNameDecisions(store, &draft, gate, UndecidedNames::Withhold, report));
            DTP_TRY(disclosed, gate.disclose(std::move(draft)));
            Made made;
            made.sentence = disclosed.summary().sentence();
            QBuffer buffer(&made.pdf);
            buffer.open(QIODevice::WriteOnly);
            DTP_CHECK(writePdf(disclosed, buffer));
            if (audience == Audience::Internal) { // to others, who needs care is on none of them
                DTP_TRY(names, namesOnPhotos(store, report));
                made.onPhotos = names;
            }
            return made;
        },
        [this, asked](Result<Made> made) {
            m_isRunning = false;
            if (asked == m_asked)
                take(std::move(made));
            if (m_isWanted)
                refresh();
        });
}

void ReportPreview::take(Result<Made> made)
{
    if (!made) {
        m_status->setText(made.error().sentence);
        Q_EMIT failed(made.error().sentence);
        return;
    }
    m_status->setText(tr("Preview"));
    Q_EMIT disclosed(made->sentence);
    m_pdf = std::move(made->pdf);
    m_onPhotos = made->onPhotos;
    const int place = m_view->verticalScrollBar()->value();
    auto buffer = std::make_unique<QBuffer>(&m_pdf);
    buffer->open(QIODevice::ReadOnly);
    auto document = std::make_unique<QPdfDocument>();
    document->load(buffer.get());
    m_view->setDocument(document.get());
    m_document = std::move(document);
    m_buffer = std::move(buffer);
    m_text.reset();
    noteShown(*this);
    m_view->verticalScrollBar()->setValue(place);
    // The view lays its pages out after this.
    QTimer::singleShot(0, this, [this, place] {
        m_view->verticalScrollBar()->setValue(place);
        turn();
        showPage();
    });
}

void ReportPreview::showHeading(const QString& heading)
{
    m_heading = heading.simplified();
    turn();
}

void ReportPreview::turn()
{
    if (m_heading.isEmpty() || !m_document)
        return;
    QPdfBookmarkModel bookmarks;
    bookmarks.setDocument(m_document.get());
    const QModelIndex index = bookmarkOf(bookmarks, m_heading);
    m_heading.clear(); // once; then the reader turns the pages
    if (!index.isValid())
        return;
    const int page = index.data(static_cast<int>(QPdfBookmarkModel::Role::Page)).toInt();
    const QPointF place = index.data(static_cast<int>(QPdfBookmarkModel::Role::Location)).toPointF();
    m_view->pageNavigator()->jump(page, place);
}

QString ReportPreview::shownText() const
{
    if (m_text)
        return *m_text;
    QStringList pages;
    for (int page = 0; page < pageCount(); ++page)
        pages.append(m_document->getAllText(page).text());
    pages.append(m_onPhotos);
    m_text = pages.join(QLatin1Char('\n'));
    return *m_text;
}

int ReportPreview::pageCount() const
{
    return m_document ? m_document->pageCount() : 0;
}

void ReportPreview::showPage()
{
    const int pages = pageCount();
    m_pageLabel->setText(pages > 0 ? tr("Page %1 of %2").arg(m_view->pageNavigator()->currentPage() + 1).arg(pages)
                                   : QString());
}

void ReportPreview::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_report && !m_document && !m_isRunning)
        refresh();
}

} // namespace dtp
