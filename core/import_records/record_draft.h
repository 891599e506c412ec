// SPDX-License-Identifier: GPL-3.0-or-later
// A row of a sheet as a record of a type, before anything is looked up: values for fields, and names for references.
#pragma once

#include <import/import_row.h>
#include <import_records/record_mapping.h>
#include <records/words.h>

#include <QHash>

namespace dtp
{

// Whom a row names: the name in whole or in parts, and what tells people of one name apart.
struct PersonHint {
    qint64 record = 0; // the key, where the row gives one
    QString text;      // as written, to show
    Person person;     // names and country
    std::vector<NameKey> nameKeys;
    QStringList emails;
    std::vector<ContactPoint> phones; // with e164 where they are whole numbers

    bool isAny() const { return record != 0 || !nameKeys.empty() || !emails.isEmpty() || !phones.empty(); }
};

// What a row says of a reference other than to a person.
struct NamedReference {
    int field = -1;
    QString text;
    int year = 0; // said in a column of its own; 0: not said
};

struct RecordDraft {
    qint64 number = 0;
    qint64 record = 0;                            // of a sheet that we wrote ourselves
    std::vector<std::pair<int, QVariant>> values; // by field; only what the row says
    std::vector<NamedReference> references;
    PersonHint person;
    std::vector<ImportedNote> notes;
    QStringList warnings;
    int notUnderstood = 0;
    int cellsInError = 0; // that show an error of the spreadsheet instead of a value
    QString rejection;
    QStringList cells; // as in the file

    const QVariant* value(int field) const; // nullptr when the row does not say it
};

class RecordInterpreter
{
public:
    RecordInterpreter(Entity entity, ImportMapping mapping, const Words& words);
    RecordDraft draft(const SheetRow& row) const;

private:
    struct Column {
        ColumnMapping mapping;
        QString part; // of the person or the reference: "email", "year"; empty: the field itself
        bool isPerson = false;
        int field = -1; // -1: notes, record, ignore
        bool isPlainNotes = false;
    };
    struct Names {
        QString whole, familyGiven;
    };
    void read(const Column& column, const QString& text, RecordDraft& out, Names& names) const;
    void readValue(const Column& column, const QString& text, RecordDraft& out) const;
    bool readPeriod(const Column& column, const QString& text, RecordDraft& out) const;
    bool readMoney(const Column& column, const QString& text, RecordDraft& out) const;
    void readPerson(const Column& column, const QString& text, RecordDraft& out, Names& names) const;
    void readReference(const Column& column, const QString& text, RecordDraft& out) const;
    void settlePerson(RecordDraft& out, const Names& names) const;
    void judge(const SheetRow& row, RecordDraft& out) const;
    void keep(RecordDraft& out, const QString& heading, const QString& text) const;
    void keepUnknown(RecordDraft& out, const QString& heading, const QString& text) const;

    const RecordType& m_type;
    const int m_notes;
    const int m_person;
    const int m_currency; // of the amount in the field before it; -1: none
    std::vector<Column> m_columns;
    const Words& m_words;
};

// Keeps what has no place of its own, in words, for the notes of the record; where the type has no notes it is told.
void keepInDraft(RecordDraft& draft, const RecordType& type, const QString& heading, const QString& text);

} // namespace dtp
