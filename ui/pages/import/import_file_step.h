// SPDX-License-Identifier: GPL-3.0-or-later
// First step of an import: which sheet of the file, how it is written, and where its headings are.
#pragma once

#include <ui/models/import_run.h>

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
    explicit ImportFileStep(Entity entity, QWidget* parent = nullptr);

    void showFile(const QString& path);
    void showLook(const SheetLook& look);
    void showProblem(const QString& sentence);
    SheetOptions options() const;
    std::optional<qint64> headingRow() const; // said by the person
    Entity entity() const;                    // what is in the file

Q_SIGNALS:
    void typeChosen();
    void otherFileAsked();
    void optionsChanged();

private:
    void build();
    void buildChoices();
    void connectChoices();
    void changed();    // by the person
    void showAdvice(); // when the file looks like another type
    void takeAdvice();
    QLabel* m_name;
    QLabel* m_about;
    QPushButton* m_other; // in the order of Tab
    QFormLayout* m_form;
    QComboBox* m_type;
    QWidget* m_adviceRow;
    QLabel* m_advice;
    QPushButton* m_takeAdvice;
    Entity m_proposed;
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
    bool m_saidType = false;
};

} // namespace dtp
