// SPDX-License-Identifier: GPL-3.0-or-later
// What a row says of consent as a whole, when each of its cells was read: by the lines beside the list that say what
// its marks mean, by what remarks refuse, by the day until which agreements hold, and by its refusals, which win.
#pragma once

#include <import/import_row.h>
#include <import_consents/general_columns.h>
#include <import_consents/phone_columns.h>
#include <legends/list_legend.h>
#include <legends/remark_wishes.h>

#include <QSet>

namespace dtp
{

// "Do not publish any names": a line above the headings that refuses for everybody below them.
std::optional<Legend> refusalOfAll(const QString& line);

class ConsentSettling
{
public:
    ConsentSettling(const ImportMapping& mapping, const ImportWords& words, std::vector<Legend> legends);
    // What a row says of its person. Wishes and dangers beside the name are remarks, and no part of it.
    PersonDraft understood(const RowInterpreter& mapper, const SheetRow& row) const;

private:
    void settle(const SheetRow& row, PersonDraft& draft) const;
    enum class Kind { Agreement, Name, Unheaded, End, Remark };
    struct Column {
        const ColumnMapping* mapping;
        Kind kind;
        QString key;               // the heading, folded
        QStringList purposes;      // that end
        bool mixesCrosses = false; // an x may be a yes or a no
        bool isPlain = false;      // remarks about anything
    };
    const Legend::Mark* markIn(const Column& column, const QString& cell, const Legend** legend) const;
    void readCross(const Column& column, const QString& cell, PersonDraft& draft) const;
    void readAnswers(const Column& column, const QString& cell, PersonDraft& draft) const;
    void refuseAll(const Column& column, const QString& cell, PersonDraft& draft) const;
    void takeBackAll(PersonDraft& draft) const;
    void heedBesideName(const Column& column, const QString& remark, PersonDraft& draft) const;
    void refuseBy(const QStringList& purposes, const Column& column, const QString& said, PersonDraft& draft) const;
    void readRemark(const Column& column, const QString& cell, PersonDraft& draft) const;
    void endBy(const RemarkWish& wish, const Column& column, const QString& sentence, PersonDraft& draft) const;
    void doubtBy(const RemarkWish& wish, const Column& column, const QString& sentence, PersonDraft& draft) const;
    void takeBackBy(const RemarkWish& wish, const Column& column, const QString& sentence, PersonDraft& draft) const;
    CellDateHints hintsOf(const Column& column, const PersonDraft& draft) const;
    struct End {
        const ColumnMapping* column;
        QString said;
        QStringList purposes;
        PartialDate day; // empty where none was understood
    };
    void endAgreements(const End& end, PersonDraft& draft) const;
    void readEnd(const Column& column, const QString& cell, PersonDraft& draft) const;

    const ImportWords& m_words;
    std::vector<Legend> m_legends;
    GeneralColumns m_general;
    PhoneColumns m_phones;
    QSet<QString> m_keys;          // all headings, folded
    std::vector<Column> m_columns; // those that may say something
    std::vector<Column> m_names;   // beside whose names remarks may stand
};

} // namespace dtp
