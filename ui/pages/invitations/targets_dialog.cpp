// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/invitations/targets_dialog.h>

#include <ui/forms/kept_dialogs.h>
#include <ui/keys/typed.h>
#include <ui/pages/invitations/dimension_choices.h>
#include <ui/widgets/choice_edit.h>
#include <ui/widgets/theme.h>
#include <workshops/workshop_actions.h>

#include <QCheckBox>
#include <QComboBox>
#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
constexpr int mostPeople = 9999;

std::optional<int> numberIn(const QLineEdit* edit)
{
    bool isNumber = false;
    const int number = edit->text().trimmed().toInt(&isNumber);
    return isNumber ? std::optional<int>(number) : std::nullopt;
}
} // namespace

TargetRow::TargetRow(const Store& store, const WorkshopTarget& target, int places, QWidget* parent)
    : QWidget(parent), m_store(store), m_target(target), m_places(places), m_dimension(new QComboBox(this)),
      m_value(new ChoiceEdit(this)), m_minimum(numberEdit(target.minimum, tr("At least"), "minimum")),
      m_maximum(numberEdit(target.maximum, tr("At most"), "maximum")), m_percent(new QCheckBox(tr("%"), this)),
      m_meaning(mutedLabel({}, this, TextSize::Small))
{
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, Space);
    all->setSpacing(2);
    auto* row = new QHBoxLayout;
    row->setSpacing(Space);
    for (const Dimension& dimension : dimensions())
        m_dimension->addItem(dimensionLabel(dimension.code), dimension.code);
    m_dimension->setCurrentIndex(std::max(0, m_dimension->findData(target.dimension)));
    m_dimension->setAccessibleName(tr("Balance of"));
    m_dimension->setMinimumWidth(130);
    m_value->setAccessibleName(tr("Which"));
    m_value->setPlaceholderText(tr("number of different ones"));
    m_value->setMinimumWidth(220);
    fillValues();
    if (!target.value.isEmpty())
        m_value->setChoice(target.value, valueLabel(store, target.dimension, target.value));
    m_percent->setChecked(target.isPercent);
    m_percent->setToolTip(tr("In per cent of the places"));
    m_percent->setAccessibleName(tr("In per cent of the places"));
    auto* remove = new QToolButton(this);
    remove->setAutoRaise(true);
    remove->setIcon(icon("edit-delete-remove"));
    if (remove->icon().isNull())
        remove->setText(QStringLiteral("×"));
    remove->setToolTip(tr("Remove this target"));
    remove->setAccessibleName(tr("Remove this target"));
    row->addWidget(m_dimension);
    row->addWidget(m_value, 1);
    row->addWidget(m_minimum);
    row->addWidget(mutedLabel(tr("to"), this));
    row->addWidget(m_maximum);
    row->addWidget(m_percent);
    row->addWidget(remove);
    all->addLayout(row);
    all->addWidget(m_meaning);
    connect(m_dimension, &QComboBox::currentIndexChanged, this, [this] {
        m_value->setChoice({}, {});
        fillValues();
        explain();
    });
    connect(m_value, &QLineEdit::textChanged, this, &TargetRow::explain);
    connect(m_value, &ChoiceEdit::chosen, this, &TargetRow::explain);
    connect(m_minimum, &QLineEdit::textChanged, this, &TargetRow::explain);
    connect(m_maximum, &QLineEdit::textChanged, this, &TargetRow::explain);
    connect(m_percent, &QCheckBox::toggled, this, &TargetRow::explain);
    connect(remove, &QToolButton::clicked, this, &TargetRow::removeAsked);
    explain();
}

QLineEdit* TargetRow::numberEdit(std::optional<int> number, const QString& name, const char* objectName)
{
    auto* edit = new QLineEdit(number ? QString::number(*number) : QString(), this);
    edit->setObjectName(QLatin1String(objectName));
    edit->setValidator(new QIntValidator(0, mostPeople, edit));
    edit->setPlaceholderText(name.toLower());
    edit->setAccessibleName(name);
    edit->setFixedWidth(72);
    edit->setAlignment(Qt::AlignRight);
    return edit;
}

void TargetRow::fillValues()
{
    m_value->setChoices(dimensionChoices(m_store, m_dimension->currentData().toString()));
}

WorkshopTarget TargetRow::target() const
{
    WorkshopTarget target = m_target;
    target.dimension = m_dimension->currentData().toString();
    target.value = m_value->text().trimmed().isEmpty() ? QString() : m_value->code();
    target.minimum = numberIn(m_minimum);
    target.maximum = numberIn(m_maximum);
    target.isPercent = m_percent->isChecked() && !target.value.isEmpty();
    return target;
}

QString TargetRow::problem() const
{
    const WorkshopTarget t = target();
    if (!m_value->problem().isEmpty())
        return m_value->problem();
    if (!t.minimum && !t.maximum)
        return tr("Say at least or at most how many.");
    if (t.minimum && t.maximum && *t.minimum > *t.maximum)
        return tr("At least %1 and at most %2 cannot both be.").arg(*t.minimum).arg(*t.maximum);
    if (t.isPercent && std::max(t.minimum.value_or(0), t.maximum.value_or(0)) > 100)
        return tr("More than 100 per cent cannot be.");
    return {};
}

void TargetRow::explain()
{
    m_percent->setEnabled(!m_value->text().trimmed().isEmpty());
    const QString wrong = problem();
    if (!wrong.isEmpty()) {
        m_meaning->setText(wrong);
    } else {
        const WorkshopTarget t = target();
        const QString label =
            t.value.isEmpty() ? differentLabel(t.dimension) : valueLabel(m_store, t.dimension, t.value);
        const QString bounds = boundsText(boundsOf(t, m_places));
        m_meaning->setText(m_places > 0 && !t.value.isEmpty()
                               ? tr("%1: %2 of %3 people").arg(label, bounds, QString::number(m_places))
                               : tr("%1: %2").arg(label, bounds));
    }
    Q_EMIT changed();
}

void TargetRow::focusFirst()
{
    m_value->setFocus();
}

TargetsDialog::TargetsDialog(AppContext& context, Id<Workshop> workshop, QWidget* parent)
    : QDialog(parent), m_context(context), m_workshop(workshop), m_list(nullptr), m_none(nullptr), m_problem(nullptr),
      m_save(nullptr)
{
    setWindowTitle(tr("Targets of the workshop"));
    reopenBy(*this, {{QStringLiteral("targets"), true}, {QStringLiteral("workshop"), workshop.value}});
    m_places = std::max(0, valueOrTold(context.store, context.store.get(workshop)).capacity.value_or(0));
    build();
    if (const auto targets = context.store.find<WorkshopTarget>(Where("workshop_id", workshop))) {
        for (const WorkshopTarget& target : *targets)
            addRow(target);
    } else {
        m_problem->setText(targets.error().sentence);
    }
    updateWords();
}

void TargetsDialog::build()
{
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(3 * Space, 3 * Space, 3 * Space, 2 * Space);
    all->setSpacing(Space);
    all->addWidget(plainLabel(tr("What a balanced list is"), this, TextSize::Heading));
    all->addWidget(mutedLabel(
        m_places > 0 ? tr("For %n places. The balance and the proposal go by these.", nullptr, m_places)
                     : tr("The workshop has no number of places yet: per cents go by the people on the list."),
        this));
    auto* content = new QWidget;
    content->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, Space, Space, 0);
    m_none = mutedLabel(tr("No targets yet. Begin with one of these:"), content);
    column->addWidget(m_none);
    m_list = new QVBoxLayout;
    column->addLayout(m_list);
    column->addStretch(1);
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus); // what stands in it takes the keys
    area->setWidget(content);
    all->addWidget(area, 1);
    auto* quick = new QHBoxLayout;
    auto* add = new QPushButton(icon("list-add"), tr("Add a target"), this);
    add->setObjectName(QStringLiteral("add-target"));
    connect(add, &QPushButton::clicked, this, [this] {
        WorkshopTarget target;
        target.dimension = QStringLiteral("country");
        addRow(target);
        m_rows.back()->focusFirst();
    });
    quick->addWidget(add);
    addQuick(quick, tr("Half women"),
             {{}, {}, QStringLiteral("gender"), QStringLiteral("female"), 50, std::nullopt, true});
    addQuick(quick, tr("Ten countries"), {{}, {}, QStringLiteral("country"), QString(), 10, std::nullopt, false});
    addQuick(quick, tr("A third new voices"),
             {{}, {}, QStringLiteral("first_time"), QStringLiteral("yes"), 33, std::nullopt, true});
    quick->addStretch(1);
    all->addLayout(quick);
    m_problem = plainLabel({}, this);
    m_problem->setWordWrap(true);
    m_problem->hide();
    all->addWidget(m_problem);
    auto* buttons = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    m_save = new QPushButton(this);
    m_save->setObjectName(QStringLiteral("save-targets"));
    makePrimary(m_save);
    m_save->setDefault(true);
    add->setAutoDefault(false);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    all->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &TargetsDialog::accept);
    resize(760, 560);
}

void TargetsDialog::addQuick(QLayout* row, const QString& words, const WorkshopTarget& target)
{
    auto* button = new QPushButton(words, this);
    makeQuiet(button);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, target] { addRow(target); });
    row->addWidget(button);
}

void TargetsDialog::addRow(const WorkshopTarget& target)
{
    auto* row = new TargetRow(m_context.store, target, m_places, this);
    m_rows.push_back(row);
    m_list->addWidget(row);
    connect(row, &TargetRow::changed, this, &TargetsDialog::updateWords);
    connect(row, &TargetRow::removeAsked, this, [this, row] {
        m_rows.erase(std::remove(m_rows.begin(), m_rows.end(), row), m_rows.end());
        row->deleteLater();
        row->hide();
        updateWords();
    });
    updateWords();
}

QVariantList TargetsDialog::typed() const
{
    QVariantList all;
    for (const TargetRow* row : m_rows) {
        const WorkshopTarget target = row->target();
        QVariantMap one{{QStringLiteral("key"), target.id.value},
                        {QStringLiteral("dimension"), target.dimension},
                        {QStringLiteral("value"), target.value},
                        {QStringLiteral("percent"), target.isPercent}};
        if (target.minimum)
            one.insert(QStringLiteral("minimum"), *target.minimum);
        if (target.maximum)
            one.insert(QStringLiteral("maximum"), *target.maximum);
        all.append(one);
    }
    return all;
}

void TargetsDialog::putBack(const QVariantList& typed)
{
    qDeleteAll(m_rows);
    m_rows.clear();
    for (const QVariant& each : typed) {
        const QVariantMap one = each.toMap();
        const auto number = [&one](const char* key) {
            const QVariant value = one.value(QLatin1String(key));
            return value.isValid() ? std::optional<int>(value.toInt()) : std::nullopt;
        };
        WorkshopTarget target;
        target.id = {one.value(QStringLiteral("key")).toLongLong()};
        target.workshop = m_workshop;
        target.dimension = one.value(QStringLiteral("dimension")).toString();
        target.value = one.value(QStringLiteral("value")).toString();
        target.minimum = number("minimum");
        target.maximum = number("maximum");
        target.isPercent = one.value(QStringLiteral("percent")).toBool();
        addRow(target);
    }
    updateWords();
}

void TargetsDialog::updateWords()
{
    m_none->setVisible(m_rows.empty());
    m_save->setText(m_rows.size() == 1 ? tr("Save 1 target") : tr("Save %1 targets").arg(m_rows.size()));
    m_save->setEnabled(!m_context.store.isReadOnly());
    m_problem->hide();
}

void TargetsDialog::accept()
{
    std::vector<WorkshopTarget> targets;
    for (TargetRow* row : m_rows) {
        if (const QString problem = row->problem(); !problem.isEmpty()) {
            m_problem->setText(problem);
            m_problem->show();
            growToFit(*this);
            row->focusFirst();
            return;
        }
        targets.push_back(row->target());
    }
    if (const auto done = setTargets(m_context.store, m_workshop, targets); !done)
        return m_context.dialogs.showError(this, done.error());
    QDialog::accept();
}

} // namespace dtp
