// SPDX-License-Identifier: GPL-3.0-or-later
// What one wishes of a proposal: how many, out of whom, and what counts how much.
#pragma once

#include <ui/widgets/app_context.h>
#include <workshops/proposal.h>

#include <QScrollArea>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;
class QVBoxLayout;

namespace dtp
{

class TagEdit;

class ProposalWishForm : public QScrollArea
{
    Q_OBJECT
public:
    ProposalWishForm(AppContext& context, Id<Workshop> workshop, QWidget* parent = nullptr);

    // The wish as the form stands; an Error when the search is not understood.
    Result<ProposalWish> wish() const;
    void setPlaces(int places);

Q_SIGNALS:
    void changed();
    void targetsAsked();

private:
    void build();
    void addNumbers(QVBoxLayout* column);
    void addCandidates(QVBoxLayout* column);
    void addWeights(QVBoxLayout* column);
    void fillSegments();
    void checkQuery();
    QComboBox* weightBox(double weight);

    AppContext& m_context;
    Id<Workshop> m_workshop;
    QSpinBox* m_size = nullptr;
    QSpinBox* m_reserves = nullptr;
    QCheckBox* m_keep = nullptr;
    QLineEdit* m_query = nullptr;
    QComboBox* m_segments = nullptr;
    QLabel* m_queryProblem = nullptr;
    QCheckBox* m_atRisk = nullptr;
    QCheckBox* m_outOfReach = nullptr;
    TagEdit* m_issues = nullptr;
    TagEdit* m_skills = nullptr;
    QComboBox* m_newVoices = nullptr;
    QComboBox* m_issueWeight = nullptr;
    QComboBox* m_skillWeight = nullptr;
    QComboBox* m_contact = nullptr;
    QComboBox* m_spread = nullptr;
};

} // namespace dtp
