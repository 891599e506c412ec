// SPDX-License-Identifier: GPL-3.0-or-later
// The first page: what needs me today, and what we are in numbers. Everything leads to the list behind it.
#pragma once

#include <ui/pages/home/home_figures.h>
#include <ui/widgets/page.h>

#include <memory>
#include <utility>
#include <vector>

class QBoxLayout;
class QLabel;
class QPushButton;
class QTimer;
class QVBoxLayout;

namespace dtp
{

class BackgroundStore;
class ChartView;
class DueSection;
class EmptyState;
class NumberButton;

class HomePage : public Page
{
    Q_OBJECT
public:
    explicit HomePage(AppContext& context, QWidget* parent = nullptr);
    ~HomePage() override;

    QString name() const override { return QStringLiteral("home"); }
    QString title() const override { return tr("Home"); }
    QString iconName() const override { return QStringLiteral("go-home"); }
    void noteBackup() override { readSoon(); }
    // All that is read is shown, and nothing is on its way.
    bool isUpToDate() const { return !m_isReading && !m_isStale; }

Q_SIGNALS:
    void shown();

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildDue();
    QWidget* buildFigures();
    QWidget* buildCharts();
    // query: for the search of the page, so that "Show all" shows just these.
    DueSection* section(const QString& title, const QString& undated, const char* page, const char* query);
    QWidget* buildBackup();
    void readSoon();
    void read();
    void showFigures(const HomeFigures& figures);
    void showDue();
    QString backupText(bool& isWarning) const;
    void showBackup();
    void backUpNow();
    void arrange();

    std::unique_ptr<BackgroundStore> m_background;
    QTimer* m_timer;
    bool m_isReading = false;
    bool m_isStale = true;
    HomeFigures m_figures;
    QLabel* m_date;
    QBoxLayout* m_columns;
    QWidget* m_due;
    QWidget* m_charts;
    EmptyState* m_nobody;
    struct Number {
        NumberButton* button;
        const char* label; // of one or many, by the number
        qint64 HomeFigures::*member;
    };
    std::vector<Number> m_numbers;
    std::vector<std::pair<DueSection*, DueList HomeFigures::*>> m_sections;
    QLabel* m_allDone;
    QVBoxLayout* m_dueRows;
    QWidget* m_backupRow;
    QLabel* m_backup;
    QPushButton* m_backUp = nullptr;
    ChartView* m_map;
    ChartView* m_decades;
    ChartView* m_issues;
};

} // namespace dtp
