// SPDX-License-Identifier: GPL-3.0-or-later
// What hangs on a record: its contacts, its participations, the members of a network. Added, changed and removed in
// place; a click goes to the other side.
#pragma once

#include <ui/lists/record_list_model.h>
#include <ui/widgets/app_context.h>

#include <QWidget>
#include <optional>

class QLabel;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace dtp
{

class RecordForm;
struct ExportStart;

class RelatedList : public QWidget
{
    Q_OBJECT
public:
    // linkField: the field of child that refers to the owner.
    RelatedList(AppContext& context, Entity child, const char* linkField, QWidget* parent = nullptr);
    ~RelatedList() override;

    void setOwner(qint64 id);
    void setTitle(const QString& title);
    // Newest or strongest first: an order of the child's fields.
    void setOrder(const char* field, bool descending = false);
    // Shown under the title while it holds (a vacant role); empty: none.
    void setHint(std::function<QString(const Store&, qint64 owner)> hint);
    // Fields that a new one starts with.
    void setDefault(const char* field, const QVariant& stored);
    void setAddText(const QString& text);
    void setReadOnly(bool readOnly);
    void setFills(bool fills); // takes the height there is, instead of that of its rows

    void showRestricted(bool isShown); // in the inline form

    qint64 count() const;
    bool leave(); // saves the draft of the inline form
    void add();
    Entity child() const { return m_child; }
    bool hasRowFocus() const;        // one is in its rows
    ExportStart exportStart() const; // of its rows

Q_SIGNALS:
    void countChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildHead(QVBoxLayout* layout);
    void edit(qint64 id);
    void remove(qint64 id);
    void open(qint64 id);
    void openForm();
    void closeForm();
    void fit();
    void fitColumns();
    void refreshHint();

    AppContext& m_context;
    Entity m_child;
    QByteArray m_linkField;
    qint64 m_owner = 0;
    int m_otherField = -1; // the reference to the other side
    QByteArray m_order;
    bool m_descending = false;
    bool m_isReadOnly = false;
    bool m_fills = false;
    std::vector<std::pair<QByteArray, QVariant>> m_defaults;
    std::function<QString(const Store&, qint64)> m_hintOf;
    QString m_title;
    QLabel* m_head = nullptr;
    QLabel* m_hint = nullptr;
    QLabel* m_empty = nullptr;
    QPushButton* m_add = nullptr;
    QTableView* m_view = nullptr;
    QWidget* m_formBox = nullptr;
    RecordForm* m_form = nullptr;
    RecordListModel* m_model = nullptr;
};

} // namespace dtp
