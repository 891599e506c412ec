// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/export/export_dialog.h>

#include <ui/export/audience_picker.h>
#include <ui/export/export_choices.h>
#include <ui/export/export_columns.h>
#include <ui/export/export_start.h>
#include <ui/export/recipient_edit.h>
#include <ui/export/tab_order.h>
#include <ui/forms/kept_dialogs.h>
#include <ui/widgets/field_editor.h>
#include <ui/widgets/form_rows.h>
#include <ui/widgets/theme.h>
#include <ui/widgets/work_bar.h>

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace dtp
{

ExportDialog::ExportDialog(AppContext& context, ExportStart start, QWidget* parent)
    : QDialog(parent), m_context(context), m_start(std::move(start)), m_what(new QComboBox(this)),
      m_form(new QFormLayout), m_rows(new QComboBox(this)), m_audience(new AudiencePicker(this)),
      m_recipient(new RecipientEdit(this)), m_format(new QComboBox(this)), m_preview(plainLabel({}, this)),
      m_review(new QPushButton(tr("&Review names…"), this)),
      m_withhold(new QCheckBox(tr("Withhold names that nobody decided upon"), this)),
      m_columns(new ExportColumns(this)), m_work(new WorkBar(context.store, this)), m_export(new QPushButton(this)),
      m_print(new QPushButton(icon("document-print"), tr("&Print…"), this))
{
    setWindowTitle(tr("Export or print"));
    reopenBy(*this, {{QStringLiteral("export"), wayOf(m_start)}});
    build();
    m_audience->choose(m_start.audience);
    takeWhat();
    connect(m_what, &QComboBox::currentIndexChanged, this, &ExportDialog::takeWhat);
    connect(m_rows, &QComboBox::currentIndexChanged, this, &ExportDialog::look);
    connect(m_columns, &ExportColumns::changed, this, &ExportDialog::look);
    connect(m_audience, &AudiencePicker::audienceChanged, this, [this] {
        askRecipient();
        look();
    });
    connect(m_review, &QPushButton::clicked, this, &ExportDialog::reviewNames);
    connect(m_withhold, &QCheckBox::toggled, this, &ExportDialog::look);
    connect(m_format, &QComboBox::currentIndexChanged, this, [this] {
        showColumns();
        look();
    });
    focusFirst();
}

// Where something is left to be said; else at the button, as soon as it can be pressed.
void ExportDialog::focusFirst()
{
    if (!m_start.isSaid)
        return;
    if (!m_editors.empty())
        m_editors.front().second->setFocus();
    m_beginsAtButton = m_editors.empty();
}

ExportDialog::~ExportDialog()
{
    delete m_work; // waits for what runs, while all that it tells is still there
}

void ExportDialog::build()
{
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(3 * Space, 3 * Space, 3 * Space, 2 * Space);
    all->setSpacing(2 * Space);
    all->addWidget(plainLabel(windowTitle(), this, TextSize::Heading));
    fillExports(*m_what, m_start.key);
    m_what->setMaxVisibleItems(18);
    m_what->setObjectName(QStringLiteral("what"));
    m_rows->setObjectName(QStringLiteral("rows"));
    m_rows->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_format->setObjectName(QStringLiteral("format"));
    m_form->setHorizontalSpacing(2 * Space);
    m_form->setVerticalSpacing(Space);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->addRow(tr("&What"), m_what);
    m_form->addRow(tr("W&hich"), m_rows);
    m_form->addRow(tr("&For whom"), m_audience);
    m_form->addRow(QString(), m_audience->makeMeaning(this));
    m_form->addRow(tr("&As"), m_format);
    m_form->addRow(tr("&Given to"), m_recipient);
    for (QComboBox* box : {m_what, m_rows, m_format, static_cast<QComboBox*>(m_audience)})
        box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* left = new QVBoxLayout;
    left->setSpacing(2 * Space);
    left->addLayout(m_form);
    m_preview->setWordWrap(true);
    m_preview->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    QScrollArea* said = scrolled(m_preview); // many names may be undecided
    said->setMinimumHeight(5 * fontMetrics().lineSpacing());
    left->addWidget(said, 1);
    auto* names = new QHBoxLayout;
    m_review->setObjectName(QStringLiteral("review-names"));
    m_review->setAutoDefault(false);
    m_withhold->setObjectName(QStringLiteral("withhold-undecided"));
    names->addWidget(m_review);
    names->addWidget(m_withhold, 1);
    left->addLayout(names);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(3 * Space);
    middle->addLayout(left, 3);
    middle->addWidget(m_columns, 2);
    all->addLayout(middle, 1);
    all->addWidget(buildFoot());
    setMinimumWidth(520);
    resize(800, 540);
}

QWidget* ExportDialog::buildFoot()
{
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    auto* cancel = new QPushButton(tr("Cancel"), foot);
    cancel->setAutoDefault(false);
    makePrimary(m_export);
    m_export->setObjectName(QStringLiteral("export"));
    m_export->setDefault(true);
    row->addWidget(m_work, 1);
    m_print->setObjectName(QStringLiteral("print"));
    m_print->setAutoDefault(false);
    row->addWidget(cancel);
    row->addWidget(m_print);
    row->addWidget(m_export);
    connect(cancel, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::accept);
    connect(m_print, &QPushButton::clicked, this, &ExportDialog::print);
    return foot;
}

void ExportDialog::choose(const QString& key, Audience audience, const QString& ending)
{
    m_what->setCurrentIndex(m_what->findData(key));
    m_audience->choose(audience);
    m_format->setCurrentIndex(std::max(0, m_format->findData(ending)));
}

bool ExportDialog::isBusy() const
{
    return m_work->isBusy();
}

QString ExportDialog::previewText() const
{
    return m_preview->text();
}

FieldEditor* ExportDialog::editor(const QString& parameter) const
{
    for (const auto& [asked, editor] : m_editors) {
        if (asked.key == parameter)
            return editor;
    }
    return nullptr;
}

QString ExportDialog::ending() const
{
    return m_format->currentData().toString();
}

ExportDialog::Rows ExportDialog::rows() const
{
    return static_cast<Rows>(m_rows->currentData().toInt());
}

IdSource ExportDialog::source() const
{
    if (rows() == Rows::List)
        return m_start.list;
    if (rows() == Rows::Chosen)
        return [chosen = m_start.chosen](const Store&, qint64) -> Result<std::vector<qint64>> { return chosen; };
    return nullptr;
}

void ExportDialog::takeWhat()
{
    m_exportable = exportableOf(m_what->currentData().toString());
    m_audience->setGoesTo(what().goesTo());
    setRowShown(*m_form, m_audience, what().goesTo().isEmpty());
    askRecipient();
    fillRows();
    fillAnswers();
    fillFormats();
    const Exportable* start = exportableOf(m_start.key);
    const bool isSame = start && start->entity() == what().entity();
    m_columns->setColumns(what().columns(m_context.store), isSame ? m_start.columns : QStringList());
    showColumns();
    look();
}

void ExportDialog::askRecipient()
{
    const Audience audience = m_audience->audience();
    setRowShown(*m_form, m_recipient, what().goesTo().isEmpty() && traitsOf(audience).isGated());
    m_recipient->offerFor(m_context.store, audience);
}

// The list and what is chosen in it are of one type.
void ExportDialog::fillRows()
{
    const QSignalBlocker blocker(m_rows);
    m_rows->clear();
    const bool isOfRecords = what().entity() != Entity::None;
    setRowShown(*m_form, m_rows, isOfRecords);
    const Exportable* start = exportableOf(m_start.key);
    if (isOfRecords && start && start->entity() == what().entity()) {
        if (!m_start.chosen.empty())
            m_rows->addItem(m_start.chosen.size() == 1 ? tr("The one that is chosen")
                                                       : tr("The %L1 that are chosen").arg(m_start.chosen.size()),
                            static_cast<int>(Rows::Chosen));
        if (m_start.list)
            m_rows->addItem(m_start.listWords.isEmpty() ? tr("The list as it is filtered")
                                                        : tr("The list with “%1”").arg(m_start.listWords),
                            static_cast<int>(Rows::List));
    }
    const QString plural = isOfRecords ? recordType(what().entity()).pluralText() : QString();
    m_rows->addItem(tr("All %1").arg(plural), static_cast<int>(Rows::All));
    m_rows->setEnabled(m_rows->count() > 1);
}

void ExportDialog::fillAnswers()
{
    for (const auto& [parameter, editor] : m_editors)
        m_form->removeRow(editor);
    m_editors.clear();
    std::vector<QWidget*> parts{m_what, m_rows};
    int row = 2; // below what and which
    for (const ExportParameter& parameter : what().parameters()) {
        FieldEditor* editor = makeFieldEditor(*parameter.field, m_context, this);
        editor->setObjectName(parameter.key);
        editor->tellName(parameter.label);
        editor->setValue(m_start.answers.value(parameter.key));
        m_form->insertRow(row++, parameter.label, editor);
        parts.push_back(editor);
        connect(editor, &FieldEditor::edited, this, &ExportDialog::look);
        m_editors.emplace_back(parameter, editor);
    }
    parts.insert(parts.end(),
                 {m_audience, m_format, m_recipient, m_review, m_withhold, m_columns, m_export->parentWidget()});
    setTabThrough(parts);
}

void ExportDialog::fillFormats()
{
    const QSignalBlocker blocker(m_format);
    const QString before = ending();
    m_format->clear();
    for (const ExportFormat& format : what().formats())
        m_format->addItem(format.words, format.ending);
    m_format->setCurrentIndex(std::max(0, m_format->findData(before)));
    m_format->setEnabled(m_format->count() > 1);
}

// Address cards have columns of their own.
void ExportDialog::showColumns()
{
    m_columns->setVisible(m_columns->hasColumns() && ending() != QLatin1String("vcf"));
}

QString ExportDialog::answerProblem() const
{
    for (const auto& [parameter, editor] : m_editors) {
        if (!editor->problem().isEmpty())
            return editor->problem();
    }
    if (!m_columns->isHidden() && m_columns->isNoneChosen())
        return tr("No column is chosen: there is nothing to write.");
    return {};
}

ExportCall ExportDialog::call() const
{
    ExportCall call;
    call.undecided = m_withhold->isChecked() ? UndecidedNames::Withhold : UndecidedNames::Refuse;
    call.recipient = m_recipient->recipient();
    if (!m_columns->isHidden())
        call.columns = m_columns->keys();
    for (const auto& [parameter, editor] : m_editors)
        call.answers.insert(parameter.key, editor->value());
    if (rows() != Rows::All)
        (rows() == Rows::List ? call.query : call.chosenFrom) = m_start.listQuery;
    return call;
}

} // namespace dtp
