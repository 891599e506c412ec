// SPDX-License-Identifier: GPL-3.0-or-later
// Searches of a page that are worth keeping: kept under a name, asked again, removed. They stand behind the chips.
#pragma once

#include <ui/widgets/app_context.h>

#include <QObject>
#include <functional>

class QPushButton;
class QWidget;

namespace dtp
{

class FilterBar;
struct Segment;

class KeptSearches final : public QObject
{
    Q_OBJECT
public:
    // query: what the page asks now, as text; empty when it asks for everything.
    KeptSearches(AppContext& context, Entity entity, FilterBar& bar, std::function<QString()> query, QWidget* page);

    void update(); // there is something to keep, or not

Q_SIGNALS:
    void asked(const QString& query);

private:
    void fillMenu();
    void keep();
    void remove(Id<Segment> segment, const QString& name);
    AppContext& m_context;
    Entity m_entity;
    std::function<QString()> m_query;
    QWidget* m_page;
    QPushButton* m_keep;
    QPushButton* m_kept;
};

} // namespace dtp
