// SPDX-License-Identifier: GPL-3.0-or-later
// What the program puts into a section, below the section's own text: to be seen here, and to be changed where it
// comes from.
#pragma once

#include <document/document.h>

#include <QWidget>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace dtp
{

class FilledView : public QWidget
{
    Q_OBJECT
public:
    explicit FilledView(QWidget* parent = nullptr);

    // An empty sentence hides the whole.
    void setFilled(const QString& sentence, const std::vector<Block>& blocks);
    QString sentence() const;

private:
    void add(const Block& block);
    void addTable(const Table& table);
    QLabel* m_sentence;
    QVBoxLayout* m_blocks;
};

} // namespace dtp
