// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/workshops/overview_tab.h>

#include <ui/records/record_form.h>
#include <ui/records/related_list.h>
#include <ui/widgets/theme.h>

#include <QScrollArea>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
constexpr int MostFormWidth = 620;
constexpr int TwoColumns = 1000; // pixels
} // namespace

OverviewTab::OverviewTab(AppContext& context, QWidget* parent) : QWidget(parent), m_context(context), m_form(nullptr)
{
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    auto* content = new QWidget;
    content->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Base);
    m_columns = new QBoxLayout(QBoxLayout::TopToBottom, content);
    m_columns->setContentsMargins(3 * Space, 2 * Space, 3 * Space, 3 * Space);
    m_columns->setSpacing(4 * Space);
    m_form = new RecordForm(context, Entity::Workshop);
    m_form->setMaximumWidth(MostFormWidth);
    m_form->keepDrafts();
    auto* left = new QVBoxLayout;
    left->addWidget(m_form);
    left->addStretch(1);
    m_columns->addLayout(left, 1);
    auto* right = new QVBoxLayout;
    right->setSpacing(3 * Space);
    for (RelatedList* list : {addList(Entity::Task, QT_TR_NOOP("Tasks"), "due", content),
                              addList(Entity::WorkshopPartner, QT_TR_NOOP("Partners and funders"), "role", content),
                              addList(Entity::Report, QT_TR_NOOP("Reports"), "date", content)})
        right->addWidget(list);
    right->addStretch(1);
    m_columns->addLayout(right, 1);
    all->addWidget(scrolled(content), 1);
    all->addWidget(new DraftBar(*m_form, this));
    connect(m_form, &RecordForm::saved, this, [this](qint64 id) { Q_EMIT saved({id}); });
    connect(m_form, &RecordForm::cancelled, this, &OverviewTab::cancelled);
    connect(m_form, &RecordForm::gone, this, &OverviewTab::gone);
}

void OverviewTab::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_columns->setDirection(width() >= TwoColumns ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

RelatedList* OverviewTab::addList(Entity child, const char* title, const char* order, QWidget* parent)
{
    auto* list = new RelatedList(m_context, child, "workshop_id", parent);
    list->setTitle(tr(title));
    list->setOrder(order);
    m_lists.push_back(list);
    return list;
}

Result<> OverviewTab::setWorkshop(Id<Workshop> workshop)
{
    DTP_CHECK(m_form->setRecord(workshop.value));
    for (RelatedList* list : m_lists) {
        list->setOwner(workshop.value);
        list->show();
    }
    return {};
}

void OverviewTab::startNew(const Workshop& initial)
{
    m_form->startNew(toValues(initial));
    for (RelatedList* list : m_lists)
        list->hide();
    m_form->focusFirst();
}

void OverviewTab::clear()
{
    m_form->clear();
}

bool OverviewTab::isNew() const
{
    return m_form->isNew();
}

bool OverviewTab::leave()
{
    for (RelatedList* list : m_lists) {
        if (!list->leave())
            return false;
    }
    return m_form->leave();
}

bool OverviewTab::save()
{
    for (RelatedList* list : m_lists) {
        if (!list->leave())
            return false;
    }
    return m_form->save();
}

} // namespace dtp
