// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/invitations/proposal_wish_form.h>

#include <records/reports.h>
#include <ui/models/record_finder.h>
#include <ui/pages/invitations/tag_edit.h>
#include <ui/widgets/theme.h>

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
constexpr int mostPeople = 2000; // a list, no congress
constexpr int mostReserves = 3;
} // namespace

ProposalWishForm::ProposalWishForm(AppContext& context, Id<Workshop> workshop, QWidget* parent)
    : QScrollArea(parent), m_context(context), m_workshop(workshop)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    build();
    m_query->setText(usualSearch(valueOrTold(context.store, context.store.get(workshop)))); // to be seen and changed
}

void ProposalWishForm::build()
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 2 * Space, 0);
    column->setSpacing(Space);
    addNumbers(column);
    column->addSpacing(Space);
    addCandidates(column);
    column->addSpacing(Space);
    addWeights(column);
    column->addStretch(1);
    setWidget(content);
}

void ProposalWishForm::addNumbers(QVBoxLayout* column)
{
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(Space);
    m_size = new QSpinBox;
    m_size->setObjectName(QStringLiteral("size"));
    m_size->setRange(1, mostPeople);
    m_size->setAccessibleName(tr("People on the list"));
    m_reserves = new QSpinBox;
    m_reserves->setObjectName(QStringLiteral("reserves"));
    m_reserves->setRange(0, mostReserves);
    m_reserves->setAccessibleName(tr("Reserves for each"));
    form->addRow(tr("&People on the list"), m_size);
    form->addRow(tr("&Reserves for each"), m_reserves);
    column->addLayout(form);
    m_keep = new QCheckBox(tr("Those considered now stay on it"));
    m_keep->setObjectName(QStringLiteral("keep-considered"));
    m_keep->setChecked(true);
    column->addWidget(m_keep);
    auto* targets = new QPushButton(tr("Targets…"));
    targets->setAutoDefault(false);
    connect(targets, &QPushButton::clicked, this, &ProposalWishForm::targetsAsked);
    column->addWidget(targets, 0, Qt::AlignLeft);
    connect(m_size, &QSpinBox::valueChanged, this, &ProposalWishForm::changed);
    connect(m_reserves, &QSpinBox::valueChanged, this, &ProposalWishForm::changed);
    connect(m_keep, &QCheckBox::toggled, this, &ProposalWishForm::changed);
}

void ProposalWishForm::addCandidates(QVBoxLayout* column)
{
    column->addWidget(plainLabel(tr("Out of whom"), nullptr, TextSize::Heading));
    m_segments = new QComboBox;
    m_segments->setAccessibleName(tr("Saved search"));
    fillSegments();
    column->addWidget(m_segments);
    m_query = new QLineEdit;
    m_query->setObjectName(QStringLiteral("query"));
    m_query->setPlaceholderText(tr("Everybody, or a search: country:KH,TH"));
    m_query->setAccessibleName(tr("Search for candidates"));
    m_query->setClearButtonEnabled(true);
    column->addWidget(m_query);
    m_queryProblem = plainLabel({}, nullptr, TextSize::Small);
    m_queryProblem->setWordWrap(true);
    m_queryProblem->hide();
    column->addWidget(m_queryProblem);
    m_atRisk = new QCheckBox(tr("Also people at risk"));
    m_atRisk->setToolTip(tr("They are marked in the list: agree on a safe way before you write to them."));
    m_outOfReach = new QCheckBox(tr("Also people out of contact"));
    column->addWidget(m_atRisk);
    column->addWidget(m_outOfReach);
    connect(m_segments, &QComboBox::activated, this,
            [this](int index) { m_query->setText(m_segments->itemData(index).toString()); });
    connect(m_query, &QLineEdit::textChanged, this, &ProposalWishForm::checkQuery);
    connect(m_atRisk, &QCheckBox::toggled, this, &ProposalWishForm::changed);
    connect(m_outOfReach, &QCheckBox::toggled, this, &ProposalWishForm::changed);
}

void ProposalWishForm::fillSegments()
{
    m_segments->addItem(tr("Everybody"), QString());
    const auto segments =
        valueOrTold(m_context.store,
                    m_context.store.find<Segment>(Where("record_type", QStringLiteral("person")).orderBy("name")));
    for (const Segment& segment : segments)
        m_segments->addItem(segment.name, segment.query);
    m_segments->setVisible(m_segments->count() > 1);
}

QComboBox* ProposalWishForm::weightBox(double weight)
{
    auto* box = new QComboBox;
    box->addItem(tr("does not matter"), 0.0);
    box->addItem(tr("a little"), 0.5);
    box->addItem(tr("matters"), 1.0);
    box->addItem(tr("matters much"), 2.0);
    box->setCurrentIndex(std::max(0, box->findData(weight)));
    connect(box, &QComboBox::currentIndexChanged, this, &ProposalWishForm::changed);
    return box;
}

void ProposalWishForm::addWeights(QVBoxLayout* column)
{
    const ProposalWeights usual;
    column->addWidget(plainLabel(tr("What counts beside the targets"), nullptr, TextSize::Heading));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(Space);
    form->setVerticalSpacing(Space / 2);
    m_newVoices = weightBox(usual.newVoices);
    m_spread = weightBox(usual.spread);
    m_contact = weightBox(usual.recentContact);
    m_issueWeight = weightBox(usual.issues);
    m_skillWeight = weightBox(usual.skills);
    form->addRow(tr("New voices"), m_newVoices);
    form->addRow(tr("Many countries, evenly"), m_spread);
    form->addRow(tr("Recent contact"), m_contact);
    form->addRow(tr("Issues"), m_issueWeight);
    m_issues = new TagEdit(vocabularyChoices(m_context.store, QStringLiteral("issues")), tr("Issues that are wanted"));
    form->addRow(m_issues);
    form->addRow(tr("Skills"), m_skillWeight);
    m_skills = new TagEdit(vocabularyChoices(m_context.store, QStringLiteral("skills")), tr("Skills that are wanted"));
    form->addRow(m_skills);
    column->addLayout(form);
    connect(m_issues, &TagEdit::changed, this, &ProposalWishForm::changed);
    connect(m_skills, &TagEdit::changed, this, &ProposalWishForm::changed);
}

void ProposalWishForm::setPlaces(int places)
{
    const QSignalBlocker blocker(m_size);
    m_size->setValue(places > 0 ? places : 20);
}

void ProposalWishForm::checkQuery()
{
    const auto query = PersonQuery::parse(m_query->text(), m_context.store);
    m_queryProblem->setText(query ? QString() : query.error().sentence);
    m_queryProblem->setVisible(!query);
    Q_EMIT changed();
}

Result<ProposalWish> ProposalWishForm::wish() const
{
    DTP_TRY(wish, wishFor(m_context.store, m_workshop));
    DTP_TRY(query, PersonQuery::parse(m_query->text(), m_context.store));
    wish.query = std::move(query);
    wish.size = m_size->value();
    wish.reserves = m_reserves->value();
    wish.keepConsidered = m_keep->isChecked();
    wish.issues = m_issues->codes();
    wish.skills = m_skills->codes();
    wish.weights = {m_newVoices->currentData().toDouble(), m_issueWeight->currentData().toDouble(),
                    m_skillWeight->currentData().toDouble(), m_contact->currentData().toDouble(),
                    m_spread->currentData().toDouble()};
    wish.withAtRisk = m_atRisk->isChecked();
    wish.withOutOfReach = m_outOfReach->isChecked();
    return wish;
}

} // namespace dtp
