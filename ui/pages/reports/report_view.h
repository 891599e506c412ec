// SPDX-License-Identifier: GPL-3.0-or-later
// A report at work: its sections at the left, the one that is written in the middle, the PDF beside; for whom, and
// out.
#pragma once

#include <privacy/gate.h>
#include <reporting/report_names.h>
#include <reporting/workshop_report.h>
#include <ui/records/record_view.h>

#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTimer;
class QToolButton;

namespace dtp
{

class AudiencePicker;
class RecipientEdit;

class BackgroundStore;
class RecordForm;
class ReportPreview;
class SectionEditor;
class SectionTree;

class ReportView : public RecordView
{
    Q_OBJECT
public:
    explicit ReportView(AppContext& context, QWidget* parent = nullptr);
    ~ReportView() override;

    Entity entity() const override { return Entity::Report; }
    qint64 recordId() const override { return m_report.value; }
    void setRecord(qint64 id) override;
    void clear() override;
    bool leave() override;
    bool save() override;
    bool exportRecord() override;
    void takeFocus() override;
    void setInWindow() override;
    QSize windowSize() const override { return {1180, 760}; }
    RecordView* makeAnother(QWidget* parent) const override { return new ReportView(m_context, parent); }
    // Asks where and writes; ending: "pdf", "csv", "html", "odt".
    void write(const QString& ending);
    Audience audience() const;
    // What may be a name in its text, to be decided upon.
    void reviewNames();

    SectionTree& tree() { return *m_tree; }
    SectionEditor& editor() { return *m_editor; }
    ReportPreview& preview() { return *m_preview; }
    QString sentence() const; // of the gate

private:
    QWidget* buildTop();
    QWidget* buildTreeSide();
    QWidget* buildDetails();
    QToolButton* treeButton(const char* iconName, const QString& words, const QString& keys,
                            std::function<void()> deed);
    void noteChange(const Touched& touched);
    void refresh();
    std::optional<std::vector<NameInText>> readNames();
    // Whether those that nobody decided upon are withheld; none: it is not to be written.
    std::optional<UndecidedNames> askUndecided();
    void readOutline();
    void choose(Id<ReportSection> section);
    void showHead();
    void keepAudience();
    void showAudience();
    void askRecipient(); // of what leaves for outsiders

    Id<Report> m_report;
    std::unique_ptr<BackgroundStore> m_background;
    QPushButton* m_back = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_line = nullptr;
    QLabel* m_sentence = nullptr;
    AudiencePicker* m_audience = nullptr;
    RecipientEdit* m_recipient = nullptr;
    QPushButton* m_write = nullptr;
    QSplitter* m_splitter = nullptr;
    SectionTree* m_tree = nullptr;
    QStackedWidget* m_middle = nullptr;
    RecordForm* m_details = nullptr;
    SectionEditor* m_editor = nullptr;
    ReportPreview* m_preview = nullptr;
    QTimer* m_refresh = nullptr;
    std::vector<OutlineEntry> m_outline;
    int m_asked = 0;
    bool m_isChoosing = false;
};

} // namespace dtp
