// SPDX-License-Identifier: GPL-3.0-or-later
// Spreadsheets made by the tests themselves, part by part, so that a test can say exactly what is in them.
#pragma once

#include <sheets/sheet_reader.h>

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QTemporaryDir>
#include <vector>

namespace dtp::test
{

using Parts = QMap<QString, QByteArray>;

// A folder with files that goes with the test.
class SheetFiles
{
public:
    QString write(const QString& name, const QByteArray& content) const;
    QString zip(const QString& name, const Parts& parts) const;
    // One visible sheet "People" unless parts say otherwise: rows is what stands within <sheetData>.
    QString xlsx(const QString& name, const QByteArray& rows, Parts parts = {}) const;
    // table is what stands within <table:table>.
    QString ods(const QString& name, const QByteArray& table, Parts parts = {}) const;
    QString path(const QString& name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

// All rows that are not blank, as "number: a|b|c".
QStringList rowsOf(const QString& path, const SheetOptions& options = {});
// The sentence with which the file is refused, on opening or while reading; empty when it is not.
QString refusalOf(const QString& path, const SheetOptions& options = {});

QByteArray odsTable(const QByteArray& name, const QByteArray& rows, const QByteArray& attributes = {});

} // namespace dtp::test
