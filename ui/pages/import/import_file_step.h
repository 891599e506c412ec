// SPDX-License-Identifier: GPL-3.0-or-later
// First step of an import: which sheet of the file, how it is written, and where its headings are.
#pragma once

#include <import_people/people_import.h>

#include <QWidget>
#include <optional>

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;
class QTableView;

namespace dtp
{

class SheetRowsModel;

class ImportFileStep : public QWidget
{
    Q_OBJECT
public:
    explicit ImportFileStep(QWidget* parent = nullptr);

    void showFile(const QString& path);
    void showPreview(const SheetPreview& preview);
    void showProblem(const QString& sentence);
    SheetOptions options() const;
    std::optional<qint64> headingRow() const; // said by the person

Q_SIGNALS:
    void otherFileAsked();
    void optionsChanged();

private:
    void build();
    void changed(); // by the person
    QLabel* m_name;
    QLabel* m_about;
    QFormLayout* m_form;
    QComboBox* m_sheet;
    QComboBox* m_encoding;
    QComboBox* m_delimiter;
    QSpinBox* m_heading;
    QLabel* m_remarks;
    QTableView* m_table;
    SheetRowsModel* m_model;
    bool m_filling = false;
    bool m_saidSheet = false;
    bool m_saidEncoding = false;
    bool m_saidDelimiter = false;
    bool m_saidHeading = false;
};

} // namespace dtp
