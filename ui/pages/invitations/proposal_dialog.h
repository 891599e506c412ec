// SPDX-License-Identifier: GPL-3.0-or-later
// A proposed list of invitees: wishes at the left, the list with its reasons at the right; some are kept, some left
// out, and the program proposes again.
#pragma once

#include <ui/widgets/app_context.h>
#include <workshops/workshop_actions.h>

#include <QDialog>
#include <atomic>
#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;
class QVBoxLayout;

namespace dtp
{

class BackgroundStore;
class ProposalWishForm;

class ProposalDialog : public QDialog
{
    Q_OBJECT
public:
    ProposalDialog(AppContext& context, Id<Workshop> workshop, QWidget* parent = nullptr);
    ~ProposalDialog() override;

    bool isBusy() const { return m_isBusy; }
    const std::optional<Proposal>& proposal() const { return m_proposal; }
    QTreeWidget& list() { return *m_list; }

public Q_SLOTS:
    void accept() override; // puts the list on the workshop's
    void reject() override; // stops the search first

private:
    QWidget* buildResult();
    void search();
    void showPage(Result<Proposal> proposal);
    void showList();
    void addPerson(const ProposedPerson& person);
    QString seenName(Id<Person> person, const QString& name) const;
    void noteKept(QTreeWidgetItem* item);
    void leaveOut();
    void setBusy(bool busy);
    void updateWords();

    AppContext& m_context;
    Id<Workshop> m_workshop;
    ProposalWishForm* m_form;
    QLabel* m_summary = nullptr;
    QLabel* m_missed = nullptr;
    QLabel* m_remarks = nullptr;
    QProgressBar* m_progress = nullptr;
    QTreeWidget* m_list = nullptr;
    QPushButton* m_leaveOut = nullptr;
    QPushButton* m_bringBack = nullptr;
    QPushButton* m_again = nullptr;
    QPushButton* m_accept = nullptr;
    std::optional<Proposal> m_proposal;
    QSet<qint64> m_kept;    // must be on the list
    QSet<qint64> m_leftOut; // must not
    bool m_isBusy = false;
    bool m_isStale = false; // the wishes have changed since
    bool m_isClosing = false;
    std::shared_ptr<std::atomic_bool> m_stop;
    std::unique_ptr<BackgroundStore> m_background;
};

} // namespace dtp
