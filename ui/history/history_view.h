// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to a record and what it owns, newest first, in readable lines. Each change, and each field of it, can
// be taken back by itself.
#pragma once

#include <ui/widgets/app_context.h>

#include <QWidget>

class QLabel;
class QPushButton;
class QTextBrowser;
class QTextCursor;
class QUrl;

namespace dtp
{

class HistoryView : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryView(AppContext& context, QWidget* parent = nullptr);
    void setRecord(Entity entity, qint64 id);
    QString plainText() const;
    struct Inks;

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void writeHistory(QTextCursor& cursor, const Inks& inks);
    QString said(const QString& sentence) const;
    void follow(const QUrl& link); // takes something back
    AppContext& m_context;
    Entity m_entity = Entity::None;
    qint64 m_id = 0;
    bool m_isStale = true;
    bool m_isCovered = false; // the record is about somebody who is not to be seen now
    QPushButton* m_undo;
    QTextBrowser* m_text;
    std::vector<RecordChange> m_history; // as it is shown
};

// "Place: Takeo → Battambang"; what is restricted is only said to have changed.
QString describe(const Store& store, const FieldChange& change);

} // namespace dtp
