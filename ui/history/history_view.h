// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to a record and what it owns, newest first, in readable lines.
#pragma once

#include <ui/widgets/app_context.h>

#include <QWidget>

class QLabel;
class QPushButton;
class QTextBrowser;

namespace dtp
{

class HistoryView : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryView(AppContext& context, QWidget* parent = nullptr);
    void setRecord(Entity entity, qint64 id);
    QString plainText() const;

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    AppContext& m_context;
    Entity m_entity = Entity::None;
    qint64 m_id = 0;
    bool m_isStale = true;
    QPushButton* m_undo;
    QTextBrowser* m_text;
};

// "Place: Takeo → Battambang"; what is restricted is only said to have changed.
QString describe(const Store& store, const FieldChange& change);

} // namespace dtp
