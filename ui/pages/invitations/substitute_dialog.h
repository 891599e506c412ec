// SPDX-License-Identifier: GPL-3.0-or-later
// Someone is not coming: who comes nearest, and why.
#pragma once

#include <ui/widgets/app_context.h>
#include <workshops/workshop_actions.h>

#include <QDialog>
#include <memory>

class QLabel;
class QListWidget;
class QPushButton;

namespace dtp
{

class BackgroundStore;

class SubstituteDialog : public QDialog
{
    Q_OBJECT
public:
    SubstituteDialog(AppContext& context, Id<Invitation> declined, QWidget* parent = nullptr);
    ~SubstituteDialog() override;
    const std::vector<Substitute>& found() const { return m_found; }

public Q_SLOTS:
    void accept() override; // puts the chosen one in the place

private:
    void search();
    void showFound(Result<std::vector<Substitute>> found);
    void fill();
    QString seenName(const Substitute& substitute) const;
    void updateWords();

    AppContext& m_context;
    Id<Invitation> m_declined;
    QString m_name;
    std::vector<Substitute> m_found;
    QLabel* m_words;
    QListWidget* m_list;
    QPushButton* m_put;
    std::unique_ptr<BackgroundStore> m_background;
};

} // namespace dtp
