// SPDX-License-Identifier: GPL-3.0-or-later
// Views of a page that are worth keeping: what is asked, and how the list is looked at. Kept under a name, asked
// again, renamed, moved, brought up to date, removed. They stand behind the chips.
#pragma once

#include <ui/widgets/app_context.h>

#include <QObject>
#include <functional>

class QMenu;
class QPushButton;
class QWidget;

namespace dtp
{

class FilterBar;
struct Segment;

// What the page asks now, as text (empty: everything), how its list is looked at, and whether that is of its own.
struct ViewOfPage {
    std::function<QString()> query;
    std::function<QString()> view;
    std::function<bool()> isOwn;
};

class KeptSearches final : public QObject
{
    Q_OBJECT
public:
    KeptSearches(AppContext& context, Entity entity, FilterBar& bar, ViewOfPage now, QWidget* page);

    void update(); // there is something to keep, or not

Q_SIGNALS:
    void asked(const QString& query, const QString& view);

private:
    Result<std::vector<Segment>> all() const; // of this type, in their order
    void fillMenu();
    void addChanges(QMenu* menu, const std::vector<Segment>& segments);
    void keep();
    void rename(const Segment& segment);
    void renew(const Segment& segment);
    void move(qint64 segment, int by);
    void remove(const Segment& segment);
    void change(const QString& sentence, const QString& done, const std::function<Result<>(ChangeWriter&)>& deed);
    AppContext& m_context;
    Entity m_entity;
    ViewOfPage m_now;
    QWidget* m_page;
    QPushButton* m_keep;
    QPushButton* m_kept;
};

} // namespace dtp
