// SPDX-License-Identifier: GPL-3.0-or-later
// One section: its title, what it is filled with, the text before and behind that, its recommendations, gaps and
// photos.
#pragma once

#include <reporting/workshop_report.h>
#include <ui/widgets/app_context.h>

#include <QWidget>
#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace dtp
{

class FilledView;
class FormatBar;
class PhotoList;
class RecommendationEdit;
class RelatedList;
class RichTextEdit;

class SectionEditor : public QWidget
{
    Q_OBJECT
public:
    explicit SectionEditor(AppContext& context, QWidget* parent = nullptr);
    ~SectionEditor() override;

    void setSection(Id<ReportSection> section); // call leave() before
    Id<ReportSection> section() const { return m_section.id; }
    // The number and what the program puts in, when the report has been put together.
    void setEntry(const OutlineEntry& entry);
    // What changed in the file: shows it, but never over what is being written.
    void refresh();

    bool isDirty() const;
    bool save(); // false: it could not be, and that is shown
    bool leave();
    void revert();
    // The section as it is being written; nothing while it is as in the file.
    std::optional<ReportSection> draft() const;

    RichTextEdit& body() { return *m_body; }
    RichTextEdit& closing() { return *m_closing; }
    RecommendationEdit& recommendations() { return *m_recommendations; }

Q_SIGNALS:
    void draftChanged();

private:
    void build();
    QWidget* buildHead();
    void buildParts(QWidget* inner);
    void connectParts();
    void buildDraftBar();
    QLabel* addHeading(const QString& text);
    void showKind();
    void showRecommendations();
    void changeKind();
    void updateDirty();
    bool worked(const Result<>& result);

    AppContext& m_context;
    ReportSection m_section;
    QVBoxLayout* m_column = nullptr;
    QLabel* m_title = nullptr;
    QComboBox* m_kind = nullptr;
    FormatBar* m_format = nullptr;
    RichTextEdit* m_body = nullptr;
    QLabel* m_listHeading = nullptr;
    RecommendationEdit* m_recommendations = nullptr;
    QPushButton* m_follow = nullptr;
    FilledView* m_filled = nullptr;
    QLabel* m_closingHeading = nullptr;
    RichTextEdit* m_closing = nullptr;
    QPushButton* m_addClosing = nullptr;
    RelatedList* m_gaps = nullptr;
    PhotoList* m_photos = nullptr;
    QWidget* m_draftBar = nullptr;
    bool m_wasDirty = false;
};

} // namespace dtp
