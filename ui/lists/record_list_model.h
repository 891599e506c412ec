// SPDX-License-Identifier: GPL-3.0-or-later
// One model for every list of records: keys of all rows, contents of the rows on screen. A million people take 8 MB.
#pragma once

#include <columns/arranged_records.h>
#include <records/record_type.h>
#include <storage/store.h>
#include <ui/lists/grouped_rows.h>

#include <QAbstractTableModel>
#include <QHash>
#include <functional>
#include <list>
#include <memory>
#include <vector>

namespace dtp
{

class BackgroundStore;

// A column shows a field, or what a function makes of the record, or what it looks up for a whole chunk of rows at
// once.
struct ListColumn {
    QString key; // stable, for settings and sorting
    QString title;
    std::vector<int> fields; // indexes in the field table that it reads
    std::function<QString(const Store&, const RecordValues&)> text;
    std::function<Result<QHash<qint64, QString>>(const Store&, const std::vector<qint64>&)> lookUp;
    std::function<QString(const Store&, const RecordValues&)> second; // a quiet line below
    bool tellsNobody = false; // what is looked up: it is shown also of those who are covered in discreet mode
    bool isNumber = false;
    bool isSortable = true;
    bool isGroupable = false;
    bool namesPeople = false; // what is looked up: others than whom the row is about
    int width = 0;            // in pixels at first; 0: by kind
    bool isShown = true;      // from the start
};
ListColumn fieldColumn(Entity entity, int field);
// The listed fields of a type, without those named.
std::vector<ListColumn> listedColumns(Entity entity, const QStringList& without = {});

// Reads keys in order; limit -1: all. Called on this thread for the first rows and on another for the rest.
using IdSource = std::function<Result<std::vector<qint64>>(const Store&, qint64 limit)>;

// The groups in which records in order stand.
using GroupReader = std::function<Result<std::vector<RecordGroup>>(const Store&, const std::vector<qint64>& ids)>;

class RecordListModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role { SecondLineRole = Qt::UserRole + 1, IdRole = Qt::UserRole + 100 };
    static constexpr qint64 FirstRows = 200;

    RecordListModel(Store& store, Entity entity, QObject* parent = nullptr);
    ~RecordListModel() override;

    void setColumns(std::vector<ListColumn> columns);
    const std::vector<ListColumn>& columns() const { return m_columns; }
    // Which columns are on the screen: nothing is read for others.
    void setRead(const std::vector<bool>& isRead);
    void setSource(IdSource source);
    // From the next source on; none: without groups. The source has them in order.
    void setGrouping(GroupReader reader);
    void setOrders(std::vector<RecordOrder> orders); // as the heads say
    void reload();

    // A row may be the heading of a group.
    const GroupedRows& rows() const { return m_rows; }
    QString headingText(int group) const; // "Cambodia (412)"
    void setFolded(int group, bool folded);
    void setAllFolded(bool folded);
    // What is restricted is “•••” in it, in discreet mode in any case.
    void setCoversRestricted(bool covers);
    bool isComplete() const { return m_complete; } // false while the keys of a long list are still coming

    Entity entity() const { return m_entity; }
    qint64 idAt(int row) const; // 0: a heading
    int rowOf(qint64 id) const; // -1 when it is not in the list, or in a group that is folded
    const std::vector<qint64>& ids() const { return m_ids; }
    Result<RecordValues> valuesAt(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    // People may be dragged onto a workshop.
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

Q_SIGNALS:
    void aboutToTake();                   // rows are about to be replaced: what is selected should be remembered now
    void taken();                         // and found again
    void loaded();                        // the list is complete
    void failed(const dtp::Error& error); // the keys, or the cells of some rows, cannot be read

private:
    struct Chunk {
        std::vector<std::vector<QString>> cells;   // row, column
        std::vector<std::vector<QString>> seconds; // the same, where a column has a second line
        std::vector<std::vector<bool>> isCovered;  // the same; empty: nothing is
    };
    static constexpr int ChunkRows = 64;
    static constexpr size_t KeptChunks = 48;

    struct Read {
        std::vector<qint64> ids;
        std::vector<RecordGroup> groups;
    };
    void take(std::vector<qint64> ids, std::vector<RecordGroup> groups);
    void replaceRows(std::vector<qint64> ids, GroupedRows rows);
    void noteFields();
    int placeInOrder(const ListColumn& column) const; // -1: it is no order
    QString headText(const ListColumn& column) const;
    QString spokenHead(const ListColumn& column) const;
    void forgetRows();
    void showAnew(); // what is in the rows on screen
    void noteChange(const Touched& touched);
    const Chunk* chunk(int number) const;
    Chunk read(int number) const;
    bool isRestricted(const ListColumn& column) const; // it says a field that is masked on screen
    QString cell(const ListColumn& column, const RecordValues& values) const;
    void coverCells(Chunk& chunk, const std::vector<RecordValues>& rows, const QHash<qint64, size_t>& place) const;
    void failLater(const Error& error) const;

    Store& m_store;
    Entity m_entity;
    std::vector<ListColumn> m_columns;
    std::vector<bool> m_isRead;
    std::vector<RecordOrder> m_orders;
    GroupReader m_groupReader;
    GroupedRows m_rows;
    std::vector<int> m_fields; // all that the columns read
    IdSource m_source;
    bool m_coversRestricted = false;
    std::vector<qint64> m_ids;
    mutable QHash<int, Chunk> m_chunks;
    mutable std::list<int> m_recent; // newest first
    bool m_complete = true;
    bool m_running = false; // one background read at a time …
    bool m_again = false;   // … and the newest question waits for it
    std::unique_ptr<BackgroundStore> m_background;
};

} // namespace dtp
