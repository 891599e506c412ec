// SPDX-License-Identifier: GPL-3.0-or-later
// The navigation at the left: an icon, a word and a count for each page; may be folded to the icons.
#pragma once

#include <QListWidget>

namespace dtp
{

class Sidebar : public QListWidget
{
    Q_OBJECT
public:
    explicit Sidebar(QWidget* parent = nullptr);

    void addPlace(const QString& name, const QString& title, const QString& iconName);
    void setCount(const QString& name, qint64 count); // -1: none
    void setCurrentPlace(const QString& name);        // without a signal
    void setFolded(bool folded);
    bool isFolded() const { return m_isFolded; }

Q_SIGNALS:
    void placeChosen(const QString& name);

protected:
    void changeEvent(QEvent* event) override;

private:
    void updateIcons();
    QListWidgetItem* itemOf(const QString& name) const;
    bool m_isFolded = false;
};

} // namespace dtp
