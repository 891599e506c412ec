// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/records/deed_dialog.h>

#include <records/kinds.h>
#include <ui/consents/consent_dialog.h>
#include <ui/export/tab_order.h>
#include <ui/forms/kept_dialogs.h>
#include <ui/keys/typed.h>
#include <ui/merging/merge_dialog.h>
#include <ui/widgets/field_editor.h>
#include <ui/widgets/task_dialog.h>
#include <ui/widgets/theme.h>

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>
#include <map>

namespace dtp
{

namespace
{
// Deeds that are asked about in more than a column of fields.
constexpr std::pair<const char*, void (*)(AppContext&, QWidget*, const std::vector<qint64>&)> ownDialogs[] = {
    {"record-consent", &askConsents}, {"merge", &askMerge}};
constexpr int ManyRecords = 500; // from here on one sees how far it is, and can stop it

// Done to many on another thread, so that the window stays alive.
Result<QString> runWatched(AppContext& context, QWidget* parent, const Deed& deed, const DeedCall& call)
{
    if (call.count() < ManyRecords)
        return runDeed(context.store, deed, call);
    auto done = runTask<QString>(parent, deed.titleFor(call.entity, call.count()),
                                 [&](const Progress& progress) -> Result<QString> {
                                     DTP_TRY(store, context.store.another());
                                     DeedCall watched = call;
                                     watched.progress = progress;
                                     return runDeed(*store, deed, watched);
                                 });
    if (done)
        context.store.noteChangesElsewhere();
    return done;
}
} // namespace

DeedDialog::DeedDialog(AppContext& context, const Deed& deed, DeedCall call, QWidget* parent)
    : QDialog(parent), m_context(context), m_deed(deed), m_call(std::move(call))
{
    setWindowTitle(deed.titleFor(m_call.entity, m_call.count()));
    QCborArray ids;
    for (const qint64 id : m_call.ids)
        ids.append(id);
    reopenBy(*this, {{QStringLiteral("deed"), QLatin1String(deed.key)},
                     {QStringLiteral("table"), QLatin1String(recordType(m_call.entity).table)},
                     {QStringLiteral("ids"), ids},
                     {QStringLiteral("field"), m_call.field}});
    build();
    ask();
}

void DeedDialog::build()
{
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(3 * Space, 3 * Space, 3 * Space, 2 * Space);
    all->setSpacing(2 * Space);
    auto* heading = plainLabel(windowTitle(), this, TextSize::Heading);
    heading->setWordWrap(true);
    all->addWidget(heading);
    if (m_call.count() == 1) {
        auto* object = mutedLabel(deedObject(m_context.store, m_call.entity, m_call.ids), this);
        object->setWordWrap(true);
        all->addWidget(object);
    }
    if (const QString hint = m_deed.hintText(); !hint.isEmpty()) {
        auto* label = mutedLabel(hint, this);
        label->setWordWrap(true);
        all->addWidget(label);
    }
    if (m_deed.setsField && !*m_deed.field) {
        m_fields = new QComboBox(this);
        m_fields->setAccessibleName(tr("Field"));
        for (const Field* field : settableFields(m_call.entity))
            m_fields->addItem(field->labelText(), QLatin1String(field->name));
        if (const int meant = m_fields->findData(m_call.field); meant >= 0)
            m_fields->setCurrentIndex(meant);
        connect(m_fields, &QComboBox::currentIndexChanged, this, &DeedDialog::ask);
        all->addWidget(m_fields);
        m_clears = new QCheckBox(tr("Leave it empty: clear what stands there"), this);
        m_clears->setObjectName(QStringLiteral("clears"));
        connect(m_clears, &QCheckBox::toggled, this, &DeedDialog::sayWhatIsSet);
    }
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(Space);
    all->addLayout(m_rows);
    if (m_clears)
        all->addWidget(m_clears);
    m_problem = inkLabel(Ink::Danger, {}, this, TextSize::Small);
    m_problem->setWordWrap(true);
    m_problem->hide();
    all->addWidget(m_problem);
    all->addStretch(1);
    auto* buttons = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    m_do = new QPushButton(windowTitle(), this);
    m_do->setObjectName(QStringLiteral("do"));
    makePrimary(m_do);
    m_do->setDefault(true);
    m_do->setToolTip(tr("Ctrl+Return"));
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_do);
    all->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_do, &QPushButton::clicked, this, &DeedDialog::accept);
    setMinimumWidth(440);
}

// The editors for what is asked now.
void DeedDialog::ask()
{
    const bool isMeant = !m_form && !m_call.field.isEmpty(); // the field is known: its value is asked
    delete m_form;
    m_asked.clear();
    if (m_fields)
        m_call.field = m_fields->currentData().toString();
    m_form = new QWidget(this);
    auto* column = new QVBoxLayout(m_form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space / 2);
    for (const DeedQuestion& question : m_deed.questions(m_call)) {
        const Field& field = question.field();
        auto* label = mutedLabel(
            question.isRequired ? tr("%1 (required)").arg(question.labelText()) : question.labelText(), m_form);
        label->setObjectName(QStringLiteral("label-") + QLatin1String(field.name));
        FieldEditor* editor = makeFieldEditor(field, m_context, m_form);
        editor->setObjectName(QLatin1String(field.name));
        editor->tellName(label->text());
        editor->setValue(m_call.answers.value(field.name));
        column->addWidget(label);
        column->addWidget(editor);
        connect(editor, &FieldEditor::edited, this, [this] {
            m_problem->hide(); // it may be right now
            m_isTyped = true;
        });
        connect(editor, &FieldEditor::refused, this, [this, editor] { tellProblem(editor->problem()); });
        m_asked.push_back({question, editor});
    }
    m_rows->addWidget(m_form);
    if (m_fields) {
        std::vector<QWidget*> parts{m_fields};
        for (const Row& row : m_asked)
            parts.push_back(row.editor);
        parts.push_back(m_clears);
        setTabThrough(parts);
        m_clears->setChecked(false);
        sayWhatIsSet();
    }
    if (!m_asked.empty() && (!m_fields || isMeant))
        m_asked.front().editor->setFocus();
}

// A tick is never empty, and what must be there is not cleared.
void DeedDialog::sayWhatIsSet()
{
    const Row& row = m_asked.front();
    const bool isCleared = m_clears->isChecked();
    if (isCleared)
        row.editor->setValue({});
    row.editor->setEnabled(!isCleared);
    m_clears->setVisible(!row.question.field().isRequired && !editorKind(row.question.field().kind).saysItsLabel);
    const QString what = row.question.labelText();
    const QString who = deedObject(m_context.store, m_call.entity, m_call.ids);
    m_do->setText(m_call.count() == 1 ? (isCleared ? tr("Clear “%1”") : tr("Set “%1”")).arg(what)
                                      : (isCleared ? tr("Clear “%1” of %2") : tr("Set “%1” of %2")).arg(what, who));
    m_problem->hide();
}

FieldEditor* DeedDialog::editor(const char* field) const
{
    for (const Row& row : m_asked) {
        if (qstrcmp(row.question.name, field) == 0)
            return row.editor;
    }
    return nullptr;
}

ExportStart DeedDialog::startsAfter(std::vector<qint64> ids) const
{
    ExportStart start{exportsAfter(), std::move(ids)};
    start.isSaid = true;
    start.answers = m_deed.tellsAfter(m_call);
    return start;
}

// Return alone is a new line where more than a line is asked.
void DeedDialog::keyPressEvent(QKeyEvent* event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape && m_isTyped && !mayLoseTyped(m_context, this))
        return;
    if (isReturn && event->modifiers().testFlag(Qt::ControlModifier))
        m_do->click();
    else
        QDialog::keyPressEvent(event);
}

void DeedDialog::accept()
{
    QString problem;
    for (const Row& row : m_asked) {
        row.editor->settle();
        if (problem.isEmpty())
            problem = row.editor->problem();
        m_call.answers.set(row.question.name, row.editor->value());
    }
    m_call.empties = m_clears && m_clears->isChecked();
    if (m_clears && problem.isEmpty() && !m_call.empties && m_clears->isVisibleTo(this) &&
        traitsOf(m_asked.front().question.field()).isEmpty(m_asked.front().editor->value()))
        problem = tr("Say what “%1” is to become, or tick “%2”.")
                      .arg(m_asked.front().question.labelText(), m_clears->text());
    if (problem.isEmpty()) {
        const auto done = runWatched(m_context, this, m_deed, m_call);
        if (done) {
            m_context.navigator.tell(*done);
            QDialog::accept();
            return;
        }
        problem = done.error().sentence;
    }
    tellProblem(problem);
}

void DeedDialog::tellProblem(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->show();
    growToFit(*this);
}

void addDeedActions(QMenu& menu, const std::vector<QAction*>& deeds)
{
    std::map<QString, QMenu*> groups{{QString(), &menu}};
    for (QAction* deed : deeds) {
        const QString group = deed->property(deedGroup).toString();
        QMenu*& own = groups[group];
        if (!own) {
            own = menu.addMenu(group);
            own->setToolTipsVisible(true);
            // A menu that is cleared keeps the menus within it.
            QObject::connect(&menu, &QMenu::aboutToHide, own, &QObject::deleteLater);
        }
        own->addAction(deed);
    }
}

void performDeed(AppContext& context, QWidget* parent, const Deed& deed, Entity entity, const std::vector<qint64>& ids,
                 const QString& field)
{
    DeedCall call = deed.begin(context.store, entity, ids);
    if (!field.isEmpty())
        call.field = field;
    if (const QString reason = reasonAgainst(deed, context.store, call); !reason.isEmpty())
        return context.navigator.tellOnly(reason);
    if (deed.isExport()) {
        ExportStart start{QLatin1String(deed.writes), ids};
        start.isSaid = true;
        ExportDialog(context, std::move(start), parent).exec();
        return;
    }
    for (const auto& [key, ask] : ownDialogs) {
        if (qstrcmp(deed.key, key) == 0)
            return ask(context, parent, ids);
    }
    if (deed.asksSomething()) {
        DeedDialog dialog(context, deed, call, parent);
        if (dialog.exec() == QDialog::Accepted && !dialog.exportsAfter().isEmpty())
            ExportDialog(context, dialog.startsAfter(ids), parent).exec();
        return;
    }
    const auto done = runWatched(context, parent, deed, call);
    if (!done)
        return context.dialogs.showError(parent, done.error());
    context.navigator.tell(*done);
}

} // namespace dtp
