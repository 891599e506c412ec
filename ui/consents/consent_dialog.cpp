// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/consents/consent_dialog.h>

#include <deeds/deed.h>
#include <meaning/codes.h>
#include <records/kinds.h>
#include <ui/consents/consent_grid_model.h>
#include <ui/consents/wrapped_heads.h>
#include <ui/forms/kept_dialogs.h>
#include <ui/keys/typed.h>
#include <ui/widgets/field_editor.h>
#include <ui/widgets/theme.h>

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScreen>
#include <QTableView>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
constexpr size_t mostPeople = 1000;
constexpr int purposeWidth = 158; // "Ended on 15 Feb 2027"
constexpr int widthOfOne = 920;   // the row of fields below, each whole
constexpr int nameWidth = 150;
constexpr int besideTheScreen = 48;

bool isArrow(int key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

// Where Ctrl and a key go. The list itself would move its frame and leave other cells chosen, which the next answer
// then went into.
QModelIndex jump(const QTableView& table, int key)
{
    const QModelIndex at = table.currentIndex();
    const int lastRow = table.model()->rowCount() - 1;
    const int lastColumn = table.model()->columnCount() - 1;
    switch (key) {
    case Qt::Key_Home:
        return table.model()->index(0, 0);
    case Qt::Key_End:
        return table.model()->index(lastRow, lastColumn);
    case Qt::Key_Up:
    case Qt::Key_PageUp:
        return table.model()->index(0, at.column());
    case Qt::Key_Down:
    case Qt::Key_PageDown:
        return table.model()->index(lastRow, at.column());
    case Qt::Key_Left:
        return table.model()->index(at.row(), 0);
    case Qt::Key_Right:
        return table.model()->index(at.row(), lastColumn);
    default:
        return {};
    }
}

struct AnswerKey {
    int key;
    const char* words; // with the key
    QString code;
};

const std::vector<AnswerKey>& answerKeys()
{
    static const std::vector<AnswerKey> all{
        {Qt::Key_A, QT_TRANSLATE_NOOP("ConsentDialog", "Agreed (A)"), codeText(ConsentAnswer::Agreed)},
        {Qt::Key_R, QT_TRANSLATE_NOOP("ConsentDialog", "Refused (R)"), codeText(ConsentAnswer::Refused)},
        {Qt::Key_W, QT_TRANSLATE_NOOP("ConsentDialog", "Withdrawn (W)"), codeText(ConsentAnswer::Withdrawn)},
        {Qt::Key_Delete, QT_TRANSLATE_NOOP("ConsentDialog", "No new answer (Del)"), {}}};
    return all;
}
} // namespace

ConsentDialog::ConsentDialog(AppContext& context, const std::vector<qint64>& people, QWidget* parent)
    : QDialog(parent), m_context(context), m_people(people), m_model(new ConsentGridModel(context.store, this))
{
    QCborArray keys;
    for (const qint64 person : people)
        keys.append(person);
    reopenBy(*this, {{QStringLiteral("consents"), keys}});
    const QString title = tr("Consents of %1").arg(deedObject(context.store, Entity::Person, people));
    setWindowTitle(title);
    build(title);
    if (const auto shown = m_model->setPeople(people); !shown) {
        m_problem->setText(shown.error().sentence);
        m_problem->show();
        growToFit(*this);
    }
    m_table->setCurrentIndex(m_model->index(0, m_model->columnCount() > 0 && m_model->isOfOne() ? 1 : 0));
    m_table->horizontalHeader()->setStretchLastSection(m_model->isOfOne());
    m_table->setColumnWidth(0, m_model->isOfOne() ? purposeWidth + 8 * Space : purposeWidth);
    connect(m_model, &ConsentGridModel::answered, this, &ConsentDialog::showState);
    // All purposes beside each other where the screen is wide enough.
    const int wide = purposeWidth * m_model->columnCount() + nameWidth + 8 * Space;
    const QScreen* screen = QGuiApplication::primaryScreen();
    const int most = screen ? screen->availableGeometry().width() - besideTheScreen : wide;
    resize(m_model->isOfOne() ? qMin(widthOfOne, most) : qMax(720, qMin(wide, most)), m_model->isOfOne() ? 560 : 640);
    if (!m_model->isOfOne()) // since or until when stands in a second line
        m_table->verticalHeader()->setDefaultSectionSize(2 * m_table->fontMetrics().lineSpacing() + Space);
    wrapHeads(*m_table->horizontalHeader());
    showState();
    m_table->setFocus();
}

void ConsentDialog::build(const QString& title)
{
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(3 * Space, 3 * Space, 3 * Space, 2 * Space);
    all->setSpacing(Space);
    auto* heading = plainLabel(title, this, TextSize::Heading);
    heading->setWordWrap(true);
    all->addWidget(heading);
    auto* hint = mutedLabel(
        tr("Choose cells and say what was answered. The newest answer of each purpose counts, also when it is a no."),
        this);
    hint->setWordWrap(true);
    all->addWidget(hint);
    all->addLayout(buildAnswers()); // Tab comes to them in the order in which they are made
    buildTable();
    all->addWidget(m_table, 1);
    all->addWidget(buildForm());
    m_remark = inkLabel(Ink::Warning, {}, this);
    m_problem = inkLabel(Ink::Danger, {}, this);
    for (QLabel* label : {m_remark, m_problem}) {
        label->setWordWrap(true);
        label->hide();
        all->addWidget(label);
    }
    auto* buttons = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    m_enter = new QPushButton(this);
    m_enter->setObjectName(QStringLiteral("enter"));
    makePrimary(m_enter);
    m_enter->setDefault(true);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_enter);
    all->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_enter, &QPushButton::clicked, this, &ConsentDialog::accept);
}

void ConsentDialog::buildTable()
{
    m_table = new QTableView(this);
    makeList(*m_table);
    m_table->setSelectionBehavior(QTableView::SelectItems); // an answer is of one person about one purpose
    m_table->setProperty("hasCells", true);                 // so the cell shows that it has the keys
    m_table->setAccessibleName(tr("What is agreed to"));
    m_table->setModel(m_model);
    m_table->horizontalHeader()->setDefaultSectionSize(purposeWidth);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->setDefaultSectionSize(4 * Space);
    m_table->verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->setHighlightSections(false);
    m_table->installEventFilter(this);
    connect(m_table, &QTableView::pressed, this, [this] { m_takesAnswers = true; });
}

QHBoxLayout* ConsentDialog::buildAnswers()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(Space);
    for (const AnswerKey& one : answerKeys()) {
        auto* button = new QPushButton(tr(one.words), this);
        button->setObjectName(QStringLiteral("answer-") + one.code);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, code = one.code] {
            answer(code);
            m_table->setFocus();
        });
        row->addWidget(button);
    }
    row->addStretch(1);
    return row;
}

QWidget* ConsentDialog::buildForm()
{
    auto* form = new QWidget(this);
    auto* row = new QHBoxLayout(form);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * Space);
    for (const char* name : {"answered_on", "expires_on", "method", "asked_by"}) {
        const Field& field = *recordType<Consent>().fieldNamed(QLatin1String(name));
        auto* column = new QVBoxLayout;
        column->setSpacing(Space / 2);
        auto* label = mutedLabel(field.labelText(), form);
        FieldEditor* editor = makeFieldEditor(field, m_context, form);
        editor->setObjectName(QLatin1String(name));
        label->setBuddy(editor);
        column->addWidget(label);
        column->addWidget(editor);
        const bool isDay = traitsOf(field).time == TimeTold::Day;
        if (isDay) // as the program writes it, beside the button of the calendar
            editor->setMinimumWidth(editor->fontMetrics().horizontalAdvance(QStringLiteral("30 September 2026")) +
                                    9 * Space);
        row->addLayout(column, isDay ? 0 : 1);
        m_editors[name] = editor;
        connect(editor, &FieldEditor::edited, this, &ConsentDialog::showState);
    }
    m_editors["answered_on"]->setValue(m_context.store.environment().clock->today().toString(Qt::ISODate));
    return form;
}

FieldEditor* ConsentDialog::editor(const char* field) const
{
    const auto found = m_editors.find(field);
    return found == m_editors.end() ? nullptr : found->second;
}

bool ConsentDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        // At an edge an arrow goes nowhere, and would leave many cells chosen for the next answer.
        m_takesAnswers = m_takesAnswers || isArrow(key->key());
        if (isArrow(key->key()) && key->modifiers() == Qt::NoModifier)
            m_table->selectionModel()->select(m_table->currentIndex(), QItemSelectionModel::ClearAndSelect);
        if (const QModelIndex to = jump(*m_table, key->key());
            to.isValid() && (key->modifiers() & ~Qt::KeypadModifier) == Qt::ControlModifier) {
            m_table->selectionModel()->setCurrentIndex(to, QItemSelectionModel::ClearAndSelect);
            m_table->scrollTo(to);
            return true;
        }
        const int pressed = key->key() == Qt::Key_Backspace ? Qt::Key_Delete : key->key();
        for (const AnswerKey& one : answerKeys()) {
            if (one.key == pressed && key->modifiers() == Qt::NoModifier) {
                if (m_takesAnswers)
                    answer(one.code);
                return true;
            }
        }
    }
    return QDialog::eventFilter(watched, event);
}

void ConsentDialog::keyPressEvent(QKeyEvent* event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape && !typed().isEmpty() && !mayLoseTyped(m_context, this))
        return;
    if (isReturn && event->modifiers().testFlag(Qt::ControlModifier))
        m_enter->click();
    else
        QDialog::keyPressEvent(event);
}

void ConsentDialog::answer(const QString& code)
{
    int refused = 0;
    const QModelIndexList chosen = m_table->selectionModel()->selectedIndexes();
    for (const QModelIndex& index : chosen)
        refused += m_model->answer(index, code) ? 0 : 1;
    showState();
    if (refused == 0)
        return;
    m_problem->setText(
        refused == chosen.size()
            ? tr("Nothing was agreed to there that could be withdrawn. If they say no, enter “Refused”.")
            : tr("Left out %1: nothing was agreed to there that could be withdrawn.")
                  .arg(QLocale().toString(refused)));
    m_problem->show();
    growToFit(*this);
}

ConsentAnswers ConsentDialog::answers() const
{
    const auto dayIn = [this](const char* field) {
        return QDate::fromString(editor(field)->value().toString(), Qt::ISODate);
    };
    ConsentAnswers all;
    all.answers = m_model->answers();
    all.on = dayIn("answered_on");
    all.until = dayIn("expires_on");
    all.method = editor("method")->value().toString();
    all.askedBy = editor("asked_by")->value().toString();
    return all;
}

QVariantList ConsentDialog::typed() const
{
    QVariantList all;
    for (const ConsentAnswers::Answer& one : m_model->answers())
        all.append(QVariantMap{{QStringLiteral("table"), QLatin1String(recordType<Person>().table)},
                               {QStringLiteral("id"), one.person.value},
                               {QStringLiteral("purpose"), one.purpose},
                               {QStringLiteral("answer"), one.answer}});
    return all;
}

void ConsentDialog::putBack(const QVariantList& typed)
{
    for (const QVariant& each : typed) {
        const QVariantMap one = each.toMap();
        m_model->answer(Id<Person>{one.value(QStringLiteral("id")).toLongLong()},
                        one.value(QStringLiteral("purpose")).toString(),
                        one.value(QStringLiteral("answer")).toString());
    }
    // Whoever was typing when the file was locked types on, and in the grid letters are answers.
    m_takesAnswers = false;
}

void ConsentDialog::showState()
{
    const ConsentAnswers all = answers();
    const auto count = static_cast<int>(all.answers.size());
    m_enter->setText(count == 1 ? tr("Enter one answer") : tr("Enter %1 answers").arg(QLocale().toString(count)));
    m_enter->setEnabled(count > 0 && !m_context.store.isReadOnly());
    m_enter->setToolTip(m_context.store.isReadOnly() ? m_context.store.readOnlyReason()
                        : count == 0                 ? tr("Say first what was answered.")
                                                     : tr("Ctrl+Return"));
    QStringList remarks;
    if (count > 0 && all.on.isValid()) {
        const auto overruled = answersThatDoNotCount(m_context.store, all);
        remarks = overruled ? *overruled : QStringList{overruled.error().sentence};
    }
    m_remark->setText(remarks.join(QLatin1Char(' ')));
    m_remark->setVisible(!remarks.isEmpty());
    m_problem->hide();
}

void ConsentDialog::accept()
{
    QString problem;
    for (const auto& [name, editor] : m_editors) {
        if (problem.isEmpty())
            problem = editor->problem();
    }
    if (problem.isEmpty()) {
        const auto done = enterConsents(m_context.store, answers());
        if (done) {
            m_context.navigator.tell(*done);
            QDialog::accept();
            return;
        }
        problem = done.error().sentence;
    }
    m_problem->setText(problem);
    m_problem->show();
    growToFit(*this);
}

void tellWhatCounts(AppContext& context, const RecordValues& saved)
{
    if (saved.entity != Entity::Consent)
        return;
    const auto remarks = remarksOn(context.store, fromValues<Consent>(saved));
    if (!remarks)
        Q_EMIT context.store.notifier().readingFailed(remarks.error());
    else if (!remarks->isEmpty())
        context.navigator.tell(remarks->join(QLatin1Char(' ')));
}

void askConsents(AppContext& context, QWidget* parent, const std::vector<qint64>& people)
{
    if (people.size() > mostPeople)
        return context.navigator.tellOnly(
            ConsentDialog::tr("Choose up to %1 people: a longer grid is not to be looked through.")
                .arg(QLocale().toString(static_cast<int>(mostPeople))));
    ConsentDialog dialog(context, people, parent);
    dialog.exec();
}

} // namespace dtp
