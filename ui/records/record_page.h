// SPDX-License-Identifier: GPL-3.0-or-later
// The page of a kind of record: title and count, search, filters, the one main action; list at the left, record at the
// right.
#pragma once

#include <figures/figures.h>
#include <ui/lists/list_view.h>
#include <ui/lists/record_list_model.h>
#include <ui/models/record_layout.h>
#include <ui/tables/filter_bar.h>
#include <ui/widgets/page.h>

#include <QSettings>
#include <functional>
#include <optional>

class QAction;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTimer;
class QToolButton;

namespace dtp
{

struct Deed;
class CellEditor;
class EmptyState;
class KeptSearches;
class RecordPane;
class RecordTable;
class RecordView;
class SelectionPane;

// What a page of records is made of. Words are translated already.
struct RecordPageSpec {
    QString name;
    QString title;
    QString iconName;
    Entity entity = Entity::None;
    std::vector<ListColumn> columns; // empty: the listed fields
    QString sortKey;                 // a field's name
    bool sortDescending = false;
    std::vector<QString> filters; // fields that get a chip: of kind country, vocabulary or reference
    // Those that need somebody, as Home counts them: a chip of its own, and the search "needs:due".
    QString needsWords;
    std::function<Result<DueList>(const Store&)> needs;
    QString emptyHeading;
    QString emptySentence;
    RecordLayout layout;
    bool isReadOnly = false; // a ledger: nothing is added or deleted here
    // Instead of a pane of the layout.
    std::function<RecordView*(AppContext&, QWidget* parent)> makeView;
    bool fillsPage = false;    // a record that is opened stands in place of the list
    bool choosesFirst = false; // the first record is shown at once
    bool hidesHint = false;    // nothing beside the list until one is chosen
    int listWidth = 600;       // at first, beside the record
    QString createWords;       // empty: "New workshop" by the name of the type
    // An order that no field has, while sortKey is the sort: puts all keys into it.
    std::function<Result<>(const Store&, std::vector<qint64>& ids)> arrange;
    const char* today = ""; // a field that is today in a new one
    bool goesOn = false;    // a record that leaves the list by what was done to it gives way to the next
};

class RecordPage : public Page
{
    Q_OBJECT
public:
    RecordPage(AppContext& context, QSettings& settings, RecordPageSpec spec, QWidget* parent = nullptr);
    ~RecordPage() override;

    QString name() const override { return m_spec.name; }
    QString title() const override { return m_spec.title; }
    QString iconName() const override { return m_spec.iconName; }
    Entity entity() const override { return m_spec.entity; }
    qint64 count() const override { return m_total; }
    void showRecord(qint64 id) override;
    qint64 currentRecord() const override;
    bool showsInPlace() const override { return m_spec.fillsPage; }
    void search(const QString& query) override;
    QString query() const override { return queryAsked(); }
    void focusSearch() override;
    void takeFocus() override;
    bool leave() override;
    void keepTyped() override;
    bool canCreate() const override;
    void createRecord() override;
    bool save() override;
    bool canExport() const override { return true; }
    void exportList() override;
    void openWindow() override;
    std::vector<QAction*> deeds() override;
    void fillDeedMenu(QMenu& menu); // for what is chosen in the list

    RecordListModel& list() { return *m_model; }
    RecordTable& table() { return *m_table; }
    RecordView& view() { return *m_pane; }
    RecordPane& pane(); // where the record is shown in one

    // How the list is looked at.
    void setOrders(std::vector<RecordOrder> orders); // none: the usual one
    void setGroup(const QString& column);            // empty: no groups
    const std::vector<RecordOrder>& orders() const { return m_view.arrangement.orders; }
    const QString& group() const { return m_view.arrangement.group; }
    void setCompact(bool compact);
    ListView listView() const;
    void showView(const ListView& view); // and remembers it
    // Where the record stands that is chosen in the list; hidden, it comes back when one is opened or entered.
    enum class PanePlace { Right, Below };
    void placePane(PanePlace place);
    void setPaneHidden(bool hidden);
    void togglePane() override;

protected:
    // How the list is asked; people have a search of their own.
    virtual Result<IdSource> makeSource();
    virtual std::vector<FilterDimension> dimensions();
    // How many the list would show with this choice alone in the chip, and all else as it is.
    virtual Result<qint64> countWith(const QString& chip, const QString& code) const;
    virtual RecordValues newValues();
    // Search text and chips say the same in two ways where a page can (people).
    virtual void searchEdited();
    virtual void filtersChanged();
    // What is asked, as text; empty when it is everything or cannot be said so.
    virtual QString queryAsked() const;
    void noteQuery(); // what is asked has changed
    void setUp();     // to be called by the constructor of the last class
    void refresh();
    void saveState();
    QString searchText() const;
    void setSearchText(const QString& text);
    FilterBar& filters() { return *m_filters; }
    QMenu& viewMenu() { return *m_viewMenu; }
    QPushButton& newButton() { return *m_new; }
    void addButton(QPushButton* button); // at the top, before the main action
    bool showsRecord() const;            // in place of the list
    const RecordPageSpec& spec() const { return m_spec; }
    // Order and groups as the catalogue of columns knows them.
    Arrangement arrangement() const;
    QSettings& m_settings;

    void showEvent(QShowEvent* event) override;

private:
    QLineEdit* buildSearch(QWidget* top);
    void enterList(); // from the search box
    QWidget* buildTop();
    QWidget* buildList();
    void connectTable();
    void buildViewMenu();
    QString importWords() const; // empty where nothing is imported
    void fillColumnMenu(QMenu* menu);
    void fillSortMenu(QMenu* menu);
    void fillGroupMenu(QMenu* menu);
    void chooseColumns();
    std::vector<RecordOrder> usualOrders() const;
    bool isUsualOrder() const; // that of the page's own hand, see arrange
    void readView();
    void keepWhatIsKnown(ListView& view) const; // columns that there are, and that may be sorted by
    void addOrder(const QString& key, bool descending);
    QString settingsKey(const char* what) const;
    void arrangeAnew();
    void readGroups();
    void buildPlaces(QWidget* top, QWidget* list);
    void noteLoaded();
    void noteCleared();
    void noteFailed(const Error& error); // what is asked cannot be answered
    void noteUnread(const Error& error);
    using ChipCodes = std::function<QStringList(const QString& chip)>;
    Result<IdSource> sourceFor(const ChipCodes& codesOf) const;
    std::vector<FilterDimension> countedDimensions();
    QStringList codesIn(const FilterDimension& dimension, const QStringList& values) const;
    void recount();
    void choose(qint64 id);
    void chooseAlone(qint64 id); // unless others are chosen with it
    void noteSelection();
    void clearBesideNothing();
    void perform(const Deed& deed, const std::vector<qint64>& ids);
    void copyRows();
    void editInList(); // F2
    void updateEmpty();
    void updatePane();
    void readPane();
    void fillPaneMenu(QMenu* menu);
    QString splitterKey() const;      // right and below have their own measure
    QStringList shownColumns() const; // keys, as they stand

    RecordPageSpec m_spec;
    QLabel* m_countLabel = nullptr;
    QLineEdit* m_search = nullptr;
    QLabel* m_problem = nullptr;
    FilterBar* m_filters = nullptr;
    KeptSearches* m_kept = nullptr;
    QHBoxLayout* m_top = nullptr;
    QPushButton* m_new = nullptr;
    QMenu* m_viewMenu = nullptr;
    QSplitter* m_splitter = nullptr;
    QStackedWidget* m_stack = nullptr;
    RecordTable* m_table = nullptr;
    RecordListModel* m_model = nullptr;
    RecordView* m_pane = nullptr;
    QStackedWidget* m_paneStack = nullptr; // a hint, the record, or what several rows are
    SelectionPane* m_selection = nullptr;
    CellEditor* m_cell = nullptr;
    std::vector<QAction*> m_deeds;
    IdSource m_source; // of the list as it stands
    EmptyState* m_empty = nullptr;
    QTimer* m_typing = nullptr;
    ListView m_view; // without the columns, which the table has
    qint64 m_total = -1;
    std::optional<Error> m_unread; // why the list is empty
    qint64 m_wanted = 0;           // to be selected when the list has come
    qint64 m_shown = 0;            // the record that was shown last
    qint64 m_gone = 0;             // the record that went while it was shown
    PanePlace m_panePlace = PanePlace::Right;
    bool m_isPaneHidden = false;
    bool m_isLoaded = false;
    bool m_isUnderstood = true; // what the search box asks
    bool m_isAsked = false;     // the list is being asked anew
};

} // namespace dtp
