// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/records/related_list.h>

#include <deeds/deed.h>
#include <query/query.h>
#include <ui/export/export_dialog.h>
#include <ui/lists/related_columns.h>

#include <ui/records/record_form.h>
#include <ui/tables/related_delegate.h>
#include <ui/widgets/theme.h>

#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
constexpr int MostRows = 9;      // more than these scroll
constexpr int LookedAt = 40;     // rows that decide how wide the columns are
constexpr int BesideSecond = 20; // around the words of the second column
} // namespace

RelatedList::RelatedList(AppContext& context, Entity child, const char* linkField, QWidget* parent)
    : QWidget(parent), m_context(context), m_child(child), m_linkField(linkField)
{
    const auto& fields = recordType(child).fields;
    for (size_t i = 0; i < fields.size() && m_otherField < 0; ++i) {
        if (fields[i].reference != Entity::None && m_linkField != fields[i].name && fields[i].isOwner &&
            !fields[i].isHidden)
            m_otherField = static_cast<int>(i);
    }
    m_title = recordType(child).pluralText();
    if (!m_title.isEmpty())
        m_title[0] = m_title[0].toUpper();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space / 2);
    buildHead(layout);
    m_model = new RecordListModel(context.store, child, this);
    m_view = new QTableView(this);
    m_view->setAccessibleName(m_title);
    setUpRelatedView(m_view);
    m_view->setItemDelegate(new RelatedDelegate(m_view));
    m_model->setColumns(relatedColumns(m_child, m_linkField, m_otherField));
    m_view->setModel(m_model);
    m_view->installEventFilter(this);
    layout->addWidget(m_view);
    connect(m_view, &QTableView::clicked, this,
            [this](const QModelIndex& index) { open(m_model->idAt(index.row())); });
    connect(m_view, &QTableView::customContextMenuRequested, this, [this](const QPoint& at) {
        const qint64 id = m_model->idAt(m_view->indexAt(at).row());
        if (!id)
            return;
        QMenu menu;
        menu.addAction(icon("document-edit"), tr("Change"), this, [this, id] { edit(id); })->setEnabled(!m_isReadOnly);
        menu.addAction(icon("edit-delete"), tr("Remove"), this, [this, id] { remove(id); })->setEnabled(!m_isReadOnly);
        menu.exec(m_view->viewport()->mapToGlobal(at));
    });
    const auto refresh = [this] {
        fit();
        refreshHint();
        Q_EMIT countChanged();
    };
    connect(m_model, &RecordListModel::taken, this, refresh);
    connect(m_model, &RecordListModel::loaded, this, [this] { m_empty->setText(tr("None yet.")); });
    connect(m_model, &RecordListModel::failed, this, [this](const Error& error) {
        m_empty->setText(QString(QStringLiteral("⚠ ") + error.sentence));
        m_empty->setVisible(m_owner != 0);
    });
    fit();
}

RelatedList::~RelatedList() = default;

void RelatedList::buildHead(QVBoxLayout* layout)
{
    auto* row = new QHBoxLayout;
    m_head = plainLabel(m_title, this);
    QFont bold = m_head->font();
    bold.setWeight(QFont::DemiBold);
    m_head->setFont(bold);
    m_add = new QPushButton(icon("list-add"), tr("Add"), this);
    m_add->setAccessibleName(tr("Add: %1").arg(m_title));
    m_isReadOnly = m_context.store.isReadOnly();
    m_add->setEnabled(!m_isReadOnly);
    m_add->setToolTip(m_context.store.readOnlyReason());
    makeQuiet(m_add);
    connect(m_add, &QPushButton::clicked, this, &RelatedList::add);
    row->addWidget(m_head, 1);
    row->addWidget(m_add);
    layout->addLayout(row);
    m_hint = inkLabel(Ink::Warning, {}, this, TextSize::Small);
    m_hint->setWordWrap(true);
    m_hint->hide();
    layout->addWidget(m_hint);
    m_formBox = new FormPanel(this);
    m_formBox->hide();
    layout->addWidget(m_formBox);
    m_empty = mutedLabel(tr("None yet."), this, TextSize::Small);
    layout->addWidget(m_empty);
}

void RelatedList::setTitle(const QString& title)
{
    m_title = title;
    m_view->setAccessibleName(title);
    m_add->setAccessibleName(tr("Add: %1").arg(title));
    fit();
}

void RelatedList::setOrder(const char* field, bool descending)
{
    m_order = field;
    m_descending = descending;
}

void RelatedList::setHint(std::function<QString(const Store&, qint64)> hint)
{
    m_hintOf = std::move(hint);
}

void RelatedList::setDefault(const char* field, const QVariant& stored)
{
    m_defaults.emplace_back(field, stored);
}

void RelatedList::setAddText(const QString& text)
{
    m_add->setText(text);
}

void RelatedList::setReadOnly(bool readOnly)
{
    m_isReadOnly = readOnly || m_context.store.isReadOnly();
}

void RelatedList::setOwner(qint64 id)
{
    closeForm();
    m_owner = id;
    m_add->setVisible(id != 0 && (!m_isReadOnly || m_context.store.isReadOnly()));
    // Another's rows must not stand here when these cannot be read.
    m_model->setSource([](const Store&, qint64) { return Result<std::vector<qint64>>(std::vector<qint64>{}); });
    m_model->setSource([child = m_child, link = m_linkField, id, order = m_order,
                        descending = m_descending](const Store& store, qint64 limit) {
        Where where(link.constData(), QVariant(id));
        if (!order.isEmpty())
            where.orderBy(order.constData(), descending);
        return id ? store.ids(child, where.first(limit)) : Result<std::vector<qint64>>(std::vector<qint64>{});
    });
}

void RelatedList::showRestricted(bool isShown)
{
    if (m_form)
        m_form->showRestricted(isShown);
}

qint64 RelatedList::count() const
{
    return m_model->rowCount();
}

// As tall as its rows, so that a record with little is short.
void RelatedList::fit()
{
    const int rows = m_model->rowCount();
    m_head->setText(rows > 0 ? tr("%1  %2").arg(m_title, QLocale().toString(rows)) : m_title);
    m_view->setVisible(rows > 0);
    const int height = m_view->verticalHeader()->defaultSectionSize();
    if (!m_fills)
        m_view->setFixedHeight(qMin(rows, MostRows) * height + (rows > MostRows ? height / 2 : 0));
    fitColumns();
    m_empty->setVisible(rows == 0 && !m_formBox->isVisible() && m_owner != 0);
}

// The first column as wide as its words need, so that the second begins at one line; where the second needs the room,
// the first has half.
void RelatedList::fitColumns()
{
    const auto needed = [this](int column) {
        int widest = 0;
        for (int row = 0; row < qMin(m_model->rowCount(), LookedAt); ++row)
            widest =
                qMax(widest, m_view->fontMetrics().horizontalAdvance(m_model->index(row, column).data().toString()));
        return widest;
    };
    const int room = m_view->viewport()->width();
    const int most = qBound(room / 2, room - needed(1) - BesideSecond, width() * 3 / 5);
    m_view->setColumnWidth(0, qBound(96, needed(0) + 30, qMax(96, most)));
}

void RelatedList::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void RelatedList::setFills(bool fills)
{
    m_fills = fills;
    m_view->setMinimumHeight(0);
    m_view->setMaximumHeight(QWIDGETSIZE_MAX);
    auto* all = qobject_cast<QVBoxLayout*>(layout());
    all->setStretchFactor(m_view, 100);
    all->addStretch(1); // takes the room while the list is hidden
}

void RelatedList::refreshHint()
{
    const QString hint = m_hintOf && m_owner ? m_hintOf(m_context.store, m_owner) : QString();
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

bool RelatedList::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const qint64 id = m_model->idAt(m_view->currentIndex().row());
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            open(id);
            return true;
        case Qt::Key_F2:
            edit(id);
            return true;
        case Qt::Key_Delete:
            remove(id);
            return true;
        case Qt::Key_Insert:
            add();
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void RelatedList::open(qint64 id)
{
    if (!id)
        return;
    const RecordType& type = recordType(m_child);
    if (m_child == Entity::DisclosedPerson) {
        const auto values = m_context.store.get(m_child, id);
        if (!values)
            m_context.dialogs.showError(this, values.error());
        else
            m_context.navigator.openRecord(Entity::Person, personInLedger(m_context.store, *values));
        return;
    }
    const bool isLink = std::any_of(type.fields.begin(), type.fields.end(), [](const Field& f) { return f.isOwner; });
    if (m_otherField >= 0) {
        const auto values = m_context.store.get(m_child, id);
        if (!values)
            m_context.dialogs.showError(this, values.error());
        else
            m_context.navigator.openRecord(type.fields[static_cast<size_t>(m_otherField)].reference,
                                           values->fields.at(m_otherField).toLongLong());
    } else if (!isLink) {
        m_context.navigator.openRecord(m_child, id);
    } else {
        edit(id);
    }
}

void RelatedList::openForm()
{
    if (!m_form) {
        m_form = new RecordForm(m_context, m_child, RecordForm::fieldsWithout(m_child, {QLatin1String(m_linkField)}),
                                m_formBox);
        m_formBox->layout()->addWidget(m_form);
        m_formBox->layout()->addWidget(new DraftBar(*m_form, m_formBox));
        connect(m_form, &RecordForm::saved, this, &RelatedList::closeForm);
        connect(m_form, &RecordForm::cancelled, this, &RelatedList::closeForm);
        connect(m_form, &RecordForm::gone, this, &RelatedList::closeForm);
        auto* done = new QPushButton(tr("Close"), m_formBox);
        makeQuiet(done);
        m_formBox->layout()->addWidget(done);
        connect(done, &QPushButton::clicked, this, &RelatedList::closeForm);
        connect(m_form, &RecordForm::dirtyChanged, done, [done](bool dirty) { done->setVisible(!dirty); });
    }
    m_form->setSubject(
        m_context.store.titleOf(recordType(m_child).fieldNamed(QLatin1String(m_linkField))->reference, m_owner));
    m_formBox->show();
    m_empty->hide();
}

void RelatedList::closeForm()
{
    if (!m_formBox->isVisibleTo(this))
        return;
    m_formBox->hide();
    if (m_form->recordId() || m_form->isNew())
        m_form->clear();
    fit();
    m_add->setFocus();
}

void RelatedList::add()
{
    if (!m_owner || m_isReadOnly || !leave())
        return;
    openForm();
    RecordValues initial(m_child);
    for (const auto& [field, value] : m_defaults)
        initial.set(field.constData(), value);
    initial.set(m_linkField.constData(), m_owner);
    // As the deed that makes one presets it: what is entered was mostly today.
    for (const Deed& deed : recordDeeds()) {
        if (deed.makes == m_child && deed.on != m_child && *deed.today)
            initial.set(deed.today, m_context.store.environment().clock->today().toString(Qt::ISODate));
    }
    m_form->startNew(initial);
    m_form->focusFirst();
}

void RelatedList::edit(qint64 id)
{
    if (!id || m_isReadOnly || !leave())
        return;
    openForm();
    if (const auto shown = m_form->setRecord(id); !shown) {
        closeForm();
        m_context.dialogs.showError(this, shown.error());
        return;
    }
    m_form->focusFirst();
}

void RelatedList::remove(qint64 id)
{
    if (!id || m_isReadOnly)
        return;
    const RecordType& type = recordType(m_child);
    const QString title = m_context.store.titleOf(m_child, id);
    const QString owner = m_context.store.titleOf(type.fieldNamed(QLatin1String(m_linkField))->reference, m_owner);
    const QString sentence = tr("Remove %1 “%2” of %3").arg(type.singularText(), title, owner);
    const auto done =
        m_context.store.change(sentence, [&](ChangeWriter& writer) { return writer.remove(m_child, id); });
    if (!done)
        m_context.dialogs.showError(this, done.error());
    else
        m_context.navigator.tell(tr("Removed %1 “%2”.").arg(type.singularText(), title));
}

bool RelatedList::hasRowFocus() const
{
    return m_view->hasFocus() && m_model->rowCount() > 0 && exportableOf(m_child);
}

ExportStart RelatedList::exportStart() const
{
    const Entity owner = recordType(m_child).fieldNamed(QLatin1String(m_linkField))->reference;
    const QString title = m_context.store.titleOf(owner, m_owner);
    ExportStart start{QLatin1String(recordType(m_child).table)};
    start.list = [ids = m_model->ids()](const Store&, qint64) -> Result<std::vector<qint64>> { return ids; };
    start.listWords = title;
    start.listQuery = queryText(filterNode(QString::fromLatin1(m_linkField).remove(QStringLiteral("_id")), {title}));
    return start;
}

bool RelatedList::leave()
{
    return !m_form || !m_formBox->isVisibleTo(this) || m_form->leave();
}

} // namespace dtp
