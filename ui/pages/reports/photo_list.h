// SPDX-License-Identifier: GPL-3.0-or-later
// The photos of a section: add, caption, order, remove. Pictures may be dropped here.
#pragma once

#include <records/reports.h>
#include <ui/widgets/app_context.h>

#include <QWidget>

class QVBoxLayout;
class QPushButton;

namespace dtp
{

struct PeopleOnPhoto;

class PhotoList : public QWidget
{
    Q_OBJECT
public:
    explicit PhotoList(AppContext& context, QWidget* parent = nullptr);

    void setSection(Id<ReportSection> section);
    void refresh();
    // Writes a caption that is still being typed.
    void leave();
    void addFile(const QString& path);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void addRow(const ReportPhoto& photo, const PeopleOnPhoto& on, bool isFirst, bool isLast);
    void ask();
    template <class T>
    void show(const Result<T>& result);

    AppContext& m_context;
    Id<ReportSection> m_section;
    QVBoxLayout* m_rows;
    QPushButton* m_add;
};

} // namespace dtp
