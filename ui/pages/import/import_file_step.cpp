// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/import/import_file_step.h>

#include <ui/models/import_models.h>
#include <ui/models/import_phrases.h>
#include <ui/widgets/form_rows.h>
#include <ui/widgets/theme.h>

#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QTableView>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
QString encodingName(const QString& encoding)
{
    if (encoding == QLatin1String("UTF-8"))
        return ImportFileStep::tr("Unicode (UTF-8)");
    if (encoding == QLatin1String("UTF-16LE") || encoding == QLatin1String("UTF-16BE"))
        return ImportFileStep::tr("Unicode (%1)").arg(encoding);
    if (encoding == QLatin1String("windows-1252"))
        return ImportFileStep::tr("Western (Windows-1252)");
    if (encoding == QLatin1String("macintosh"))
        return ImportFileStep::tr("Western (Macintosh)");
    if (encoding == QLatin1String("windows-1258"))
        return ImportFileStep::tr("Vietnamese (Windows-1258)");
    if (encoding == QLatin1String("windows-874"))
        return ImportFileStep::tr("Thai (Windows-874)");
    if (encoding == QLatin1String("windows-1251"))
        return ImportFileStep::tr("Cyrillic (Windows-1251)");
    if (encoding == QLatin1String("windows-1256"))
        return ImportFileStep::tr("Arabic (Windows-1256)");
    if (encoding == QLatin1String("GB18030"))
        return ImportFileStep::tr("Chinese, simplified (GB18030)");
    if (encoding == QLatin1String("Big5"))
        return ImportFileStep::tr("Chinese, traditional (Big5)");
    if (encoding == QLatin1String("Shift_JIS"))
        return ImportFileStep::tr("Japanese (Shift JIS)");
    if (encoding == QLatin1String("EUC-JP"))
        return ImportFileStep::tr("Japanese (EUC-JP)");
    if (encoding == QLatin1String("windows-1250"))
        return ImportFileStep::tr("Central European (Windows)");
    if (encoding == QLatin1String("EUC-KR"))
        return ImportFileStep::tr("Korean (EUC-KR)");
    return encoding;
}

QString sheetName(const SheetInfo& sheet)
{
    QString name = sheet.isHidden ? ImportFileStep::tr("%1 (hidden)").arg(sheet.name) : sheet.name;
    return sheet.rows >= 0 ? ImportFileStep::tr("%1 — %L2 rows").arg(name).arg(sheet.rows) : name;
}
} // namespace

ImportFileStep::ImportFileStep(Entity entity, QWidget* parent)
    : QWidget(parent), m_name(plainLabel({}, this, TextSize::Heading)), m_about(mutedLabel({}, this)),
      m_other(new QPushButton(icon("document-open"), tr("Choose &another file…"), this)), m_form(new QFormLayout),
      m_type(new QComboBox(this)), m_adviceRow(new QWidget(this)), m_advice(plainLabel({}, m_adviceRow)),
      m_takeAdvice(new QPushButton(m_adviceRow)), m_proposed(entity), m_sheet(new QComboBox(this)),
      m_encoding(new QComboBox(this)), m_delimiter(new QComboBox(this)), m_heading(new QSpinBox(this)),
      m_remarks(mutedLabel({}, this)), m_table(new QTableView(this)), m_model(new SheetRowsModel(this))
{
    build();
    m_type->setCurrentIndex(m_type->findData(static_cast<int>(entity)));
}

void ImportFileStep::build()
{
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(2 * Space);
    auto* head = new QHBoxLayout;
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_name);
    words->addWidget(m_about);
    head->addLayout(words, 1);
    m_other->setObjectName(QStringLiteral("otherFile"));
    m_other->setAutoDefault(false);
    head->addWidget(m_other, 0, Qt::AlignTop);
    all->addLayout(head);
    buildChoices();
    all->addLayout(m_form);
    m_remarks->setWordWrap(true);
    m_remarks->hide();
    all->addWidget(m_remarks);
    m_table->setModel(m_model);
    m_table->setShowGrid(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(tr("The first rows of the file"));
    m_table->horizontalHeader()->setDefaultSectionSize(140);
    m_table->verticalHeader()->setDefaultSectionSize(4 * Space - 4);
    all->addWidget(m_table, 1);
    connect(m_other, &QPushButton::clicked, this, &ImportFileStep::otherFileAsked);
    connectChoices();
}

void ImportFileStep::buildChoices()
{
    m_form->setHorizontalSpacing(2 * Space);
    m_form->setVerticalSpacing(Space);
    for (const QString& encoding : csvEncodings())
        m_encoding->addItem(encodingName(encoding), encoding);
    for (const auto& [words2, sign] :
         {std::pair(tr("Comma"), QLatin1Char(',')), std::pair(tr("Semicolon"), QLatin1Char(';')),
          std::pair(tr("Tabulator"), QLatin1Char('\t')), std::pair(tr("Vertical bar"), QLatin1Char('|'))})
        m_delimiter->addItem(words2, QChar(sign));
    m_heading->setRange(0, 1000);
    m_heading->setSpecialValueText(tr("none"));
    m_heading->setKeyboardTracking(false);
    for (const Entity entity : importableTypes())
        m_type->addItem(typeTitle(entity), static_cast<int>(entity));
    m_type->setMaxVisibleItems(static_cast<int>(importableTypes().size()));
    auto* advice = new QHBoxLayout(m_adviceRow);
    advice->setContentsMargins(0, 0, 0, 0);
    advice->setSpacing(Space);
    advice->addWidget(m_advice);
    advice->addWidget(m_takeAdvice);
    advice->addStretch(1);
    m_takeAdvice->setAutoDefault(false);
    m_takeAdvice->setObjectName(QStringLiteral("takeAdvice"));
    m_form->addRow(tr("Its &rows are"), m_type);
    m_form->addRow(QString(), m_adviceRow);
    m_form->addRow(tr("&Sheet"), m_sheet);
    m_form->addRow(tr("&Encoding"), m_encoding);
    m_form->addRow(tr("&Delimiter"), m_delimiter);
    m_form->addRow(tr("&Headings in row"), m_heading);
    for (QWidget* field :
         {static_cast<QWidget*>(m_type), static_cast<QWidget*>(m_sheet), static_cast<QWidget*>(m_encoding),
          static_cast<QWidget*>(m_delimiter), static_cast<QWidget*>(m_heading)})
        field->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_type->setObjectName(QStringLiteral("type"));
    m_sheet->setObjectName(QStringLiteral("sheet"));
    m_encoding->setObjectName(QStringLiteral("encoding"));
    m_delimiter->setObjectName(QStringLiteral("delimiter"));
    m_heading->setObjectName(QStringLiteral("headingRow"));
}

void ImportFileStep::connectChoices()
{
    connect(m_type, &QComboBox::activated, this, [this] {
        m_saidType = true;
        m_saidHeading = false;
        Q_EMIT typeChosen();
    });
    connect(m_takeAdvice, &QPushButton::clicked, this, &ImportFileStep::takeAdvice);
    connect(m_sheet, &QComboBox::activated, this, [this] {
        m_saidSheet = true;
        m_saidHeading = false;
        changed();
    });
    connect(m_encoding, &QComboBox::activated, this, [this] {
        m_saidEncoding = true;
        changed();
    });
    connect(m_delimiter, &QComboBox::activated, this, [this] {
        m_saidDelimiter = true;
        changed();
    });
    connect(m_heading, &QSpinBox::valueChanged, this, [this] {
        if (m_filling)
            return;
        m_saidHeading = true;
        changed();
    });
}

// The choice stays the person's: a sheet of participants can be people, or participations.
void ImportFileStep::showAdvice()
{
    const bool isOther = !m_saidType && m_proposed != entity();
    setRowShown(*m_form, m_adviceRow, isOther);
    if (!isOther)
        return;
    const QString plural = recordType(m_proposed).pluralText();
    m_advice->setText(tr("The columns look like those of %1.").arg(plural));
    m_takeAdvice->setText(tr("Import %1").arg(plural));
}

void ImportFileStep::takeAdvice()
{
    m_type->setCurrentIndex(m_type->findData(static_cast<int>(m_proposed)));
    m_saidHeading = false;
    Q_EMIT typeChosen();
}

Entity ImportFileStep::entity() const
{
    return static_cast<Entity>(m_type->currentData().toInt());
}

void ImportFileStep::changed()
{
    if (!m_filling)
        Q_EMIT optionsChanged();
}

void ImportFileStep::showFile(const QString& path)
{
    const QFileInfo info(path);
    m_name->setText(info.fileName());
    m_about->setText(tr("Looking at the file …"));
    m_saidSheet = m_saidEncoding = m_saidDelimiter = m_saidHeading = m_saidType = false;
    m_model->setRows({}, 0);
    m_remarks->hide();
    for (QWidget* field :
         {static_cast<QWidget*>(m_type), m_adviceRow, static_cast<QWidget*>(m_sheet),
          static_cast<QWidget*>(m_encoding), static_cast<QWidget*>(m_delimiter), static_cast<QWidget*>(m_heading)})
        setRowShown(*m_form, field, false);
}

void ImportFileStep::showLook(const SheetLook& look)
{
    const SheetPreview& preview = look.preview;
    const QScopedValueRollback filling(m_filling, true);
    const bool isCsv = preview.format == SheetFormat::Csv;
    m_about->setText(isCsv                                 ? tr("Table in text form (CSV)")
                     : preview.format == SheetFormat::Xlsx ? tr("Excel workbook")
                                                           : tr("OpenDocument spreadsheet"));
    m_sheet->clear();
    for (const SheetInfo& sheet : preview.sheets)
        m_sheet->addItem(sheetName(sheet), sheet.name);
    m_sheet->setCurrentIndex(m_sheet->findData(preview.sheet));
    if (isCsv && m_encoding->findData(preview.encoding) < 0)
        m_encoding->addItem(preview.encoding, preview.encoding);
    m_encoding->setCurrentIndex(m_encoding->findData(preview.encoding));
    m_delimiter->setCurrentIndex(m_delimiter->findData(preview.delimiter));
    m_heading->setValue(static_cast<int>(preview.mapping.headingRow));
    m_proposed = look.proposed;
    setRowShown(*m_form, m_type, true);
    showAdvice();
    setRowShown(*m_form, m_sheet, preview.sheets.size() > 1);
    setRowShown(*m_form, m_encoding, isCsv);
    setRowShown(*m_form, m_delimiter, isCsv);
    setRowShown(*m_form, m_heading, true);
    m_remarks->setText(preview.remarks.join(QLatin1Char('\n')));
    m_remarks->setVisible(!preview.remarks.isEmpty());
    constexpr size_t shown = 60;
    m_model->setRows(
        {preview.rows.begin(), preview.rows.begin() + static_cast<qsizetype>(std::min(shown, preview.rows.size()))},
        preview.mapping.headingRow);
}

void ImportFileStep::showProblem(const QString& sentence)
{
    m_about->setText(tr("This file cannot be imported."));
    m_remarks->setText(sentence);
    m_remarks->show();
    m_model->setRows({}, 0);
}

SheetOptions ImportFileStep::options() const
{
    SheetOptions options;
    if (m_saidSheet)
        options.sheet = m_sheet->currentData().toString();
    if (m_saidEncoding)
        options.encoding = m_encoding->currentData().toString();
    if (m_saidDelimiter)
        options.delimiter = m_delimiter->currentData().toChar();
    return options;
}

std::optional<qint64> ImportFileStep::headingRow() const
{
    return m_saidHeading ? std::optional<qint64>(m_heading->value()) : std::nullopt;
}

} // namespace dtp
