// SPDX-License-Identifier: GPL-3.0-or-later
// Which columns a list shows, and in which order: all that there are, to be ticked and moved by mouse or keys.
#pragma once

#include <ui/lists/record_list_model.h>

#include <QDialog>

class QLineEdit;
class QListWidget;

namespace dtp
{

class ColumnsDialog : public QDialog
{
    Q_OBJECT
public:
    // shown: keys of those that are shown now, from left to right; they stand first.
    ColumnsDialog(const std::vector<ListColumn>& columns, const QStringList& shown, QWidget* parent = nullptr);

    QStringList chosen() const; // keys, from left to right

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void move(int by);
    void showMatching(const QString& part);
    QLineEdit* m_search; // in the order of Tab
    QListWidget* m_list;
};

} // namespace dtp
