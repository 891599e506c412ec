// SPDX-License-Identifier: GPL-3.0-or-later
// The sections of a report as a tree: F2 renames, Alt with the arrows moves, Insert adds, Delete removes, the mouse
// drags.
#pragma once

#include <reporting/report_actions.h>
#include <ui/widgets/app_context.h>

#include <QHash>
#include <QTreeWidget>

namespace dtp
{

class SectionTree : public QTreeWidget
{
    Q_OBJECT
public:
    explicit SectionTree(AppContext& context, QWidget* parent = nullptr);

    // Reads the sections anew; the one that is chosen stays so.
    void setReport(Id<Report> report);
    void refresh();
    // Numbers by section; one without is not printed.
    void setNumbers(const QHash<qint64, QString>& numbers);

    Id<ReportSection> current() const; // none: cover and details
    void choose(Id<ReportSection> section);

    void addBelow();
    void renameCurrent();
    void moveCurrent(MoveSection where);
    void removeCurrent();

Q_SIGNALS:
    void chosen(dtp::Id<dtp::ReportSection> section);
    void added(dtp::Id<dtp::ReportSection> section);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    // Where a section goes that is let go of at a point, and what shows that.
    struct Landing {
        Id<ReportSection> parent;
        int index = 0;
        QRect mark;
    };
    Landing landingAt(QPoint at) const;
    void mark(const QRect& place);
    static Id<ReportSection> idOf(const QTreeWidgetItem* item);
    template <class T>
    bool worked(const Result<T>& result);
    QTreeWidgetItem* itemOf(qint64 section) const;
    void showNumber(QTreeWidgetItem* item);

    AppContext& m_context;
    Id<Report> m_report;
    QHash<qint64, QTreeWidgetItem*> m_items;
    QHash<qint64, QString> m_numbers;
    bool m_isFilling = false;
    QRect m_mark; // where what is dragged would go
};

} // namespace dtp
