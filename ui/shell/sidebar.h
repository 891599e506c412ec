// SPDX-License-Identifier: GPL-3.0-or-later
// The navigation at the left: an icon, a word and a count for each page; may be folded to the icons.
#pragma once

#include <QListWidget>

class QTimer;

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
    // People held over a place for a moment open it, to be dropped there.
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void updateIcons();
    QListWidgetItem* itemOf(const QString& name) const;
    QTimer* m_hold;
    QString m_held; // the place people are held over
    bool m_isFolded = false;
};

} // namespace dtp
